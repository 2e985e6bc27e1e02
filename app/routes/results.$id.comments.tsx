import type { MetaFunction } from '@remix-run/node';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { readComments } from '#app/services/reports/read-results.server.ts';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { CommentList } from '#app/ui/reports/comment-list.tsx';
import { ResultsFrame } from '#app/ui/reports/results-frame.tsx';

export const loader = page({ may: 'read-comments' }, async ({ app, actor, language, params, url }) => {
  const asked = Number(url.searchParams.get('page') ?? 1);
  const read = await readComments(app, actor, {
    surveyId: params['id'] ?? '',
    department: url.searchParams.get('department'),
    page: Number.isSafeInteger(asked) ? asked : 1,
    language,
  });
  if (!read.ok) throw refuse(read.because);
  return { title: read.value.survey.title, comments: read.value };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Comments() {
  const { comments } = useLoaded<typeof loader>();
  return (
    <ResultsFrame page={comments}>
      <CommentList page={comments} />
    </ResultsFrame>
  );
}

import { redirect, type MetaFunction } from '@remix-run/node';
import { may } from '#app/domain/access/actor.ts';
import { isLanguage } from '#app/domain/kernel/language.ts';
import { wordsForm } from '#app/forms/words.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { blackOut, leaveOut, passOn, uncover } from '#app/services/reports/pass-words-on.server.ts';
import { readWords } from '#app/services/reports/read-words.server.ts';
import { saidOf } from '#app/text/form-reply.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { CommentList } from '#app/ui/reports/words/comment-list.tsx';
import { ResultsFrame } from '#app/ui/reports/results-frame.tsx';
import { useText } from '#app/ui/text.ts';

const acts = ['pass-on', 'leave-out', 'take-in', 'black-out', 'uncover', 'answered'] as const;

export const loader = page({ may: 'take-part' }, async ({ app, actor, language, params, url }) => {
  const asked = Number(url.searchParams.get('page') ?? 1);
  const written = url.searchParams.get('written') ?? '';
  const search = (url.searchParams.get('search') ?? '').slice(0, 100);
  const theme = url.searchParams.get('theme') || null;
  const look = { search, theme, written: isLanguage(written) ? written : null };
  const read = await readWords(app, actor, {
    surveyId: params['id'] ?? '',
    department: url.searchParams.get('department'),
    page: Number.isSafeInteger(asked) ? asked : 1,
    language,
    ...look,
  });
  if (!read.ok) throw refuse(read.because);
  return { title: read.value.survey.title, comments: read.value, look, tabs: may(actor, 'read-departments'), done: acts.find((one) => one === url.searchParams.get('done')) ?? null };
});

export const action = command({ may: 'read-comments', form: wordsForm }, async ({ app, actor, params, url, input, reject }) => {
  const which = { surveyId: params['id'] ?? '', department: input.department };
  const id = input.id ?? '';
  const carriedOut =
    input.intent === 'pass-on' ? await passOn(app, actor, which)
      : input.intent === 'black-out' ? await blackOut(app, actor, { ...which, id, name: input.name })
        : input.intent === 'uncover' ? await uncover(app, actor, { ...which, id })
          : await leaveOut(app, actor, { ...which, id, out: input.intent === 'leave-out' });
  if (!carriedOut.ok && (carriedOut.because === 'not-found' || carriedOut.because === 'forbidden')) throw refuse(carriedOut.because);
  if (!carriedOut.ok) return reject('', carriedOut.because, carriedOut.details);
  const query = new URLSearchParams(url.search);
  query.set('department', input.department);
  query.set('done', input.intent);
  return redirect(`/results/${which.surveyId}/comments?${query.toString()}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Comments() {
  const text = useText();
  const { comments, look, tabs, done } = useLoaded<typeof loader>();
  const reply = useReply();
  const refusal = reply && Object.keys(reply.errors)[0];
  return (
    <ResultsFrame page={comments} tabs={tabs}>
      {refusal && (
        <Notice tone="danger" live>
          {saidOf(text, reply, refusal)}
        </Notice>
      )}
      {done && !reply && (
        <Notice tone="good" live>
          {text(`words.done.${done}`)}
        </Notice>
      )}
      <CommentList page={comments} look={look} />
    </ResultsFrame>
  );
}

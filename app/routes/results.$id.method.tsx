import type { MetaFunction } from '@remix-run/node';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { readMethod } from '#app/services/reports/read-results.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { MethodNote } from '#app/ui/reports/method-note.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, language, params }) => {
  const read = await readMethod(app, params['id'] ?? '', language);
  if (!read.ok) throw refuse(read.because);
  return { title: textOf(language)('results.method.title'), method: read.value };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Method() {
  const text = useText();
  const { method } = useLoaded<typeof loader>();
  return (
    <div className="wide">
      <PageHeader back={{ to: `/results/${method.survey.id}`, label: method.survey.title }} title={text('results.method.title')} lead={text(method.survey.past ? 'past.method.lead' : 'results.method.lead')} />
      <MethodNote method={method} />
    </div>
  );
}

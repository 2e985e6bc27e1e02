// Who is asked the own questions of the programme, in every survey that it drafts from now on.
import { redirect, type MetaFunction } from '@remix-run/node';
import { inLanguage } from '#app/domain/kernel/language.ts';
import type { RoutableQuestion } from '#app/services/surveys/route-questions.server.ts';
import { askingOf, routingFields, routingForm } from '#app/forms/routing.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { programmeRouting, routeInProgramme } from '#app/services/surveys/route-programme.server.ts';
import { withDays } from '#app/text/refused-days.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { RoutingForm } from '#app/ui/surveys/asking/routing-form.tsx';
import { RoutingList } from '#app/ui/surveys/asking/routing-list.tsx';
import { useText } from '#app/ui/text.ts';

const here = '/surveys/programme/routing';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, url }) => {
  const view = await programmeRouting(app);
  if (!view) throw refuse('not-found');
  const text = textOf(language);
  const rowOf = ({ wrong, text: words, ...row }: RoutableQuestion) => ({ ...row, text: inLanguage(words, language) ?? row.id, said: wrong && text.error(wrong.because, wrong.details) });
  const rows = view.questions.map(rowOf);
  const chosen = rows.find(({ id }) => id === url.searchParams.get('question')) ?? null;
  return { title: text('routing.title'), rows, everybody: view.everybody, chosen, parts: chosen ? view.parts : [], screeners: chosen ? view.screeners.map(rowOf) : [], planSaid: view.planWrong && text.error(view.planWrong.because, view.planWrong.details), kept: url.searchParams.get('kept') };
});

export const action = command({ may: 'compose-surveys', form: routingForm }, async ({ app, language, input, reject }) => {
  const { question } = input;
  const routed = await routeInProgramme(app, { question, asking: askingOf(input) });
  if (routed.ok) return redirect(`${here}?${new URLSearchParams({ kept: question }).toString()}`);
  return reject(routingFields[routed.because] ?? '', routed.because, withDays(textOf(language), routed.details));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RoutingOfProgramme() {
  const text = useText();
  const { title, rows, everybody, chosen, parts, screeners, planSaid, kept } = useLoaded<typeof loader>();
  const reply = useReply();
  const back = chosen ? { to: here, label: title } : { to: '/surveys/programme', label: text('programme.title') };
  const done = rows.find((row) => row.id === kept);
  return (
    <div className="narrow">
      <PageHeader title={chosen ? chosen.text : title} lead={chosen ? text('routing.choose.lead') : text('programme.routing.lead')} back={back} />
      <div className="stack">
        {done && !chosen && <Notice tone="good" live>{text('routing.kept', { question: done.text })}</Notice>}
        {planSaid && <Notice tone="warn" title={text('survey.cannot-seal')}>{planSaid}</Notice>}
        {chosen ? (
          <Card>
            <RoutingForm question={chosen} screeners={screeners} parts={parts} everybody={everybody} reply={reply} back={back.to} />
          </Card>
        ) : (
          <RoutingList rows={rows} everybody={everybody} page={here} none={text('programme.routing.none')} />
        )}
      </div>
    </div>
  );
}

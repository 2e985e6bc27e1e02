// Who of those invited is asked a question: everybody, or some groups as a whole. What follows for the results is said beside it.
import { redirect, type MetaFunction } from '@remix-run/node';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { askingOf, routingFields, routingForm } from '#app/forms/routing.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { draftOf } from '#app/services/surveys/compose-draft.server.ts';
import { routeQuestion, routingView } from '#app/services/surveys/route-questions.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { RoutingForm } from '#app/ui/surveys/asking/routing-form.tsx';
import { RoutingList } from '#app/ui/surveys/asking/routing-list.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params, language, url }) => {
  const survey = await draftOf(app, params['id'] ?? '');
  if (!survey) throw refuse('not-found');
  const text = textOf(language);
  const { questions, parts, everybody, planWrong } = await routingView(app, survey);
  const rows = questions.map(({ wrong, text: words, ...row }) => ({ ...row, text: inLanguage(words, language), said: wrong && text.error(wrong.because, wrong.details) }));
  const chosen = rows.find(({ id }) => id === url.searchParams.get('question')) ?? null;
  return { title: text('routing.title'), id: survey.id, name: inLanguage(survey.title, language), rows, everybody, chosen, parts: chosen ? parts : [], screeners: chosen ? rows.filter(({ screens }) => screens).map((row) => ({ id: row.id, text: row.text })) : [], planSaid: planWrong && text.error(planWrong.because, planWrong.details), kept: url.searchParams.get('kept') };
});

export const action = command({ may: 'compose-surveys', form: routingForm }, async ({ app, params, input, reject }) => {
  const id = params['id'] ?? '';
  const { question } = input;
  const routed = await routeQuestion(app, id, { question, asking: askingOf(input) });
  if (routed.ok) return redirect(`/surveys/${id}/routing?${new URLSearchParams({ kept: question }).toString()}`);
  if (routed.because === 'not-a-draft') throw refuse('not-found');
  return reject(routingFields[routed.because] ?? '', routed.because, routed.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RoutingOfQuestions() {
  const text = useText();
  const { title, id, name, rows, everybody, chosen, parts, screeners, planSaid, kept } = useLoaded<typeof loader>();
  const reply = useReply();
  const back = chosen ? { to: `/surveys/${id}/routing`, label: title } : { to: `/surveys/${id}`, label: name };
  const done = rows.find((row) => row.id === kept);
  return (
    <div className="narrow">
      <PageHeader title={chosen ? chosen.text : title} lead={chosen ? text('routing.choose.lead') : text('routing.lead')} back={back} />
      <div className="stack">
        {done && !chosen && <Notice tone="good" live>{text('routing.kept', { question: done.text })}</Notice>}
        {planSaid && <Notice tone="warn" title={text('survey.cannot-seal')}>{planSaid}</Notice>}
        {chosen ? (
          <Card>
            <RoutingForm question={chosen} screeners={screeners} parts={parts} everybody={everybody} reply={reply} back={back.to} />
          </Card>
        ) : (
          <RoutingList rows={rows} everybody={everybody} page={`/surveys/${id}/routing`} none={text('routing.none')} />
        )}
      </div>
    </div>
  );
}

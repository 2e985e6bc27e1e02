// Who of those invited is asked a question: everybody, or some groups as a whole. What follows for the results is said beside it.
import { redirect, type MetaFunction } from '@remix-run/node';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { askingOf, routingFields, routingForm } from '#app/forms/routing.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { draftOf } from '#app/services/surveys/compose-draft.server.ts';
import { routeQuestion, routingView } from '#app/services/surveys/route-questions.server.ts';
import { routingRows } from '#app/services/surveys/routing-rows.server.ts';
import { textOf } from '#app/text/text.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { RoutingPage } from '#app/ui/surveys/asking/routing-page.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params, language, url }) => {
  const survey = await draftOf(app, params['id'] ?? '');
  if (!survey) throw refuse('not-found');
  return { title: textOf(language)('routing.title'), id: survey.id, name: inLanguage(survey.title, language), ...routingRows(await routingView(app, survey), { language, url }) };
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
  const { id, name, ...loaded } = useLoaded<typeof loader>();
  const reply = useReply();
  return <RoutingPage {...loaded} lead={text('routing.lead')} here={`/surveys/${id}/routing`} above={{ to: `/surveys/${id}`, label: name }} none={text('routing.none')} reply={reply} />;
}

// Who is asked the own questions of the programme, in every survey that it drafts from now on.
import { redirect, type MetaFunction } from '@remix-run/node';
import { askingOf, routingFields, routingForm } from '#app/forms/routing.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { programmeRouting, routeInProgramme } from '#app/services/surveys/route-programme.server.ts';
import { routingRows } from '#app/services/surveys/routing-rows.server.ts';
import { withDays } from '#app/text/refused-days.ts';
import { textOf } from '#app/text/text.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { RoutingPage } from '#app/ui/surveys/asking/routing-page.tsx';
import { useText } from '#app/ui/text.ts';

const here = '/surveys/programme/routing';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, url }) => {
  const view = await programmeRouting(app);
  if (!view) throw refuse('not-found');
  return { title: textOf(language)('routing.title'), ...routingRows(view, { language, url, screeners: view.screeners }) };
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
  const loaded = useLoaded<typeof loader>();
  const reply = useReply();
  return <RoutingPage {...loaded} lead={text('programme.routing.lead')} here={here} above={{ to: '/surveys/programme', label: text('programme.title') }} none={text('programme.routing.none')} reply={reply} />;
}

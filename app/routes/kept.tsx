import { redirect, type MetaFunction } from '@remix-run/node';
import * as v from 'valibot';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { decide, keptSurveys } from '#app/services/surveys/decide-set-asides.server.ts';
import { saidOf } from '#app/text/form-reply.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { KeptSurvey } from '#app/ui/surveys/kept-survey.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'decide-set-asides' }, async ({ app, language }) => ({
  title: textOf(language)('kept.title'),
  kept: await keptSurveys(app),
}));

const form = v.object({ survey: v.string(), wish: v.picklist(['give-up', 'retry']), title: v.string() });

export const action = command({ may: 'decide-set-asides', form }, async ({ app, actor, input, reject }) => {
  const decided = await decide(app, { surveyId: input.survey, wish: input.wish, title: input.title, actorId: actor.personId });
  return decided.ok ? redirect('/kept') : reject('title', decided.because, decided.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Kept() {
  const text = useText();
  const { title, kept } = useLoaded<typeof loader>();
  const reply = useReply();
  const refused = (surveyId: string) =>
    reply && reply.values['survey'] === surveyId ? { surveyId, title: String(reply.values['title'] ?? ''), said: saidOf(text, reply, Object.keys(reply.errors)[0] ?? '') } : null;
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('kept.lead')} />
      <div className="stack">
        {kept.length === 0 && <p className="quiet">{text('kept.none')}</p>}
        {kept.map((one) => (
          <KeptSurvey key={one.surveyId} kept={one} refusal={refused(one.surveyId)} />
        ))}
      </div>
    </div>
  );
}

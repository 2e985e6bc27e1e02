import { redirect, type MetaFunction } from '@remix-run/node';
import { isWrittenKind } from '#app/domain/surveys/letters/letter-texts.ts';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { daysOf, surveyLettersForm } from '#app/forms/survey-letters.ts';
import { atItsField, command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { chooseLetterDays, lettersView, sendLetterToOneself, writeLetter } from '#app/services/notifications/write-letters.server.ts';
import { textOf } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { LetterChoice } from '#app/ui/surveys/letters/letter-choice.tsx';
import { LetterDaysForm } from '#app/ui/surveys/letters/letter-days-form.tsx';
import { LetterPreview } from '#app/ui/surveys/letters/letter-preview.tsx';
import { LetterTextForm } from '#app/ui/surveys/letters/letter-text-form.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, actor, params, language, url }) => {
  const survey = await app.data.surveys.get(params['id'] ?? '');
  if (!survey || survey.definition.consulting) throw refuse('not-found');
  const kind = url.searchParams.get('kind') ?? '';
  const wish = { kind: isWrittenKind(kind) ? kind : ('opening' as const), language: url.searchParams.get('in') ?? language, reader: actor.name, seenIn: language };
  return {
    title: textOf(language)('letter-page.title'),
    survey: { id: survey.id, name: inLanguage(survey.title, language), opens: survey.opens, closes: survey.closes },
    view: await lettersView(app, survey, wish),
    today: app.today(),
    said: url.searchParams.get('done'),
  };
});

const saidAfter = { write: 'written', back: 'back', days: 'days', test: 'test' } as const;

export const action = command({ may: 'compose-surveys', form: surveyLettersForm }, async ({ app, actor, params, input, language: seenIn, rejectAll }) => {
  const { intent, kind, language } = input;
  const surveyId = params['id'] ?? '';
  const survey = await app.data.surveys.get(surveyId);
  if (!survey || survey.definition.consulting) throw refuse('not-found');
  const carryOut = async () => {
    if (intent === 'days') return chooseLetterDays(app, actor, { surveyId, days: daysOf(input) });
    if (intent !== 'test') return writeLetter(app, actor, { surveyId, kind, language, text: intent === 'back' ? null : { subject: input.subject, body: input.body } });
    const to = (await app.data.people.get(actor.personId))?.email ?? '';
    return sendLetterToOneself(app, survey, { kind, language, reader: actor.name, seenIn, to });
  };
  const outcome = await carryOut();
  if (!outcome.ok) return rejectAll(outcome, atItsField);
  return redirect(`/surveys/${surveyId}/letters?${new URLSearchParams({ kind, in: language, done: saidAfter[intent] }).toString()}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const saidWords = { written: 'letter-page.written', back: 'letter-page.back-said', days: 'letter-page.days-said', test: 'letter-page.tested' } as const;

export default function Letters() {
  const text = useText();
  const { title, survey, view, today, said } = useLoaded<typeof loader>();
  const reply = useReply();
  const whole = reply?.errors[''];
  return (
    <div className="wide">
      <PageHeader title={title} lead={text(view.draft ? 'letter-page.lead' : 'letter-page.sealed')} back={{ to: `/surveys/${survey.id}`, label: survey.name }} />
      <div className="stack-wide">
        {said !== null && said in saidWords && !reply && (
          <Notice tone="good" live>
            {text(saidWords[said as keyof typeof saidWords])}
          </Notice>
        )}
        {whole && (
          <Notice tone="danger" live>
            {reply.words['']}
          </Notice>
        )}
        <LetterChoice view={view} surveyId={survey.id} />
        <div className="columns">
          {view.draft && <LetterTextForm key={`${view.letter.kind} ${view.letter.language} ${view.letter.own}`} letter={view.letter} reply={reply?.values['intent'] === 'days' ? undefined : reply} />}
          <LetterPreview letter={view.letter} />
        </div>
        {view.draft && <LetterDaysForm view={view} opens={survey.opens} closes={survey.closes} today={today} reply={reply?.values['intent'] === 'days' ? reply : undefined} />}
      </div>
    </div>
  );
}

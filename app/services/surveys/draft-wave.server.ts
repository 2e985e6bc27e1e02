// The next wave of the programme as a draft, some working days before it opens. It seals nothing: what people are promised is promised by
// somebody who looked at it. A draft that nobody sealed in time moves to the next days that suit, and is given up when the next one is due.
import { addDays } from '#app/domain/kernel/day.ts';
import { done, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { DraftRefusal } from '#app/domain/surveys/draft-wishes.ts';
import { coreTemplate, type Programme } from '#app/domain/surveys/programme/programme.ts';
import { dueDay, letterCalendar } from '#app/domain/surveys/programme/programme-days.ts';
import type { Wave } from '#app/domain/surveys/programme/programme-year.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { forgetForecast } from '#app/services/publication/forecast.server.ts';
import { groundOf, newDraft } from './compose-draft.server.ts';
import { purposeOf, titleOf } from './offer-draft.server.ts';
import { isWaveOf, plannedYear } from './plan-programme.server.ts';
import { askedWith } from '#app/domain/surveys/programme/turning-own.ts';
import { libraryItem } from '#app/domain/surveys/questions/question-library.ts';
import { turningOf } from './turn-own.server.ts';

/** Days: however long a company is closed, nobody looks at a draft earlier. */
const farOff = 60;

/** To be called often: on most days there is nothing to do. */
export async function draftNextWave(app: App): Promise<void> {
  const kept = await app.data.programme.get();
  if (kept?.programme.state !== 'running') return;
  const { programme, revision } = kept;
  const late = (await app.data.surveys.all()).find((survey) => survey.state === 'draft' && isWaveOf(survey, programme) && survey.definition.wave?.number === programme.next - 1 && survey.opens < app.today());
  if (late && (await moveDraft(app, programme, late))) return;
  if (addDays(app.today(), farOff) < dueDay(programme.rule, programme.next)) return;
  const year = await plannedYear(app, programme, { language: 'en' });
  const wave = year.ok ? year.value[0]! : null;
  if (wave === null || wave.drafted > app.today()) return;
  const draft = await draftOf(app, programme, wave);
  if (!draft.ok) return app.log.warn({ because: draft.because }, 'the next survey of the programme could not be drafted');
  await app.data.transaction(async (stores) => {
    // Of two servers that do this at the same moment one drafts.
    if (await stores.programme.save({ ...programme, next: wave.number + 1 }, revision)) await stores.surveys.add(draft.value);
  });
}

/** Not yet kept. */
export async function draftOf(app: App, programme: Programme, wave: Wave): Promise<Outcome<Survey, DraftRefusal>> {
  const template = coreTemplate();
  const { languages } = await groundOf(app);
  const inEach = (say: (language: string) => string) => Object.fromEntries(['en', ...languages].map((language) => [language, say(language)])) as unknown as Survey['title'];
  const { opens, closes, rotating } = wave;
  const { own: turning, routing } = await turningOf(app, programme);
  const own = turning.filter(({ id }) => rotating.includes(id)).flatMap(askedWith).map(({ id }) => id);
  const wishes = { template: template.id, title: inEach((language) => titleOf(template, language, opens)), purpose: inEach((language) => purposeOf(template, language)), opens, closes, further: rotating.filter((id) => libraryItem(id)), own, routing: routing.filter(({ question }) => own.includes(question)), pair: null, letterHour: programme.rule.hour, wordsFor: 'heads' as const };
  const draft = await newDraft(app, wishes, null);
  return draft.ok ? done({ ...draft.value, definition: { ...draft.value.definition, ...lettersOf(programme, wave), wave: { programme: programme.id, number: wave.number } } }) : draft;
}

const lettersOf = ({ rule }: Programme, { letterDays }: Wave): Pick<Survey['definition'], 'letterDays' | 'calendar'> => ({ letterDays, calendar: letterCalendar(rule) });

/** False where its turn is over: the next one is due. */
async function moveDraft(app: App, programme: Programme, draft: Survey): Promise<boolean> {
  const number = draft.definition.wave!.number;
  const year = await plannedYear(app, { ...programme, next: number }, { language: 'en', instead: draft.id });
  const wave = year.ok ? year.value.find((one) => one.number === number) : undefined;
  if (!wave) return false;
  const { opens, closes } = wave;
  const moved = { ...draft, opens, closes, programme: opens.slice(0, 4), definition: { ...draft.definition, ...lettersOf(programme, wave) } };
  await app.data.transaction(async (stores) => {
    if (await stores.surveys.replace(moved, 'draft')) await forgetForecast(stores, draft.id);
  });
  return true;
}

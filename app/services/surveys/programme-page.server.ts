// One page about the programme: what a person sees each time, how it repeats, how it ends, and the year to come.
import { answersDue } from '#app/domain/kernel/answers-due.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import type { Language, Localized } from '#app/domain/kernel/language.ts';
import { whole } from '#app/domain/kernel/rounding.ts';
import { isCorePulse } from '#app/domain/surveys/questions/core-pulse.ts';
import { chosenIn } from '#app/domain/surveys/draft.ts';
import { secondsFrom } from '#app/domain/surveys/questions/duration.ts';
import { cadences, coreTemplate, suggestedRotating, usualCadence, usualRule, type Programme, type ProgrammeRule } from '#app/domain/surveys/programme/programme.ts';
import { proposesRest } from '#app/domain/surveys/programme/programme-age.ts';
import type { ProgrammeView, WaveView } from '#app/domain/surveys/programme/programme-view.ts';
import type { Wave } from '#app/domain/surveys/programme/programme-year.ts';
import { dimensions, furtherItems, libraryItem, placesForExtras } from '#app/domain/surveys/questions/question-library.ts';
import { questionsOf } from '#app/domain/surveys/questions/questions-of.ts';
import type { ExtraKind } from '#app/domain/surveys/questions/extras.ts';
import { letterHours, letterPlanOf, plannedLetters, secondsAtMost } from '#app/domain/surveys/letters/survey-letters.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { waveOfRelease } from '#app/services/publication/keep-releases.server.ts';
import { withDays } from '#app/text/refused-days.ts';
import { textOf } from '#app/text/text.ts';
import { isWaveOf, plannedYear } from './plan-programme.server.ts';

/** Null before the first. */
export async function programmeView(app: App, language: Language): Promise<ProgrammeView | null> {
  const programme = (await app.data.programme.get())?.programme;
  if (!programme) return null;
  const { state, rule } = programme;
  const k = (await app.data.organisation.get())?.k ?? 5;
  const year = state === 'ended' ? null : await plannedYear(app, programme, { language });
  const planned = year?.ok ? year.value.map(plannedView) : [];
  const text = textOf(language);
  const anchors = questionsOf(coreTemplate(), { k });
  return {
    state,
    rule,
    anchors: anchors.length,
    turning: rule.rotating.length === 0 ? 0 : coreTemplate().further,
    extras: placesForExtras,
    k,
    seconds: secondsFrom([...anchors, ...Array.from({ length: coreTemplate().further + placesForExtras }, () => ({ kind: 'scale' as const }))]),
    waves: [...(await begun(app, programme)), ...planned],
    stuck: year && !year.ok ? text('programme.stuck.text', { because: text.error(year.because, withDays(text, year.details)) }) : null,
    rest: state === 'ended' ? null : proposesRest(await shares(app), rule.everyWeeks),
  };
}

const textsOf = (ids: readonly string[]): Localized[] => ids.flatMap((id) => libraryItem(id)?.text ?? []);

function plannedView({ number, opens, closes, results, answersBy, letters, rotating, extras, seconds, drafted, due, clockChanges, lockedUntil }: Wave): WaveView {
  const kinds = [...new Set(extras.map(({ kind }) => kind))];
  return { number, state: 'planned', surveyId: null, opens, closes, results, answersBy, letters: letters.flatMap(({ kind, day }) => (kind === 'results' ? [] : [{ kind, day }])), rotating: textsOf(rotating), extras: kinds, seconds, drafted, movedFrom: due === opens ? null : due, clockChanges, lockedUntil };
}

/** What is drafted, sealed or open, the first one first. */
async function begun(app: App, programme: Programme): Promise<WaveView[]> {
  const own = (await app.data.surveys.all()).filter((survey) => isWaveOf(survey, programme) && (survey.state === 'sealed' || (survey.state === 'draft' && survey.closes >= app.today())));
  return own.toReversed().map(begunView);
}

function begunView(survey: Survey): WaveView {
  const { id, state, opens, closes, definition } = survey;
  const results = addDays(closes, 1);
  const extras = [...new Set((definition.extras?.taken ?? []).map(({ kind }) => kind as ExtraKind))];
  return {
    number: definition.wave?.number ?? 0, state: state === 'draft' ? 'draft' : 'sealed', surveyId: id, opens, closes, results, answersBy: answersDue(closes), letters: plannedLetters(letterPlanOf(survey)),
    rotating: textsOf(chosenIn(survey).further), extras, seconds: secondsAtMost(definition.questions), drafted: null, movedFrom: null, clockChanges: null, lockedUntil: null,
  };
}

/** Of those invited to the core pulses that were published, in per cent, the latest last. */
async function shares(app: App): Promise<number[]> {
  const core = new Set((await app.data.surveys.all()).filter(isCorePulse).map(({ id }) => id));
  const listed = (await app.data.releases.listed()).filter(({ surveyId }) => core.has(surveyId)).slice(-3);
  const waves = await Promise.all(listed.map(({ hash }) => waveOfRelease(app, hash)));
  // Parts of the company take part as they do: that is no fall.
  return waves.flatMap((wave) => {
    if (wave?.asked) return [];
    const { invited, ballots } = wave?.release.counts ?? { invited: null, ballots: null };
    return invited && ballots !== null ? [whole((100 * ballots) / invited)] : [];
  });
}

/** What the form offers and what stands in it at first. */
export async function ruleOffer(app: App) {
  const kept = (await app.data.programme.get())?.programme;
  const initial: ProgrammeRule = kept?.rule ?? usualRule(addDays(app.today(), 21), suggestedRotating(usualCadence));
  const offered = furtherItems(coreTemplate());
  return {
    replaces: kept !== undefined && kept.state !== 'ended',
    // A rule that began is asked on from today on.
    initial: initial.from < app.today() ? { ...initial, from: addDays(app.today(), 1) } : initial,
    cadences,
    usual: usualCadence,
    hours: Array.from({ length: letterHours.latest - letterHours.earliest + 1 }, (_, at) => letterHours.earliest + at),
    areas: dimensions.map(({ id, label }) => ({ id, label, items: offered.filter((item) => item.dimension === id).map((item) => ({ id: item.id, text: item.text })) })).filter(({ items }) => items.length > 0),
    today: app.today(),
  };
}

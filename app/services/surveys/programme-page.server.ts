// One page about the programme: what a person sees each time, how it repeats, how it ends, and the year to come.
import { answersDue } from '#app/domain/kernel/answers-due.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { whole } from '#app/domain/kernel/rounding.ts';
import { isCorePulse } from '#app/domain/surveys/questions/core-pulse.ts';
import { chosenIn } from '#app/domain/surveys/draft.ts';
import { secondsFrom } from '#app/domain/surveys/questions/duration.ts';
import { cadences, coreTemplate, suggestedRotating, usualCadence, usualRule, type Programme, type ProgrammeRule } from '#app/domain/surveys/programme/programme.ts';
import { proposesRest } from '#app/domain/surveys/programme/programme-age.ts';
import { isTurnOfOwn, turnId } from '#app/domain/surveys/programme/turning-own.ts';
import { isByGroups, isScreener } from '#app/domain/surveys/asking/routing.ts';
import { isOwn } from '#app/domain/surveys/own/own-question.ts';
import type { ProgrammeView, TurnView, WaveView } from '#app/domain/surveys/programme/programme-view.ts';
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
import { groundOf } from './compose-draft.server.ts';
import { ownOffered } from './offer-draft.server.ts';
import { isWaveOf, plannedYear } from './plan-programme.server.ts';
import { routedIn } from './route-questions.server.ts';
import { asDraft, offered, turningOf, type Turning } from './turn-own.server.ts';

/** Null before the first. */
export async function programmeView(app: App, language: Language): Promise<ProgrammeView | null> {
  const programme = (await app.data.programme.get())?.programme;
  if (!programme) return null;
  const { state, rule } = programme;
  const k = (await app.data.organisation.get())?.k ?? 5;
  const turning = state === 'ended' ? null : await turningOf(app, programme);
  const year = turning && (await plannedYear(app, programme, { language, turning }));
  const turns = turning ? await turnsOf(app, programme, turning) : new Map<string, TurnView>();
  const planned = year?.ok ? year.value.map((wave) => plannedView(wave, turns)) : [];
  const text = textOf(language);
  const anchors = questionsOf(coreTemplate(), { k });
  return {
    state,
    rule,
    anchors: anchors.length,
    turning: rule.rotating.length === 0 ? 0 : coreTemplate().further + Math.min(coreTemplate().further, screenersIn(programme)),
    extras: placesForExtras,
    k,
    seconds: Math.max(secondsFrom([...anchors, ...Array.from({ length: coreTemplate().further + placesForExtras }, () => ({ kind: 'scale' as const }))]), ...planned.map(({ seconds }) => seconds)),
    waves: [...(await begun(app, programme)), ...planned],
    stuck: year && !year.ok ? text('programme.stuck.text', { because: text.error(year.because, withDays(text, year.details)) }) : null,
    away: (turning?.away ?? []).map(({ because, details }) => text('programme.away', { because: text.error(because, withDays(text, details)) })),
    routable: rule.rotating.some(isTurnOfOwn),
    rest: state === 'ended' ? null : proposesRest(await shares(app), rule.everyWeeks),
  };
}

const ofLibrary = (id: string): TurnView[] => {
  const item = libraryItem(id);
  return item ? [{ text: item.text, routed: null }] : [];
};

/** Questions that others bring along. */
const screenersIn = ({ asking = [] }: Programme): number => new Set(asking.flatMap((route) => (isByGroups(route) ? [] : [route.screener]))).size;

/** Own questions in turn, by their names in the rule, with whom each would reach today. */
async function turnsOf(app: App, programme: Programme, { own, routing }: Turning): Promise<ReadonlyMap<string, TurnView>> {
  const lines = routing.length === 0 ? {} : await routedIn(app, await asDraft(app, programme, await offered(app)));
  return new Map(own.map(({ id, question }) => [id, { text: question.text, routed: lines[question.id] ?? null }]));
}

function plannedView({ number, opens, closes, results, answersBy, letters, rotating, extras, seconds, drafted, due, clockChanges, lockedUntil }: Wave, turns: ReadonlyMap<string, TurnView>): WaveView {
  const kinds = [...new Set(extras.map(({ kind }) => kind))];
  return { number, state: 'planned', surveyId: null, opens, closes, results, answersBy, letters: letters.flatMap(({ kind, day }) => (kind === 'results' ? [] : [{ kind, day }])), rotating: rotating.flatMap((id) => turns.get(id) ?? ofLibrary(id)), extras: kinds, seconds, drafted, movedFrom: due === opens ? null : due, clockChanges, lockedUntil };
}

/** What is drafted, sealed or open, the first one first. */
async function begun(app: App, programme: Programme): Promise<WaveView[]> {
  const own = (await app.data.surveys.all()).filter((survey) => isWaveOf(survey, programme) && (survey.state === 'sealed' || (survey.state === 'draft' && survey.closes >= app.today())));
  return Promise.all(own.toReversed().map((survey) => begunView(app, survey)));
}

async function begunView(app: App, survey: Survey): Promise<WaveView> {
  const { id, state, opens, closes, definition } = survey;
  const results = addDays(closes, 1);
  // What joined by itself is told by its kind.
  const joined = new Set((definition.extras?.taken ?? []).flatMap(({ questions }) => questions));
  const extras = [...new Set((definition.extras?.taken ?? []).map(({ kind }) => kind as ExtraKind))];
  return {
    number: definition.wave?.number ?? 0, state: state === 'draft' ? 'draft' : 'sealed', surveyId: id, opens, closes, results, answersBy: answersDue(closes), letters: plannedLetters(letterPlanOf(survey)),
    rotating: [...chosenIn(survey).further.filter((id) => !joined.has(id)).flatMap(ofLibrary), ...(await ownIn(app, survey))], extras, seconds: secondsAtMost(definition.questions), drafted: null, movedFrom: null, clockChanges: null, lockedUntil: null,
  };
}

/** Own questions of a wave that began; what opens others is told with them. */
async function ownIn(app: App, survey: Survey): Promise<TurnView[]> {
  const lines = survey.state === 'draft' ? await routedIn(app, survey) : {};
  return survey.definition.questions.filter((question) => isOwn(question.id) && question.kind !== 'background' && !isScreener(question)).map(({ id, text }) => ({ text, routed: lines[id] ?? null }));
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
  const items = furtherItems(coreTemplate());
  // What opens others comes along with them.
  const own = ownOffered(await groundOf(app)).filter(({ kind }) => kind !== 'applies').map((one) => ({ ...one, id: turnId(one.id) }));
  return {
    replaces: kept !== undefined && kept.state !== 'ended',
    // A rule that began is asked on from today on.
    initial: initial.from < app.today() ? { ...initial, from: addDays(app.today(), 1) } : initial,
    cadences,
    usual: usualCadence,
    hours: Array.from({ length: letterHours.latest - letterHours.earliest + 1 }, (_, at) => letterHours.earliest + at),
    areas: dimensions.map(({ id, label }) => ({ id, label, items: items.filter((item) => item.dimension === id).map((item) => ({ id: item.id, text: item.text })) })).filter((area) => area.items.length > 0),
    own,
    today: app.today(),
  };
}

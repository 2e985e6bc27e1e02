// Whether a draft can be sealed as it stands, and everything that keeps it from being sealed.
import { done, refused, type Outcome, type Refusal } from '#app/domain/kernel/outcome.ts';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { nameOfTongue } from '#app/domain/kernel/tongue.ts';
import { hashOf } from '#app/domain/publication/release/canonical.ts';
import { idleScreener, routingFits, type RoutingRefusal } from '#app/domain/surveys/asking/routing.ts';
import type { LetterTexts } from '#app/domain/surveys/letters/letter-texts.ts';
import { notTooLong, readyToSeal, type SealRefusal } from '#app/domain/surveys/lifecycle.ts';
import { goneDivision, leftOutDivision } from '#app/domain/surveys/backgrounds/declared-cuts.ts';
import type { Rationed } from '#app/domain/surveys/questions/extras.ts';
import { inTongues } from '#app/domain/surveys/questions/translated-questions.ts';
import { isServiceSurvey } from '#app/domain/surveys/serving/service-survey.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { isOnTheMap } from '#app/services/surveys/draft-service.server.ts';
import { extended, extrasOf } from '#app/services/surveys/extras-of-pulse.server.ts';
import { ownReady } from '#app/services/surveys/own-ready.server.ts';
import { wordsOfTongues } from '#app/services/surveys/tongues.server.ts';
import type { App } from '#app/platform/app.server.ts';
import type { BallotPage } from '#db/index.server.ts';
import { builtPages } from './build-ballot-pages.server.ts';
import { planBlocks, type PlanRefusal, type SealingPlan } from './plan-sealing.server.ts';
import { asideOf } from './set-aside.server.ts';

export type ReadinessRefusal = SealRefusal | PlanRefusal | RoutingRefusal | 'set-aside' | 'not-found' | 'insecure-address' | 'no-ballot-page' | 'unknown-division' | 'division-not-asked' | 'half-with-tables' | 'tongue-gone' | 'service-map-changed' | 'own-retired' | 'own-parked' | 'own-not-through' | 'own-untranslated' | 'own-names';

export interface Readiness {
  /** As it lies there. */
  readonly draft: Survey;
  /** With what joins it by itself. */
  readonly survey: Survey;
  readonly extras: Rationed;
  readonly plan: SealingPlan;
  readonly pages: readonly BallotPage[];
  /** In which the days of the survey were looked at. */
  readonly timeZone: string;
  /** What HR wrote into its letters. */
  readonly letters: LetterTexts;
}

/** What somebody looked at, in one line: keys may be made again after a stop, and only for this. People are not part of it, they come and go. */
export const seenAs = ({ draft, survey, letters, timeZone }: Readiness): string => hashOf(JSON.parse(JSON.stringify({ draft, survey, letters, timeZone })));

/** Whether anything can be sealed on this installation: browsers seal ballots over a protected connection alone, with the pages of a built program. */
export async function canSeal(app: App): Promise<boolean> {
  return isSecureContext(app.config.publicUrl) && (await builtPages(app)).ok;
}

/** Everything that can be said before keys are made. */
export async function readiness(app: App, id: string): Promise<Outcome<Readiness, ReadinessRefusal>> {
  const looked = await lookedAt(app, id);
  const [first] = looked.inTheWay;
  if (first || !looked.ready) return first ?? refused('not-found');
  return done(looked.ready);
}

export interface LookedAt {
  readonly inTheWay: readonly Refusal<ReadinessRefusal>[];
  /** Null where no groups can be formed. */
  readonly ready: Readiness | null;
}

type Said = Outcome<unknown, ReadinessRefusal>;

const refusals = (said: readonly Said[]): readonly Refusal<ReadinessRefusal>[] => said.flatMap((one) => (one.ok ? [] : [one]));

/** All that keeps a draft from being sealed, in the order in which it is said: whoever mends one thing need not find the next one afterwards. */
export async function lookedAt(app: App, id: string): Promise<LookedAt> {
  const survey = await app.data.surveys.get(id);
  if (!survey || (await asideOf(app, id))) return { inTheWay: [refused(survey ? 'set-aside' : 'not-found')], ready: null };
  const ready = readyToSeal(survey, app.today());
  if (!ready.ok && ready.because === 'not-a-draft') return { inTheWay: [ready], ready: null };
  const secure = isSecureContext(app.config.publicUrl) ? done(null) : refused('insecure-address');
  const plan = await planBlocks(app, survey);
  const pages = await pagesOf(app, survey);
  const before: Said[] = [ready, secure, await ownReady(app, survey)];
  if (!plan.ok) return { inTheWay: refusals([...before, plan, pages]), ready: null };
  const extras = await extrasOf(app, survey, plan.value.blocks);
  const whole = spoken(app, extended(survey, extras));
  const inTheWay = refusals([...before, ...(await ofGroups(app, survey, plan.value)), notTooLong(whole), pages]);
  const letters = await app.data.letterTexts.ofSurvey(id);
  return { inTheWay, ready: { draft: survey, survey: whole, extras, plan: plan.value, pages: pages.ok ? pages.value : [], timeZone: app.timeZone(), letters } };
}

/** What its groups, their tables and the map say. */
async function ofGroups(app: App, survey: Survey, plan: SealingPlan): Promise<Said[]> {
  const { cuts } = survey.definition;
  const gone = goneDivision(cuts, plan.departments);
  const leftOut = leftOutDivision(cuts, plan);
  return [
    gone === null ? done(null) : refused('unknown-division', { division: gone }),
    plan.half && cuts.length > 0 ? refused('half-with-tables') : done(null),
    leftOut === null || leftOut === gone ? done(null) : refused('division-not-asked', { division: leftOut }),
    whoIsAsked(survey, plan),
    !isServiceSurvey(survey) || (await isOnTheMap(app, survey)) ? done(null) : refused('service-map-changed'),
  ];
}

async function pagesOf(app: App, { definition: { languages } }: Survey): Promise<Outcome<readonly BallotPage[], 'no-ballot-page' | 'tongue-gone'>> {
  const pages = await builtPages(app, languages);
  if (!pages.ok) return pages;
  const lost = languages.find((tongue) => !pages.value.some(({ language }) => language === tongue));
  return lost === undefined ? pages : refused('tongue-gone', { language: nameOfTongue(lost) });
}

/** Details of a refusal name the question by its words. */
function whoIsAsked({ definition: { questions, routing = [], languages } }: Survey, plan: SealingPlan): Outcome<null, RoutingRefusal> {
  const fits = routingFits(questions, routing, plan);
  const said = fits.ok ? idleScreener(questions, routing) : fits;
  if (said.ok) return said;
  const words = questions.find(({ id }) => id === said.details['item'])?.text;
  return refused(said.because, { ...said.details, question: inLanguage(words, languages[0] ?? 'en') ?? '' });
}

/** With the words of the tongues it is asked in, also in what joined it by itself. */
function spoken(app: App, survey: Survey): Survey {
  const { questions, languages } = survey.definition;
  return { ...survey, definition: { ...survey.definition, questions: inTongues(questions, languages, wordsOfTongues(app)) } };
}

/** Browsers have cryptography on HTTPS and on the own machine only: elsewhere nobody could take a paper. */
function isSecureContext(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'https:' || /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

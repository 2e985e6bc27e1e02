// What HR sees of a survey before and after sealing. Nothing here knows an answer: places, dates, and participation in coarse steps.
import type { Day } from '#app/domain/kernel/day.ts';
import { forEachLanguage } from '#app/domain/kernel/language.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Forecast } from '#app/domain/publication/cuts/cut-preview.ts';
import { manifestOf } from '#app/domain/publication/tally/manifest-text.ts';
import { askedIn, askedInShort, calledByParts, halfIn, type AskedInShort, type AskedView, type HalfView } from '#app/domain/surveys/asking/audience.ts';
import { countedPage, departmentsAround, type CountedPage, type CountedWish } from '#app/domain/surveys/participation/counted-page.ts';
import type { ListedSurvey } from '#app/domain/surveys/listed-survey.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { Participation } from '#app/domain/surveys/participation/participation.ts';
import { blocksOf, type Rationed } from '#app/domain/surveys/questions/extras.ts';
import { extrasView, type ExtrasView } from '#app/domain/surveys/questions/extras-view.ts';
import { lastDayOf, phaseOf, type Phase } from '#app/domain/surveys/phase.ts';
import { routedLines, type RoutedLines } from '#app/domain/surveys/asking/routed-lines.ts';
import { sealedManifest } from '#app/domain/surveys/sealed/sealed-manifest.ts';
import { offeredTo, resultsOf, withoutOffers } from '#app/domain/surveys/serving/service-survey.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { singledOut, type SingledOut } from '#app/domain/surveys/questions/singled-out.ts';
import type { App } from '#app/platform/app.server.ts';
import { placeOf } from '#app/text/places.server.ts';
import { ballotLink } from '#app/services/responses.server.ts';
import { asideOf, closingOf, firstCountOf, forecastOf, participationOf, planSealing, progressOf, type Progress, type ReadinessRefusal, type SealingPlan } from '#app/services/publication.server.ts';
import { spokenAudience, whoIsAsked } from '#app/services/publication/audience-words.server.ts';
import { openMeanwhileOf, type OpenMeanwhile } from '#app/services/publication/open-meanwhile.server.ts';
import { factOnce, publishesAnything } from '#app/services/publication/keep-releases.server.ts';
import { fingerprintIn } from '#app/services/publication/show-fingerprint.server.ts';

export interface Plan {
  readonly counted: CountedPage;
  /** How many groups. */
  readonly groups: number;
  readonly invited: number;
  /** Parts that are asked; null where all are. */
  readonly asked: AskedView | null;
  /** Where a random half is asked. */
  readonly half: HalfView | null;
  readonly withoutDepartment: number;
  /** What the ballot page would be sealed with, without its keys, for somebody of one block: the only one in it. */
  readonly manifest: Manifest;
  /** What will probably become of the declared tables; null where none is declared. */
  readonly forecast: Forecast | null;
  /** Whom the answers about the person would single out; null where none is asked. */
  readonly singled: SingledOut | null;
  readonly extras: ExtrasView;
  readonly slips: { readonly withoutAddress: number; readonly wishing: number; readonly decided: 'print' | 'without' | null; readonly listed: number };
}

export interface PlanWish extends CountedWish {
  /** The preview is that of somebody of this department; null for the first block. */
  readonly departmentId: string | null;
}

/** What sealing would do today. */
export async function planOf(app: App, survey: Survey, { departmentId, ...wish }: PlanWish): Promise<Outcome<Plan, ReadinessRefusal>> {
  const plan = await planSealing(app, survey.id);
  if (!plan.ok) return plan;
  const { departments, audience, blocks, invited, withoutDepartment, slips } = plan.value.plan;
  const own = Math.max(0, blocks.findIndex((block) => departmentId !== null && block.departments.includes(departmentId)));
  const { extras } = plan.value;
  const manifest = unsealed(asSeenFrom(own, plan.value), plan.value.plan, app.timeZone());
  const forecast = await forecastOf(app, survey, plan.value.plan);
  const singled = singledOut(survey.definition.questions, blocks);
  const people = { invited: blocks.reduce((sum, block) => sum + block.invited, 0), asked: askedIn({ departments, audience, blocks }), half: halfIn({ blocks, audience: plan.value.plan.half ? { kind: 'half', seed: '' } : null }), withoutDepartment };
  return done({ ...people, counted: countedPage(manifest.departments, blocks, wish), groups: blocks.length, manifest: previewOf(manifest, own), forecast, singled, extras: extrasView(extras, blocks), slips: slipsView(slips, invited) });
}

function slipsView({ withoutAddress, wishing, decided }: SealingPlan['slips'], invited: SealingPlan['invited']): Plan['slips'] {
  return { withoutAddress, wishing, decided: decided?.kind ?? null, listed: invited.filter(({ bySlip }) => bySlip).length };
}

/** The preview shows what the members of one block are asked. */
function asSeenFrom(own: number, { survey, extras, plan }: Previewed): Survey {
  const others = extras.taken.filter((extra) => !blocksOf(extra, plan.blocks).includes(own)).flatMap(({ questions }) => questions.map(({ id }) => id));
  return { ...survey, definition: { ...survey.definition, questions: survey.definition.questions.filter(({ id }) => !others.includes(id)) } };
}

interface Previewed {
  readonly survey: Survey;
  readonly extras: Rationed;
  readonly plan: SealingPlan;
}

/** By title and last day: whoever is asked by both would be asked twice at once. What keeps it from being sealed anyway is said instead. */
export async function openMeanwhile(app: App, survey: Survey): Promise<readonly OpenMeanwhile[]> {
  const plan = await planSealing(app, survey.id);
  return plan.ok ? openMeanwhileOf(app.data, survey, plan.value.plan) : [];
}

/** A preview needs one block: those of four thousand departments are a megabyte. */
function previewOf(manifest: Manifest, own: number): Manifest {
  const block = manifest.blocks[own]!;
  // What was offered block by block is offered to this one.
  const questions = offeredTo(manifest.questions, own).map((question) => withoutOffers(question));
  return { ...manifest, questions, blocks: [block], departments: departmentsAround(manifest.departments)(block) };
}

function unsealed(survey: Survey, plan: SealingPlan, timeZone: string): Manifest {
  const { departments, blocks } = plan;
  const audience = spokenAudience(whoIsAsked(plan), survey.definition.languages);
  const keyless = blocks.map((block) => ({ ...block, names: '', key: '' }));
  return sealedManifest(survey, { departments, blocks: keyless, box: '', pages: forEachLanguage(() => ''), timeZone, place: placeOf(timeZone), audience });
}

/** Departments with tables of their own, by the names they have today; those that were closed since are named too. */
export async function scopesOf(app: App, { definition }: Pick<Survey, 'definition'>): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const scopes = new Set(definition.cuts.map(({ scope }) => scope));
  const departments = scopes.size === 0 ? [] : await app.data.departments.all();
  return departments.filter(({ id }) => scopes.has(id)).map(({ id, name }) => ({ id, name }));
}

/** Ids of closed surveys which enough people answered to show anything. */
export async function publishedSurveys(app: App): Promise<ReadonlySet<string>> {
  const listed = [...(await app.data.releases.listed()), ...(await app.data.releases.ofServices())];
  const publish = await Promise.all(listed.map(({ hash }) => publishesAnything(app, hash)));
  return new Set(listed.filter((_, at) => publish[at]).map(({ surveyId }) => surveyId));
}

/** Closed, and enough people answered to show anything. */
async function isPublished(app: App, survey: Pick<Survey, 'id' | 'state'>): Promise<boolean> {
  return survey.state === 'closed' && (await publishedSurveys(app)).has(survey.id);
}

/** Who is asked by a survey of a list. */
async function askedOf(app: App, { id, state, definition: { audience }, manifestHash }: Survey): Promise<AskedInShort | null> {
  if (!audience || audience.kind === 'half') return audience ? { kind: 'half' } : null;
  if (state === 'draft' || manifestHash === null) {
    const names = (await app.data.departments.open()).filter(({ id }) => audience.departments.includes(id)).map(({ name }) => name);
    return { kind: 'parts', names: calledByParts({ names }) };
  }
  const known = await factOnce(app, { hash: manifestHash, asked: ['audience'] }, async () => {
    const text = (await app.data.manifests.ofSurvey(id))?.text;
    if (text === undefined) return undefined;
    const manifest = manifestOf(text);
    return { asked: askedInShort({ asked: askedIn(manifest), half: false }) };
  });
  return known?.asked ?? null;
}

/** All surveys, the one that opens last first. */
export async function listSurveys(app: App): Promise<readonly ListedSurvey[]> {
  const surveys = await app.data.surveys.all();
  const published = await publishedSurveys(app);
  return Promise.all(
    surveys.map(async (survey) => {
      const { id, title, opens } = survey;
      const phase = await phaseNow(app, survey);
      const participation = phase === 'open' ? await participationOf(app, id) : null;
      return { survey: { id, title, opens, closes: lastDayOf(survey) }, phase, participation, published: survey.state === 'closed' && published.has(id), results: resultsOf(survey), asked: await askedOf(app, survey) };
    }),
  );
}

export interface SealedView {
  readonly survey: Survey;
  readonly phase: Phase;
  readonly hash: string;
  readonly fingerprints: { readonly en: readonly string[]; readonly zh: readonly string[] };
  /** Whole addresses by language of the survey. */
  readonly links: readonly { readonly language: Tongue; readonly address: string }[];
  readonly counted: CountedPage;
  readonly invited: number;
  /** Parts that are asked; null where all are. */
  readonly asked: AskedView | null;
  /** Where a random half is asked. */
  readonly half: HalfView | null;
  /** By question that not everybody is asked: who is. */
  readonly routed: Readonly<Record<string, RoutedLines>>;
  /** Whether anybody comes with a slip. */
  readonly slips: boolean;
  /** The latest count; null before the first. */
  readonly participation: Participation | null;
  /** The day of the first count; null where there never is one. */
  readonly firstCount: Day | null;
  /** Names of the departments that participation speaks of. */
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** Of so many it was counted. */
  readonly departmentsTold: number;
  /** Departments with tables of their own. */
  readonly scopes: readonly { readonly id: string; readonly name: string }[];
  readonly published: boolean;
  /** The way to what was published. */
  readonly results: string;
  readonly lastDay: Day;
  /** Set aside: it takes nothing and waits for a decision. */
  readonly aside: boolean;
  /** Why a closing that has begun is held up; null where none is. */
  readonly heldUp: string | null;
  /** A closing that runs now. */
  readonly progress: Progress | null;
}

/** Routes are a line for each group and each question: nobody reads them on a page. */
function withoutRoutes(survey: Survey): Survey {
  const questions = survey.definition.questions.map(({ routes, ...question }) => {
    void routes;
    return question;
  });
  return { ...survey, definition: { ...survey.definition, questions } };
}

function nearestToTheTop(departments: Manifest['departments']): Manifest['departments'] {
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]));
  const depth = (id: string) => {
    let levels = 0;
    for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) levels += 1;
    return levels;
  };
  return departments.map((one) => ({ one, levels: depth(one.id) })).sort((a, b) => a.levels - b.levels).map(({ one }) => one);
}

/** A survey whose closing has begun is being counted, whatever the day: it takes no answers. */
async function phaseNow(app: App, survey: Survey): Promise<Phase> {
  const phase = phaseOf(survey, app.today());
  if (phase !== 'open') return phase;
  const { begun, heldUp } = await closingOf(app, survey.id);
  return begun && heldUp !== 'set-aside' ? 'counting' : phase;
}

/** Large departments whose participation a page tells of: those nearest to the top. */
const departmentsTold = 30;

export async function sealedView(app: App, id: string, wish: CountedWish = { find: '', page: 1 }): Promise<Outcome<SealedView, 'not-found'>> {
  const survey = await app.data.surveys.get(id);
  const stored = await app.data.manifests.ofSurvey(id);
  if (!survey || !stored) return refused('not-found');
  const manifest = manifestOf(stored.text);
  const participation = await participationOf(app, id);
  const told = new Set(Object.keys(participation?.departments ?? {}));
  const departments = nearestToTheTop(manifest.departments).filter((department) => told.has(department.id)).slice(0, departmentsTold);
  return done({
    survey: withoutRoutes(survey),
    phase: await phaseNow(app, survey),
    hash: stored.hash,
    fingerprints: { en: fingerprintIn('en', stored.hash), zh: fingerprintIn('zh-Hans', stored.hash) },
    links: manifest.languages.map((language) => ({ language, address: app.config.publicUrl + ballotLink(manifest, stored.hash, language) })),
    counted: countedPage(manifest.departments, manifest.blocks, wish),
    invited: manifest.blocks.reduce((sum, block) => sum + block.invited, 0),
    asked: askedIn(manifest),
    half: halfIn(manifest),
    routed: routedLines(manifest.questions, manifest.routing ?? [], manifest),
    slips: (manifest.slips?.listed ?? 0) > 0,
    participation: participation && { ...participation, departments: Object.fromEntries(departments.map(({ id: one }) => [one, participation.departments[one]!])) },
    firstCount: await firstCountOf(app, survey),
    departments,
    departmentsTold: told.size,
    scopes: manifest.departments.filter(({ id: scope }) => manifest.cuts.some((cut) => cut.scope === scope)),
    published: await isPublished(app, survey),
    results: resultsOf(survey),
    lastDay: lastDayOf(survey),
    aside: (await asideOf(app, id)) !== null,
    heldUp: (await closingOf(app, id)).heldUp,
    progress: progressOf(app, id),
  });
}

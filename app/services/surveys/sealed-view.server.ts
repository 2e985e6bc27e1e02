// What HR sees of a survey once it is sealed. Nothing here knows an answer: places, dates, and participation in coarse steps.
import type { Day } from '#app/domain/kernel/day.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { manifestOf } from '#app/domain/publication/tally/manifest-text.ts';
import { askedIn, halfIn, type AskedView, type HalfView } from '#app/domain/surveys/asking/audience.ts';
import { countedPage, type CountedPage, type CountedWish } from '#app/domain/surveys/participation/counted-page.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { Participation } from '#app/domain/surveys/participation/participation.ts';
import { lastDayOf, type Phase } from '#app/domain/surveys/phase.ts';
import { routedLines, type RoutedLines } from '#app/domain/surveys/asking/routed-lines.ts';
import { resultsOf } from '#app/domain/surveys/serving/service-survey.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { ballotLink } from '#app/services/responses.server.ts';
import { asideOf, closingOf, firstCountOf, participationOf, progressOf, type Progress } from '#app/services/publication.server.ts';
import { fingerprintIn } from '#app/services/publication/show-fingerprint.server.ts';
import { isPublished, phaseNow } from './survey-standing.server.ts';

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

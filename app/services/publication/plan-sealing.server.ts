// Where everybody would be counted if the survey were sealed today: shown to HR before, done at sealing.
import { formBlocks, smallestBlock, type EarlierGroup, type FormedBlock } from '#app/domain/publication/groups/blocks.ts';
import { oneBlock } from '#app/domain/publication/groups/one-block.ts';
import { earlierGroupsOf } from '#app/domain/publication/groups/earlier-groups.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { releaseIn } from '#app/domain/publication/release-text.ts';
import { manifestOf } from '#app/domain/publication/tally/manifest-text.ts';
import type { SlipDecision } from '#app/domain/surveys/slips.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';

export interface Invited {
  readonly personId: string;
  readonly name: string;
  readonly departmentId: string;
  readonly bySlip: boolean;
}

/** Who can be sent no link or would rather have none, among those in a department. */
export interface PlannedSlips {
  readonly withoutAddress: number;
  /** People with an address who chose a slip for themselves. */
  readonly wishing: number;
  /** What HR decided; null where nothing is decided yet, and then everybody is counted. */
  readonly decided: SlipDecision | null;
}

export interface SealingPlan {
  /** The tree of today. */
  readonly departments: readonly Department[];
  readonly blocks: readonly FormedBlock[];
  readonly invited: readonly Invited[];
  /** People who are here but in no department: they cannot be counted anywhere and are not invited. */
  readonly withoutDepartment: number;
  readonly slips: PlannedSlips;
}

/** `missing`: how many more invited people it takes. */
export type PlanRefusal = 'audience-too-small' | 'tree';

export async function planBlocks(app: App, survey: Survey): Promise<Outcome<SealingPlan, PlanRefusal>> {
  const people = await app.data.people.current();
  const departments = await app.data.departments.open();
  const here = new Set(departments.map(({ id }) => id));
  const placed = people.flatMap(({ departmentId, ...person }) => (departmentId !== null && here.has(departmentId) ? [{ ...person, departmentId }] : []));
  const wished = await app.data.slipWishes.all();
  const { slips: decided = null, consulting } = survey.definition;
  const asked = decided?.kind === 'without' ? placed.filter(({ email }) => email !== null) : placed;
  const invited = asked.map(({ id, name, departmentId, email }): Invited => ({ personId: id, name, departmentId, bySlip: decided?.kind === 'print' && (email === null || wished.has(id)) }));
  const slipsAmong = (some: typeof placed): PlannedSlips => ({ withoutAddress: some.filter(({ email }) => email === null).length, wishing: some.filter(({ id, email }) => email !== null && wished.has(id)).length, decided });
  const { k } = survey.definition;
  if (departments.length === 0) return refused('audience-too-small', { missing: smallestBlock(k) });
  const headcounts = new Map<string, number>();
  for (const { departmentId } of invited) headcounts.set(departmentId, (headcounts.get(departmentId) ?? 0) + 1);
  if (consulting) return planOneBlock({ departments, headcounts, k, invited, slipsOf: (within) => slipsAmong(placed.filter(({ departmentId }) => within.has(departmentId))) }, consulting.department);
  const formed = formBlocks({ departments, headcounts, k, earlier: await earlierGroups(app, survey) });
  if (!formed.ok && formed.because === 'too-few') return refused('audience-too-small', { missing: Number(formed.details['missing'] ?? 0) });
  if (!formed.ok) return refused('tree', { ...formed.details, problem: formed.because });
  return done({ departments, blocks: formed.value, invited, withoutDepartment: people.length - placed.length, slips: slipsAmong(placed) });
}

interface Asked {
  readonly departments: readonly Department[];
  readonly headcounts: ReadonlyMap<string, number>;
  readonly k: number;
  readonly invited: readonly Invited[];
  readonly slipsOf: (within: ReadonlySet<string>) => PlannedSlips;
}

/** Everybody of a department and below, as one group. */
function planOneBlock({ invited, slipsOf, ...roll }: Asked, top: string): Outcome<SealingPlan, PlanRefusal> {
  const whole = oneBlock(roll, top);
  if (!whole.ok) return refused('audience-too-small', { missing: Number(whole.details['missing'] ?? 0) });
  const { departments, block } = whole.value;
  const within = new Set(departments.map(({ id }) => id));
  return done({ departments, blocks: [block], invited: invited.filter(({ departmentId }) => within.has(departmentId)), withoutDepartment: 0, slips: slipsOf(within) });
}

/** Within a programme merges stick: who was counted together in an earlier wave is never told apart later. */
async function earlierGroups(app: App, { id, programme }: Survey): Promise<EarlierGroup[]> {
  if (programme === null) return [];
  const waves = (await app.data.surveys.all()).filter((wave) => wave.programme === programme && wave.id !== id && wave.state !== 'draft');
  const groups = await Promise.all(waves.map((wave) => groupsOf(app, wave.id)));
  return groups.flat();
}

async function groupsOf(app: App, surveyId: string): Promise<EarlierGroup[]> {
  const manifest = await app.data.manifests.ofSurvey(surveyId);
  const blocks = manifest ? manifestOf(manifest.text).blocks : [];
  const stored = await app.data.releases.ofSurvey(surveyId);
  return [...blocks, ...(stored ? earlierGroupsOf(releaseIn(stored.text)) : [])];
}

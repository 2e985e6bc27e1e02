// Where everybody would be counted if the survey were sealed today: shown to HR before, done at sealing.
import { formBlocks, smallestBlock, type EarlierGroup, type FormedBlock } from '#app/domain/publication/groups/blocks.ts';
import { besideEarlier, divideGroups, type AudienceConflict, type EarlierAudience } from '#app/domain/publication/groups/audience-groups.ts';
import { drawn, drawnByOf, halved, leastForHalf } from '#app/domain/publication/groups/draw-half.ts';
import { oneBlock } from '#app/domain/publication/groups/one-block.ts';
import { isHeldAgainst } from '#app/domain/publication/groups/year-of-groups.ts';
import { earlierGroupsOf } from '#app/domain/publication/groups/earlier-groups.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import { idsAtOrBelow } from '#app/domain/organisation/tree.ts';
import { done, refused, type Details, type Outcome } from '#app/domain/kernel/outcome.ts';
import { releaseIn } from '#app/domain/publication/release/release-text.ts';
import { manifestOf } from '#app/domain/publication/tally/manifest-text.ts';
import { besideOf, type SealedParts } from '#app/domain/surveys/asking/audience.ts';
import type { SlipDecision } from '#app/domain/surveys/slips/slips.ts';
import { titleIn, type Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';

export interface Invited {
  readonly personId: string;
  readonly name: string;
  readonly departmentId: string;
  readonly bySlip: boolean;
  /** Where a half is drawn: by what. */
  readonly drawnBy: string;
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
  /** Of the people who are asked. */
  readonly blocks: readonly FormedBlock[];
  /** Parts that are asked; null where all are. */
  readonly audience: SealedParts | null;
  /** Half of the people of every large block are drawn when it is sealed. */
  readonly half: boolean;
  /** Those who may be asked: all of them are, except where a half is drawn. */
  readonly invited: readonly Invited[];
  /** People who are here but in no department: they cannot be counted anywhere and are not invited. */
  readonly withoutDepartment: number;
  readonly slips: PlannedSlips;
  /** The surveys of the year as they stood when groups and audiences were held against them. */
  readonly year: string;
}

/** `missing`: how many more invited people it takes. */
export type PlanRefusal = 'audience-too-small' | 'tree' | 'part-gone' | 'part-empty' | 'half-too-small' | AudienceConflict;

export async function planBlocks(app: App, survey: Survey): Promise<Outcome<SealingPlan, PlanRefusal>> {
  const people = await app.data.people.current();
  const departments = await app.data.departments.open();
  const here = new Set(departments.map(({ id }) => id));
  const placed = people.flatMap(({ departmentId, ...person }) => (departmentId !== null && here.has(departmentId) ? [{ ...person, departmentId }] : []));
  const wished = await app.data.slipWishes.all();
  const { slips: decided = null, consulting } = survey.definition;
  const asked = decided?.kind === 'without' ? placed.filter(({ email }) => email !== null) : placed;
  const invited = asked.map(({ id, name, departmentId, email, employeeId }): Invited => ({ personId: id, name, departmentId, drawnBy: drawnByOf({ employeeId, email, name }), bySlip: decided?.kind === 'print' && (email === null || wished.has(id)) }));
  const slipsAmong = (some: typeof placed): PlannedSlips => ({ withoutAddress: some.filter(({ email }) => email === null).length, wishing: some.filter(({ id, email }) => email !== null && wished.has(id)).length, decided });
  const slipsOf = (within: ReadonlySet<string>) => slipsAmong(placed.filter(({ departmentId }) => within.has(departmentId)));
  const { k } = survey.definition;
  if (departments.length === 0) return refused('audience-too-small', { missing: smallestBlock(k) });
  const headcounts = new Map<string, number>();
  for (const { departmentId } of invited) headcounts.set(departmentId, (headcounts.get(departmentId) ?? 0) + 1);
  const ground: Asked = { departments, headcounts, k, invited, slipsOf };
  if (consulting) return planOneBlock(ground, consulting.department);
  // Before they are read: what is sealed or counted in between shows.
  const stood = await yearStands(app.data, survey);
  const year = await yearOf(app, survey);
  const formed = formBlocks({ departments, headcounts, k, earlier: year.groups });
  if (!formed.ok && formed.because === 'too-few') return refused('audience-too-small', { missing: Number(formed.details['missing'] ?? 0) });
  if (!formed.ok) return refused('tree', { ...formed.details, problem: formed.because });
  const planned = planAudience(ground, { survey, year, groups: formed.value, withoutDepartment: people.length - placed.length });
  return planned.ok ? done({ ...planned.value, year: stood }) : planned;
}

interface Asked {
  readonly departments: readonly Department[];
  readonly headcounts: ReadonlyMap<string, number>;
  readonly k: number;
  readonly invited: readonly Invited[];
  readonly slipsOf: (within: ReadonlySet<string>) => PlannedSlips;
}

interface Grouped {
  readonly survey: Survey;
  readonly year: Year;
  /** Everybody of the company, whoever is asked: what is left out this time sticks together all the same. */
  readonly groups: readonly FormedBlock[];
  readonly withoutDepartment: number;
}

/** Everybody, or the groups of the year in which somebody is of a part that HR chose. */
function planAudience({ departments, headcounts, k, invited, slipsOf }: Asked, { survey, year, groups, withoutDepartment }: Grouped): Outcome<Omit<SealingPlan, 'year'>, PlanRefusal> {
  const wish = survey.definition.audience;
  const chosen = wish?.kind === 'parts' ? wish.departments : null;
  const half = wish?.kind === 'half';
  if (half && groups.every(({ invited: people }) => people < leastForHalf)) return refused('half-too-small', { least: leastForHalf });
  const divided = chosen ? divideGroups(departments, groups, chosen) : done({ asked: groups, beside: [] });
  if (!divided.ok) return divided;
  const { asked, beside } = divided.value;
  const within = new Set(asked.flatMap((group) => group.departments));
  const besides = beside.flatMap((group) => group.departments);
  const allowed = besideEarlier(year.audiences, { asked: [...within], beside: besides, headcounts, k });
  if (!allowed.ok) return refused(allowed.because, named(allowed.details, departments));
  // Parts that leave nobody out are everybody.
  const audience = chosen && beside.length > 0 ? { kind: 'parts' as const, departments: chosen, beside: beside.map(({ departments: some, place, invited: count }) => ({ departments: some, place, people: count })) } : null;
  const who = { audience, half, invited: invited.filter(({ departmentId }) => within.has(departmentId)) };
  const notAsked = { withoutDepartment: audience ? 0 : withoutDepartment, slips: slipsOf(reached(departments, audience && audience.departments, within)) };
  return done({ departments, blocks: half ? halved(asked) : asked, ...who, ...notAsked });
}

/** Whose people count as without a letter: also those of departments in which nobody has an address, which are of no group. */
function reached(departments: readonly Department[], chosen: readonly string[] | null, within: ReadonlySet<string>): ReadonlySet<string> {
  return chosen ? new Set([...within, ...chosen.flatMap((id) => idsAtOrBelow(departments, id))]) : new Set(departments.map(({ id }) => id));
}

/** In the words of whoever reads the refusal. */
function named(details: Details, departments: readonly Department[]): Details {
  const { department } = details;
  const name = departments.find(({ id }) => id === department)?.name;
  return name === undefined ? details : { ...details, department: name };
}

/** Everybody of a department and below, as one group. */
function planOneBlock({ invited, slipsOf, ...roll }: Asked, top: string): Outcome<SealingPlan, PlanRefusal> {
  const whole = oneBlock(roll, top);
  if (!whole.ok) return refused('audience-too-small', { missing: Number(whole.details['missing'] ?? 0) });
  const { departments, block } = whole.value;
  const within = new Set(departments.map(({ id }) => id));
  return done({ departments, blocks: [block], audience: null, half: false, invited: invited.filter(({ departmentId }) => within.has(departmentId)), withoutDepartment: 0, slips: slipsOf(within), year: '' });
}

/** What the surveys have fixed that this one is held against. */
interface Year {
  readonly groups: readonly EarlierGroup[];
  readonly audiences: readonly EarlierAudience[];
}

/** A text that is another as soon as a survey of the year is sealed or counted: two that are sealed at one moment know nothing of each other,
 * and their groups and audiences would differ by anybody. A consultation asks one department as it is and knows no year. */
export async function yearStands({ surveys, releases }: Pick<Stores, 'surveys' | 'releases'>, survey: Survey): Promise<string> {
  if (survey.definition.consulting) return '';
  const waves = await heldAgainst(surveys, survey);
  const stands = await Promise.all(waves.map(async (wave) => `${wave.id} ${wave.state} ${(await releases.ofSurvey(wave.id))?.hash ?? ''}`));
  return stands.sort().join('\n');
}

const heldAgainst = async (surveys: Pick<Stores['surveys'], 'all'>, survey: Survey): Promise<readonly Survey[]> => (await surveys.all()).filter((wave) => wave.id !== survey.id && wave.state !== 'draft' && isHeldAgainst(survey, wave));

/** Within a year merges stick: who was counted together in an earlier wave is never told apart later, asked or not. */
async function yearOf(app: App, survey: Survey): Promise<Year> {
  const waves = await heldAgainst(app.data.surveys, survey);
  const parts = await Promise.all(waves.map((wave) => fixedBy(app, wave)));
  return { groups: parts.flatMap(({ groups }) => groups), audiences: parts.flatMap(({ audiences }) => audiences) };
}

async function fixedBy(app: App, wave: Survey): Promise<Year> {
  const stored = await app.data.manifests.ofSurvey(wave.id);
  if (!stored) return { groups: [], audiences: [] };
  const { blocks, audience } = manifestOf(stored.text);
  const released = await app.data.releases.ofSurvey(wave.id);
  const beside = besideOf(audience);
  const idsOf = (groups: readonly EarlierGroup[]) => groups.flatMap(({ departments }) => departments);
  const audiences = [{ title: titleIn(wave), asked: idsOf(blocks), beside: idsOf(beside), uncounted: wave.state === 'sealed' }];
  return { groups: [...blocks, ...beside, ...(released ? earlierGroupsOf(releaseIn(released.text)) : [])], audiences };
}

/** Who is asked: with half of the people of every large block, as the seed draws them. */
export function drawnPlan(plan: SealingPlan, seed: string): SealingPlan {
  const blockOf = new Map(plan.blocks.flatMap(({ departments }, block) => departments.map((id) => [id, block] as const)));
  const members = plan.blocks.map((): Invited[] => []);
  for (const person of plan.invited) members[blockOf.get(person.departmentId)!]!.push(person);
  const asked = new Set(members.flatMap((people, block) => (plan.blocks[block]!.people === undefined ? people : drawn(seed, people, plan.blocks[block]!.invited))).map(({ personId }) => personId));
  return { ...plan, invited: plan.invited.filter(({ personId }) => asked.has(personId)) };
}

/**
 * The seed of a half that ended without results is used again, until one with it has results: otherwise whoever may give a survey up, or
 * close it at once, could draw until the half pleases. Null where a new one is to be drawn.
 */
export async function unspentSeed({ surveys, manifests, releases }: Pick<Stores, 'surveys' | 'manifests' | 'releases'>): Promise<string | null> {
  const spent = new Set<string>();
  const seeds = new Set<string>();
  for (const survey of await surveys.all()) {
    const stored = survey.state === 'draft' || survey.definition.audience?.kind !== 'half' ? null : await manifests.ofSurvey(survey.id);
    const audience = stored && manifestOf(stored.text).audience;
    if (audience?.kind !== 'half') continue;
    seeds.add(audience.seed);
    const released = await releases.ofSurvey(survey.id);
    // Closed before anybody answered, it has nothing that a draw could have been made for.
    if (released && Object.keys(releaseIn(released.text).partitions).length > 0) spent.add(audience.seed);
  }
  return [...seeds].find((seed) => !spent.has(seed)) ?? null;
}

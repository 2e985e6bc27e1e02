// How many have answered is told in steps that are too coarse to notice one person: the company in fives where that is k people or
// more, else in the next coarser step that is; departments in tens where that is k people; and never more than the last step,
// «95 % or more» in fives.
import type { Department } from '../../organisation/department.ts';
import type { Day } from '../../kernel/day.ts';
import { askedInPart } from '../asking/audience.ts';
import type { Manifest } from '../sealed/manifest.ts';
import type { Participation } from './participation.ts';

/** A department of fewer is not told of, whatever k is. */
const leastInvited = 50;
const departmentStep = 10;
const companySteps = [5, 10, 20, 25, 50] as const;

export interface Answered {
  readonly manifest: Pick<Manifest, 'survey' | 'blocks' | 'departments' | 'k' | 'audience'>;
  readonly day: Day;
  /** Ballots by block. */
  readonly ballots: readonly number[];
}

/** The finest step of the company, in per cent, that is k people; null where none is: then nothing is told before closing. */
function companyStep(invited: number, k: number): number | null {
  return companySteps.find((step) => (step * invited) / 100 >= k) ?? null;
}

/** Whether anything is told of a survey before it is closed. */
export function isEverTold({ blocks, k }: Pick<Manifest, 'blocks' | 'k'>): boolean {
  return companyStep(blocks.reduce((sum, { invited }) => sum + invited, 0), k) !== null;
}

/** The highest share told in such steps: the last step is as many people as the others. */
export function highestIn(step: number): number {
  return 100 - step;
}

/** Rounded down to whole steps, in per cent. */
export function inSteps(ballots: number, invited: number, step: number): number {
  const share = invited === 0 ? 0 : (100 * ballots) / invited;
  const highest = highestIn(step);
  return share >= highest ? highest : Math.floor(share / step) * step;
}

/** Null where the company is too small to tell. A department counts as shown only if whole blocks make it up: the others are known in no finer way. */
export function participationIn({ manifest, day, ballots }: Answered): Participation | null {
  const all = sums(manifest, ballots, [...manifest.blocks.keys()]);
  const step = companyStep(all.invited, manifest.k);
  if (step === null) return null;
  const departments: Record<string, number> = {};
  const below = subtrees(manifest.departments);
  const inPart = askedInPart(manifest.departments, manifest.audience);
  for (const { id, parentId } of manifest.departments) {
    if (parentId === null || inPart.has(id)) continue;
    const people = below.get(id)!;
    const touching = manifest.blocks.flatMap((block, index) => (block.departments.some((one) => people.has(one)) ? [index] : []));
    const whole = touching.every((index) => manifest.blocks[index]!.departments.every((one) => people.has(one)));
    const { invited, answered } = sums(manifest, ballots, touching);
    const enough = invited >= leastInvited && (departmentStep * invited) / 100 >= manifest.k;
    if (whole && enough) departments[id] = inSteps(answered, invited, departmentStep);
  }
  return { surveyId: manifest.survey.id, day, company: inSteps(all.answered, all.invited, step), step, departments };
}

function sums({ blocks }: Answered['manifest'], ballots: readonly number[], numbers: readonly number[]): { invited: number; answered: number } {
  return {
    invited: numbers.reduce((sum, number) => sum + blocks[number]!.invited, 0),
    answered: numbers.reduce((sum, number) => sum + (ballots[number] ?? 0), 0),
  };
}

function subtrees(departments: readonly Department[]): ReadonlyMap<string, ReadonlySet<string>> {
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]));
  const below = new Map(departments.map(({ id }) => [id, new Set<string>()]));
  for (const { id } of departments) {
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) below.get(at)?.add(id);
  }
  return below;
}

// How many have answered is told in steps that are too coarse to notice one person: the company in fives, departments with at
// least fifty invited people in tens, and never more than «95 % or more».
import type { Department } from '../organisation/department.ts';
import type { Day } from '../kernel/day.ts';
import type { Manifest } from './manifest.ts';
import type { Participation } from './participation.ts';

export const leastInvited = 50;
export const highestShown = 95;

export interface Answered {
  readonly manifest: Pick<Manifest, 'survey' | 'blocks' | 'departments'>;
  readonly day: Day;
  /** Ballots by block. */
  readonly ballots: readonly number[];
}

/** Rounded down to whole steps, in per cent. */
export function inSteps(ballots: number, invited: number, step: number): number {
  const share = invited === 0 ? 0 : (100 * ballots) / invited;
  return share >= highestShown ? highestShown : Math.floor(share / step) * step;
}

/** A department counts as shown only if whole blocks make it up: the others are known in no finer way. */
export function participationIn({ manifest, day, ballots }: Answered): Participation {
  const departments: Record<string, number> = {};
  const below = subtrees(manifest.departments);
  for (const { id, parentId } of manifest.departments) {
    if (parentId === null) continue;
    const people = below.get(id)!;
    const touching = manifest.blocks.flatMap((block, index) => (block.departments.some((one) => people.has(one)) ? [index] : []));
    const whole = touching.every((index) => manifest.blocks[index]!.departments.every((one) => people.has(one)));
    const { invited, answered } = sums(manifest, ballots, touching);
    if (whole && invited >= leastInvited) departments[id] = inSteps(answered, invited, 10);
  }
  const all = sums(manifest, ballots, [...manifest.blocks.keys()]);
  return { surveyId: manifest.survey.id, day, company: inSteps(all.answered, all.invited, 5), departments };
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

// From past answers to what a release is made of. Nobody was invited by this program, so what is not in the files is unknown.
import type { Chance } from '#app/domain/kernel/chance.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import type { PastDepartmentColumn } from './department-column.ts';
import { pastScoring } from './items.ts';
import type { PastLong } from './long.ts';
import type { PastWide } from './wide.ts';
import type { UnlinkedInput } from './publish-unlinked.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import type { Leaf, TalliedItem, TallyInput } from '#app/domain/publication/tally/tally-input.ts';

export interface PastSurvey {
  readonly survey: Release['survey'];
  readonly k: number;
  readonly chance: Chance;
}

/** Rows must all have a department. */
export function tallyOfPast(past: PastWide, { survey, k, chance }: PastSurvey): TallyInput {
  const { leaves, leafOf } = leavesOf(past.departments);
  const items = past.items.map(({ item, values }): TalliedItem => {
    const scoring = pastScoring(item);
    return { ...scoring, id: item.id, dimension: item.dimension, k: Math.max(k, item.k ?? k), column: { kind: scoring.kind, values } };
  });
  // By default a cut has the questions of normal sensitivity.
  const tabulated = items.filter((item) => item.points % 2 === 1 && item.k === k).map(({ id }) => id);
  return {
    survey,
    manifest: null,
    k,
    departments: past.departments.departments,
    leaves,
    leafOf: past.departments.of.map((number) => leafOf.get(past.departments.ids[number]!)!),
    items,
    pairs: [],
    texts: [],
    openBoxes: 0,
    cuts: past.cuts.map((cut) => ({ ...cut, scope: cut.scope ?? 'company', items: tabulated })),
    counts: { invited: invitedIn(leaves), papers: null, reissued: null },
    receipts: null,
    previous: null,
    chance,
  };
}

export function unlinkedOfPast(past: PastLong, { survey, k, chance }: PastSurvey): UnlinkedInput {
  const { leaves, leafOf } = leavesOf(past.departments);
  const items = past.items.map(({ item, counts }) => {
    const table = new Int32Array(leaves.length * item.points);
    counts.forEach((cell, number) => table.set(cell, leafOf.get(past.departments.ids[number]!)! * item.points));
    return { ...pastScoring(item), id: item.id, k: Math.max(k, item.k ?? k), counts: table };
  });
  return { survey, k, departments: past.departments.departments, leaves, items, chance };
}

/** Departments with people: on the roll where it is known, otherwise every lowest one and every one that answered. */
function leavesOf({ departments, invited, ids }: PastDepartmentColumn): { leaves: Leaf[]; leafOf: Map<string, number> } {
  const answering = new Set(ids);
  const parents = new Set(departments.map(({ parentId }) => parentId));
  const hasPeople = ({ id }: Department) => answering.has(id) || (invited.has(id) ? invited.get(id)! > 0 : !parents.has(id));
  const leaves = departments
    .filter(hasPeople)
    .map(({ id }): Leaf => ({ id, departments: [id], place: id, invited: invited.get(id) ?? null, reissued: 0 }));
  return { leaves, leafOf: new Map(leaves.map(({ id }, at) => [id, at])) };
}

function invitedIn(leaves: readonly Leaf[]): number | null {
  return leaves.reduce<number | null>((sum, { invited }) => (sum === null || invited === null ? null : sum + invited), 0);
}

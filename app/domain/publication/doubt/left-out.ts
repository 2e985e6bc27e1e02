// That something applies to somebody is an answer, and a question that only those answer tells it. In every group in which such answers can
// come to be counted at least two people gave none, whom chance takes where there are fewer: before anything is decided from who answered, so
// that neither figures nor which groups there are prove of anybody that it applies. The groups are formed on ballots alone.
import { fewestAround, fewestLeftOut } from '#app/domain/surveys/asking/screening.ts';
import { certainPeople, countByLeaf } from '#app/domain/publication/groups/counted-people.ts';
import { layGround, planPartition, singleLeaves } from '#app/domain/publication/groups/partition.ts';
import type { Tree } from '#app/domain/publication/groups/tree.ts';
import { noAnswer, type TalliedItem, type TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { chosen } from './doubt.ts';

/** The same input where nothing depends on such an answer. */
export function withSomeLeftOut(input: TallyInput, tree: Tree): TallyInput {
  const screened = input.items.filter((item) => item.screened);
  if (screened.length === 0) return input;
  const groupOf = wideGroups(input, tree);
  const out = new Map<TalliedItem, ReadonlySet<number>>();
  for (const opened of new Set(screened.map(({ provider }) => provider))) {
    const items = screened.filter(({ provider }) => provider === opened);
    const left = leftOut(input, items, groupOf);
    for (const item of items) out.set(item, left);
  }
  return { ...input, items: input.items.map((item) => (out.has(item) ? without(item, out.get(item)!) : item)) };
}

/** By leaf; null where there are too few ballots for one, so that nothing of it is published. */
function wideGroups(input: TallyInput, tree: Tree): Int32Array | null {
  const ground = layGround(tree, input.leaves, input.beside);
  const weights = certainPeople(input, countByLeaf(input, () => true));
  const base = planPartition(ground, singleLeaves(ground), { weights, k: input.k });
  const wide = base.ok ? planPartition(ground, base.value.atoms, { weights, k: fewestAround(input.k) }) : base;
  return wide.ok ? wide.value.atomOf : null;
}

/** Rows whose answers to what was opened are taken away. */
function leftOut(input: TallyInput, items: readonly TalliedItem[], groupOf: Int32Array | null): ReadonlySet<number> {
  const groups = new Map<number, { readonly speaking: number[]; silent: number }>();
  input.leafOf.forEach((leaf, row) => {
    const at = groupOf?.[leaf] ?? 0;
    const group = groups.get(at) ?? { speaking: [], silent: 0 };
    groups.set(at, group);
    if (items.some(({ column }) => column.values[row]! >= 0)) group.speaking.push(row);
    // That it does not apply to somebody who was not asked nobody has to doubt.
    else if (items.every(({ screenedIn }) => screenedIn?.has(leaf) !== false)) group.silent += 1;
  });
  return new Set([...groups.values()].flatMap(({ speaking, silent }) => (silent >= fewestLeftOut ? [] : chosen(speaking, fewestLeftOut - silent, input.chance))));
}

function without(item: TalliedItem, rows: ReadonlySet<number>): TalliedItem {
  const values = item.column.values.slice();
  for (const row of rows) values[row] = noAnswer;
  return { ...item, column: { ...item.column, values } as TalliedItem['column'] };
}

// The rows of the map: every group of people that has a figure of its own, once.
import type { Steps } from '../../kernel/steps.ts';
import type { Group } from '../group.ts';
import type { Wave } from '../wave.ts';
import { meetingPlace } from '#app/domain/publication/groups/tree.ts';

export interface HeatRow {
  /** Department id, or the id of an atom that is no department of its own. */
  readonly id: string;
  /** Null for units that are counted together and have no number of their own. */
  readonly department: string | null;
  /** The department inside which it lies; null for the company. */
  readonly place: string | null;
  readonly depth: number;
  readonly group: Group;
}

/** One piece of work for each row. */
export function* lineByLine<Line>(rows: readonly HeatRow[], lineOf: (row: HeatRow) => Line): Steps<Line[]> {
  const lines: Line[] = [];
  for (const row of rows) {
    lines.push(lineOf(row));
    yield;
  }
  return lines;
}

/** The company, every shown department in tree order, and what is counted together without being one department. */
export function rowsOf(wave: Wave, base: string): HeatRow[] {
  const seen = new Set<string>();
  return [...departmentRows(wave, base), ...atomRows(wave, base)]
    .filter(([, row]) => {
      const key = row.group.atoms.join();
      return seen.has(key) ? false : seen.add(key);
    })
    .sort(([one], [other]) => one - other)
    .map(([, row]) => row);
}

type Ordered = readonly [order: number, row: HeatRow];

function departmentRows(wave: Wave, base: string): Ordered[] {
  const { tree, release } = wave;
  const ids = new Set([wave.root, ...(release.partitions[base]?.departments ?? []).map((one) => one.id)]);
  return tree.ids.flatMap((id, index) => {
    const group = ids.has(id) ? wave.group(base, id) : null;
    const place = tree.ids[tree.parent[index] as number] ?? null;
    return group ? [[index, { id, department: id, place, depth: tree.depth[index] as number, group }] as const] : [];
  });
}

// What small units were pooled into stands at the end of the department in which they meet.
function atomRows(wave: Wave, base: string): Ordered[] {
  const { tree, release } = wave;
  return (release.partitions[base]?.atoms ?? []).flatMap((atom) => {
    const group = wave.groupOfAll(base, atom.departments);
    if (!group) return [];
    const place = atom.departments.map((id) => tree.indexOf.get(id) ?? 0).reduce((one, other) => meetingPlace(tree, one, other));
    const depth = (tree.depth[place] as number) + 1;
    const row = { id: atom.id, department: null, place: tree.ids[place] ?? null, depth, group };
    return [[(tree.end[place] as number) - 0.5 - depth * 1e-4, row] as const];
  });
}

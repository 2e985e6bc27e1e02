// What two waves tell of the same people twice: the smallest groups that both published with the same departments, disjoint, so that
// nobody counts twice.
import type { Steps } from '../../kernel/steps.ts';
import type { Moments } from '../statistics/histogram.ts';
import { partitionOfSubject, read, type Subject } from '../readings.ts';
import { sameDepartments } from '../group.ts';
import type { Wave } from '../wave.ts';

export interface PairedGroup {
  readonly departments: readonly string[];
  readonly before: Moments;
  readonly after: Moments;
}

/** `subject`: what both waves asked alike. */
export function* pairedGroupsSteps(earlier: Wave, later: Wave, subject: Subject): Steps<PairedGroup[]> {
  const groups: PairedGroup[] = [];
  for (const departments of countedTogether([...atomsOf(earlier, subject), ...atomsOf(later, subject)])) {
    const [before, after] = [readAll(earlier, subject, departments), readAll(later, subject, departments)];
    if (before && after) groups.push({ departments, before, after });
    yield;
  }
  return groups;
}

function atomsOf(wave: Wave, subject: Subject): readonly (readonly string[])[] {
  const partition = partitionOfSubject(wave, subject);
  return partition === null ? [] : (wave.release.partitions[partition]?.atoms ?? []).map(({ departments }) => departments);
}

/** Whoever is counted together in one of the waves stays together: the finest groups that are whole in both. */
function countedTogether(atoms: readonly (readonly string[])[]): string[][] {
  const above = new Map<string, string>();
  const topOf = (id: string): string => {
    let top = id;
    for (let next = above.get(top); next !== undefined && next !== top; next = above.get(top)) top = next;
    above.set(id, top);
    return top;
  };
  for (const departments of atoms) for (const id of departments) above.set(topOf(id), topOf(departments[0] as string));
  const groups = new Map<string, string[]>();
  for (const id of above.keys()) {
    const top = topOf(id);
    const group = groups.get(top);
    if (group) group.push(id);
    else groups.set(top, [id]);
  }
  return [...groups.values()];
}

/** Null where the wave counts anybody else with them, and for a single answer, which has no spread. */
function readAll(wave: Wave, subject: Subject, departments: readonly string[]): Moments | null {
  const partition = partitionOfSubject(wave, subject);
  const group = partition === null ? null : wave.groupOfAll(partition, departments);
  if (!group || group.departments.length !== departments.length || !sameDepartments(group, { ...group, departments })) return null;
  const moments = read(wave, subject, group)?.moments;
  return moments && moments.n >= 2 ? moments : null;
}

// Departments in a file: their ids are those of one company, so that elsewhere they are found by their names on the way from the top.
import type { Department } from '../../organisation/department.ts';

export type Place = Pick<Department, 'id' | 'parentId' | 'name'>;

export interface PartInFile {
  readonly id: string;
  readonly path: readonly string[];
}

/** Names from below the top down to it; what is not there any more is found by nobody. */
export function wayTo(departments: readonly Place[], id: string): string[] {
  const names: string[] = [];
  for (let at = departments.find((one) => one.id === id); at !== undefined && at.parentId !== null; at = departments.find((one) => one.id === at?.parentId)) names.unshift(at.name);
  return names.length > 0 ? names : [id];
}

const keyOf = (path: readonly string[]): string => path.map((name) => name.normalize('NFC').trim()).join('\n');

/** By id where it is the same department, else by the names on the way to it; null where it is not here, or two are called so. */
export function partFinder(departments: readonly Place[]): (part: PartInFile) => string | null {
  const known = new Set(departments.map(({ id }) => id));
  const byWay = new Map<string, string | null>();
  for (const { id, parentId } of departments) {
    const key = parentId === null ? null : keyOf(wayTo(departments, id));
    if (key !== null) byWay.set(key, byWay.has(key) ? null : id);
  }
  return ({ id, path }) => (known.has(id) ? id : (byWay.get(keyOf(path)) ?? null));
}

/** Names of the parts that are not here, and the ids of all where none is missing. */
export function partsHere(parts: readonly PartInFile[], find: (part: PartInFile) => string | null): { readonly ids: readonly string[] } | { readonly away: readonly string[] } {
  const away = parts.filter((part) => find(part) === null).map(({ path }) => path.at(-1) ?? '');
  return away.length > 0 ? { away } : { ids: parts.map((part) => find(part)!) };
}

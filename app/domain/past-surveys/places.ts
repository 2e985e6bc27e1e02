// Where the departments of an old export stand in the company of today. Only departments that answered then, and those above them, are
// part of the past survey: an old release must not know a team that did not exist.
import type { Department, ListedDepartment } from '#app/domain/organisation/department.ts';
import type { PastDepartments } from './departments.ts';
import { foldedDepartment as folded } from './spellings.ts';

const steps = (text: string) => text.split(/\s*(?:\s\/\s|\/|>|›|→|\\)\s*/).map(folded).filter((step) => step !== '');

/** How the file calls nothing: a respondent without a department is counted in the company alone. */
const noPlace = '';

/** By the names of a file: the department of today each of them plainly is. What is not here has to be asked. */
export function matchPlaces(names: readonly string[], departments: readonly ListedDepartment[]): Map<string, string> {
  const index = indexOf(departments);
  const root = departments.find(({ parentId, closed }) => parentId === null && !closed);
  const matched = new Map<string, string>();
  for (const name of names) {
    const found = name === noPlace ? root?.id : (index.get(folded(name)) ?? index.get(steps(name).join(' / ')));
    if (found) matched.set(name, found);
  }
  return matched;
}

/** By id, by code, by whole path with and without the company, and by a name that only one has; today's before gone ones. */
function indexOf(departments: readonly ListedDepartment[]): Map<string, string> {
  const index = new Map<string, string>();
  const add = (key: string, id: string) => void (key !== '' && !index.has(key) && index.set(key, id));
  const ordered = [...departments.filter(({ closed }) => !closed), ...departments.filter(({ closed }) => closed)];
  const paths = pathsOf(departments);
  for (const { id, code } of ordered) for (const key of [folded(id), folded(code)]) add(key, id);
  for (const { id } of ordered) {
    const path = paths.get(id) ?? [];
    add(path.join(' / '), id);
    add(path.slice(1).join(' / '), id);
  }
  for (const closed of [false, true]) {
    const named = new Map<string, string[]>();
    for (const one of departments) {
      if (one.closed !== closed) continue;
      const name = folded(one.name);
      named.set(name, [...(named.get(name) ?? []), one.id]);
    }
    for (const [name, [only, second]] of named) if (only !== undefined && second === undefined) add(name, only);
  }
  return index;
}

function pathsOf(departments: readonly Department[]): Map<string, string[]> {
  const byId = new Map(departments.map((one) => [one.id, one]));
  const path = (id: string, depth = 0): string[] => {
    const one = byId.get(id);
    if (!one || depth > departments.length) return [];
    return [...(one.parentId === null ? [] : path(one.parentId, depth + 1)), folded(one.name)];
  };
  return new Map(departments.map(({ id }) => [id, path(id)]));
}

export interface PastCompany {
  readonly departments: PastDepartments;
  /** By a department as the file calls it: its id. */
  readonly places: ReadonlyMap<string, string>;
}

/** `chosen`: the department of today by name, null for one that existed only then, which stands below what its path leads to. */
export function pastCompany(chosen: ReadonlyMap<string, string | null>, today: readonly ListedDepartment[]): PastCompany {
  const byId = new Map(today.map((one) => [one.id, one]));
  const root = today.find(({ parentId, closed }) => parentId === null && !closed) ?? { id: 'company', parentId: null, name: 'Company' };
  const kept = new Map<string, Department>([[root.id, { id: root.id, parentId: null, name: root.name }]]);
  const keep = (id: string): void => {
    const one = byId.get(id);
    if (!one || kept.has(id)) return;
    const parentId = one.parentId ?? root.id;
    kept.set(id, { id, parentId, name: one.name });
    keep(parentId);
  };
  const index = indexOf(today);
  const places = new Map<string, string>();
  for (const [name, id] of chosen) {
    if (id !== null && byId.has(id)) {
      keep(id);
      places.set(name, id);
    } else places.set(name, keepPast(name, { kept, keep, index, root: root.id }));
  }
  // In the order of today, so that nobody has to look for a department.
  const departments = [...new Set([root.id, ...today.map(({ id }) => id), ...kept.keys()])].flatMap((id) => kept.get(id) ?? []);
  return { departments: { departments, invited: new Map() }, places };
}

interface Growing {
  readonly kept: Map<string, Department>;
  readonly keep: (id: string) => void;
  readonly index: ReadonlyMap<string, string>;
  readonly root: string;
}

/** The same name is the same department in every past survey, so that their lines join. */
function keepPast(name: string, { kept, keep, index, root }: Growing): string {
  const path = steps(name);
  const written = name.split(/\s*(?:\s\/\s|\/|>|›|→|\\)\s*/).map((step) => step.trim()).filter((step) => step !== '');
  const above = path.slice(0, -1).map((_, at) => index.get(path.slice(0, path.length - 1 - at).join(' / '))).find((id) => id !== undefined);
  const id = `past / ${path.join(' / ')}`;
  if (above) keep(above);
  kept.set(id, { id, parentId: above ?? root, name: written.at(-1) ?? name });
  return id;
}

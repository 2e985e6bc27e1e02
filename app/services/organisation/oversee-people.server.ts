// What HR and administrators see of the directory: nothing in here knows whether anybody answered anything.
import type { GrantedRole } from '#app/domain/access/granted-role.ts';
import { grantedRoles } from '#app/domain/access/granted-role.ts';
import type { ListedPerson, PersonView } from '#app/domain/access/listed-person.ts';
import { pathsOf } from '#app/domain/organisation/department-difference.ts';
import type { Person } from '#app/domain/organisation/person.ts';
import { choicesAround, departmentsNamed, partOfTree, perPage, type Choice, type PartBranch, type PartOfTree } from '#app/domain/organisation/part-of-tree.ts';
import { branchesOf, idsAtOrBelow, type LedBranch } from '#app/domain/organisation/tree.ts';
import type { App } from '#app/platform/app.server.ts';

const peoplePerPage = 50;

export interface PeopleWish {
  readonly search: string;
  /** A department and everything below; empty for all. */
  readonly department: string;
  /** From 1. */
  readonly page: number;
}

export interface PeoplePage {
  readonly people: readonly ListedPerson[];
  readonly found: number;
  /** Everybody who is here. */
  readonly all: number;
  readonly page: number;
  readonly pages: number;
}

export async function peoplePage(app: App, wish: PeopleWish): Promise<PeoplePage> {
  const departments = await app.data.departments.open();
  const within = wish.department === '' ? undefined : idsAtOrBelow(departments, wish.department);
  const query = { search: wish.search, departments: within };
  const found = await app.data.people.count(query);
  const pages = Math.max(1, Math.ceil(found / peoplePerPage));
  const page = Math.min(Math.max(1, wish.page), pages);
  const people = await app.data.people.find({ ...query, offset: (page - 1) * peoplePerPage, limit: peoplePerPage });
  return { people: await listed(app, people), found, all: await app.data.people.count(), page, pages };
}

async function listed(app: App, people: readonly Person[]): Promise<ListedPerson[]> {
  const paths = pathsOf(await app.data.departments.all());
  const roles = await app.data.roles.ofAll(people.map((person) => person.id));
  return people.map(({ id, name, employeeId, email, departmentId }) => ({
    id,
    name,
    employeeId,
    email,
    department: paths.get(departmentId ?? '') ?? '',
    roles: roles.get(id) ?? [],
  }));
}

/** Open departments by path, for choosing one; of many those around the chosen one. */
export async function departmentChoices(app: App, chosen: string): Promise<Choice[]> {
  return choicesAround(await app.data.departments.open(), chosen);
}

export interface TreeWish {
  /** The department whose part is looked at; empty for the whole. */
  readonly within: string;
  /** Of a name; empty for the tree. */
  readonly search: string;
  /** From 1. */
  readonly page: number;
}

export interface TreePage extends Omit<PartOfTree, 'branches'> {
  readonly branches: readonly LedBranch[];
  /** What was searched for; null where nothing was. */
  readonly found: { readonly choices: readonly Choice[]; readonly many: number } | null;
  readonly many: number;
}

export async function departmentTree(app: App, { within, search, page }: TreeWish): Promise<TreePage> {
  const departments = await app.data.departments.open();
  if (search !== '') return { ...foundIn(departmentsNamed(departments, search), page), many: departments.length };
  const part = partOfTree(branchesOf(departments, await app.data.people.countByDepartment()), { within, page });
  const heads = await app.data.people.byIds(headsIn(part.branches));
  const names = new Map(heads.map((person) => [person.id, person.name]));
  const led = ({ headId, below, ...branch }: PartBranch): LedBranch => ({
    ...branch,
    head: headId !== null && names.has(headId) ? { id: headId, name: names.get(headId) as string } : null,
    below: below.map(led),
  });
  return { ...part, branches: part.branches.map(led), found: null, many: departments.length };
}

const headsIn = (branches: readonly PartBranch[]): string[] => branches.flatMap(({ headId, below }) => [...(headId === null ? [] : [headId]), ...headsIn(below)]);

function foundIn(choices: readonly Choice[], wanted: number): Omit<TreePage, 'many'> {
  const pages = Math.max(1, Math.ceil(choices.length / perPage));
  const page = Math.min(Math.max(1, wanted), pages);
  return { branches: [], above: [], page, pages, found: { choices: choices.slice((page - 1) * perPage, page * perPage), many: choices.length } };
}

export async function personView(app: App, id: string): Promise<PersonView | null> {
  const person = await app.data.people.get(id);
  if (!person) return null;
  const paths = pathsOf(await app.data.departments.all());
  const manager = person.managerId === null ? null : await app.data.people.get(person.managerId);
  const heads = await app.data.departments.headedBy(id);
  const { site, joinedOn, leftOn, language } = person;
  const [row] = await listed(app, [person]);
  return {
    ...(row as ListedPerson),
    manager: manager && { id: manager.id, name: manager.name },
    site,
    joinedOn,
    leftOn,
    language,
    heads: heads.map((department) => paths.get(department) ?? ''),
  };
}

/** Who holds the roles that open more than one's own part; people who left are left out. */
export async function roleHolders(app: App): Promise<Record<GrantedRole, { id: string; name: string }[]>> {
  const holders = async (role: GrantedRole) =>
    (await app.data.people.byIds(await app.data.roles.holders(role)))
      .filter((person) => person.leftOn === null)
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  return Object.fromEntries(await Promise.all(grantedRoles.map(async (role) => [role, await holders(role)]))) as Record<
    GrantedRole,
    { id: string; name: string }[]
  >;
}

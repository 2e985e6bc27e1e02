// What HR and administrators see of the directory: nothing in here knows whether anybody answered anything.
import type { GrantedRole } from '#app/domain/access/granted-role.ts';
import { grantedRoles } from '#app/domain/access/granted-role.ts';
import type { ListedPerson, PersonView } from '#app/domain/access/listed-person.ts';
import { pathsOf } from '#app/domain/organisation/department-difference.ts';
import type { Person } from '#app/domain/organisation/person.ts';
import { branchesOf, idsAtOrBelow, type Branch, type LedBranch } from '#app/domain/organisation/tree.ts';
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

export interface DepartmentChoice {
  readonly id: string;
  readonly path: string;
}

/** Open departments by path, for choosing one. */
export async function departmentChoices(app: App): Promise<DepartmentChoice[]> {
  const paths = pathsOf(await app.data.departments.open());
  return [...paths].map(([id, path]) => ({ id, path })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

export async function departmentTree(app: App): Promise<LedBranch[]> {
  const departments = await app.data.departments.open();
  const branches = branchesOf(departments, await app.data.people.countByDepartment());
  const heads = await app.data.people.byIds(departments.flatMap(({ headId }) => headId ?? []));
  const names = new Map(heads.map((person) => [person.id, person.name]));
  const led = ({ headId, below, ...branch }: Branch): LedBranch => ({
    ...branch,
    head: headId !== null && names.has(headId) ? { id: headId, name: names.get(headId) as string } : null,
    below: below.map(led),
  });
  return branches.map(led);
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

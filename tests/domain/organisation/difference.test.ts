import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import { planOf, type ImportPlan, type Today } from '#app/domain/organisation/difference.ts';
import type { Directory, DirectoryDepartment, DirectoryPerson } from '#app/domain/organisation/directory.ts';
import type { Person } from '#app/domain/organisation/person.ts';
import { aPerson } from '#tests/support/directory.ts';
import { times } from '#tests/support/repetitions.ts';

const department = (code: string, parent: string | null, name: string, head: string | null = null): DirectoryDepartment => ({ code, parent, name, head });

const entry = (employeeId: string, place: string, more: Partial<DirectoryPerson> = {}): DirectoryPerson => ({
  line: 2,
  employeeId,
  name: `Person ${employeeId}`,
  department: place,
  email: undefined,
  manager: undefined,
  site: undefined,
  joinedOn: undefined,
  language: undefined,
  ...more,
});

function counting(): () => string {
  let count = 0;
  return () => `new-${(count += 1)}`;
}

function today(people: readonly Person[] = [], departments: readonly ListedDepartment[] = []): Today {
  return { day: day('2026-11-22'), people, departments, newId: counting() };
}

/** The state after a plan was carried out. */
function after(plan: ImportPlan, before: Today): Today {
  const people = new Map([...before.people, ...plan.people].map((person) => [person.id, person]));
  const departments = new Map([...before.departments, ...plan.departments].map((one) => [one.id, one]));
  return { ...before, people: [...people.values()], departments: [...departments.values()] };
}

const first: Directory = {
  departments: [department('1', null, 'Amber', 'E1'), department('2', '1', 'Sales', 'E2'), department('3', '1', 'Legal')],
  people: [entry('E1', '1'), entry('E2', '2', { manager: 'E1', email: 'two@amber.example' }), entry('E3', '2', { manager: 'E2' }), entry('E4', '3')],
};

describe('the first file', () => {
  const plan = planOf(first, today());

  test('brings everybody and every department', () => {
    expect(plan.difference.joined.map((person) => person.employeeId)).toEqual(['E1', 'E2', 'E3', 'E4']);
    expect(plan.difference.departmentsNew).toEqual(['Amber', 'Amber / Sales', 'Amber / Legal']);
    expect(plan.difference.withoutEmail).toBe(3);
    expect(plan.difference.departmentsWithoutHead).toEqual(['Amber / Legal']);
  });

  test('knows managers and heads by their new ids', () => {
    const idOf = (employeeId: string) => plan.people.find((person) => person.employeeId === employeeId)?.id;
    expect(plan.people.find((person) => person.employeeId === 'E3')?.managerId).toBe(idOf('E2'));
    expect(plan.departments.find((one) => one.code === '2')?.headId).toBe(idOf('E2'));
  });
});

describe('the next file', () => {
  const start = today();
  const known = after(planOf(first, start), start);

  test('that says the same changes nothing', () => {
    const plan = planOf(first, known);
    expect(plan.people).toEqual([]);
    expect(plan.departments).toEqual([]);
    expect(plan.difference).toMatchObject({ joined: [], left: [], moved: [], changed: [], unchanged: 4, departmentsNew: [], departmentsGone: [] });
  });

  test('tells who joined, left, moved and changed', () => {
    const next: Directory = {
      departments: first.departments,
      people: [entry('E1', '1'), entry('E2', '3', { manager: 'E1', email: 'two@amber.example' }), entry('E3', '2', { name: 'Married', manager: 'E2' }), entry('E5', '3')],
    };
    const { difference, leaving } = planOf(next, known);
    expect(difference.joined).toEqual([{ employeeId: 'E5', name: 'Person E5', department: 'Amber / Legal' }]);
    expect(difference.left).toEqual([{ employeeId: 'E4', name: 'Person E4', department: 'Amber / Legal' }]);
    expect(difference.moved).toEqual([{ employeeId: 'E2', name: 'Person E2', department: 'Amber / Legal', from: 'Amber / Sales' }]);
    expect(difference.changed).toEqual([{ employeeId: 'E3', name: 'Married', department: 'Amber / Sales', fields: ['name'] }]);
    expect(leaving).toEqual([known.people.find((person) => person.employeeId === 'E4')?.id]);
  });

  test('keeps what it has no column for, and a language somebody chose', () => {
    const chosen = { ...known, people: known.people.map((person) => ({ ...person, site: 'Berlin', language: 'zh-Hant' as const })) };
    const plan = planOf({ ...first, people: first.people.map((one) => ({ ...one, language: null })) }, chosen);
    expect(plan.people).toEqual([]);
  });

  test('empties what it has an empty cell for', () => {
    const plan = planOf({ ...first, people: first.people.map((one) => ({ ...one, email: null })) }, known);
    expect(plan.difference.changed).toMatchObject([{ employeeId: 'E2', fields: ['email'] }]);
  });

  test('renames a department known by its id, and closes one that is gone', () => {
    const next: Directory = {
      departments: [department('1', null, 'Amber', 'E1'), department('2', '1', 'Markets', 'E3')],
      people: [entry('E1', '1'), entry('E2', '2', { manager: 'E1', email: 'two@amber.example' }), entry('E3', '2', { manager: 'E2' })],
    };
    const { difference, departments } = planOf(next, known);
    expect(difference.departmentsChanged).toEqual([{ department: 'Amber / Markets', from: 'Amber / Sales', newHead: true }]);
    expect(difference.departmentsGone).toEqual(['Amber / Legal']);
    expect(departments.find((one) => one.code === '3')).toMatchObject({ closed: true, headId: null });
    expect(difference.left.map((person) => person.department)).toEqual(['Amber / Legal']);
  });

  test('finds departments again that were paths before and have ids now', () => {
    const paths: Directory = {
      departments: [department('Amber', null, 'Amber'), department('Amber / Sales', 'Amber', 'Sales')],
      people: [entry('E1', 'Amber / Sales')],
    };
    const empty = today();
    const before = after(planOf(paths, empty), empty);
    const { difference, people } = planOf({ departments: [department('10', null, 'Amber'), department('20', '10', 'Sales')], people: [entry('E1', '20')] }, before);
    expect(difference).toMatchObject({ departmentsNew: [], departmentsGone: [], moved: [], unchanged: 1 });
    expect(people).toEqual([]);
  });

  test('brings back whoever left as the same person', () => {
    const without = planOf({ ...first, people: first.people.slice(0, 3) }, known);
    const gone = after(without, known);
    const back = planOf(first, gone);
    expect(back.difference.joined.map((person) => person.employeeId)).toEqual(['E4']);
    expect(back.people).toMatchObject([{ id: known.people.find((person) => person.employeeId === 'E4')?.id, leftOn: null }]);
  });

  test('neither moves nor removes somebody no file brought, and adopts that person by address', () => {
    const admin = aPerson('admin', { employeeId: null, email: 'boss@amber.example' });
    const plan = planOf(first, { ...known, people: [...known.people, admin] });
    expect(plan.difference.left).toEqual([]);
    const next = { ...first, people: [...first.people, entry('E9', '1', { email: 'Boss@amber.example' })] };
    const adopted = planOf(next, { ...known, people: [...known.people, admin] });
    expect(adopted.difference.joined).toEqual([]);
    expect(adopted.people).toMatchObject([{ id: 'admin', employeeId: 'E9' }]);
  });
});

test('whatever two files say, after the second everybody stands where it says and a third time changes nothing', () => {
  const company = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 30 }), team: fc.integer({ min: 0, max: 4 }), manager: fc.integer({ min: 1, max: 30 }) }), {
    selector: (person) => person.id,
    minLength: 1,
  });
  const directory = (people: { id: number; team: number; manager: number }[]): Directory => {
    const teams = [...new Set(people.map((person) => person.team))];
    return {
      departments: [department('root', null, 'Root'), ...teams.map((team) => department(`t${team}`, 'root', `Team ${team}`))],
      people: people.map(({ id, team, manager }) =>
        entry(`E${id}`, `t${team}`, { manager: people.some((other) => other.id === manager) ? `E${manager}` : null }),
      ),
    };
  };
  fc.assert(
    fc.property(company, company, (one, two) => {
      const empty = today();
      const before = after(planOf(directory(one), empty), empty);
      const plan = planOf(directory(two), before);
      const now = after(plan, before);
      const here = now.people.filter((person) => person.leftOn === null);
      expect(here.map((person) => person.employeeId).sort()).toEqual(two.map((person) => `E${person.id}`).sort());
      const { joined, moved, changed, unchanged } = plan.difference;
      expect(joined.length + moved.length + changed.length + unchanged).toBe(two.length);
      expect(planOf(directory(two), now)).toMatchObject({ people: [], departments: [] });
    }),
    { numRuns: times(100, 5000) },
  );
});

// Small directories for tests: only what a test speaks about has to be said.
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import type { Person } from '#app/domain/organisation/person.ts';

export function aDepartment(id: string, more: Partial<ListedDepartment> = {}): ListedDepartment {
  return { id, parentId: null, code: id, name: id, headId: null, position: 0, closed: false, ...more };
}

export function aPerson(id: string, more: Partial<Person> = {}): Person {
  return {
    id,
    employeeId: id,
    name: `Person ${id}`,
    email: `${id}@amber.example`,
    departmentId: null,
    managerId: null,
    site: null,
    joinedOn: null,
    leftOn: null,
    language: null,
    ...more,
  };
}

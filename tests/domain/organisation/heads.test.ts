import { describe, expect, test } from 'vitest';
import type { DirectoryDepartment, DirectoryPerson } from '#app/domain/organisation/directory.ts';
import { withHeads } from '#app/domain/organisation/heads.ts';

const department = (code: string, parent: string | null = null, head: string | null = null): DirectoryDepartment => ({ code, parent, name: code, head });

const person = (employeeId: string, place: string, manager: string | null = null): DirectoryPerson => ({
  line: 2,
  employeeId,
  name: employeeId,
  department: place,
  email: undefined,
  manager,
  site: undefined,
  joinedOn: undefined,
  language: undefined,
});

function heads(departments: DirectoryDepartment[], people: DirectoryPerson[]): Record<string, string | null> {
  return Object.fromEntries(withHeads({ departments, people }).map(({ code, head }) => [code, head]));
}

describe('the head of a department', () => {
  const tree = [department('company'), department('sales', 'company'), department('north', 'sales'), department('south', 'sales')];

  test('is whom the file names, whatever people say', () => {
    const people = [person('a', 'sales', 'b'), person('c', 'sales', 'b')];
    expect(heads([department('company'), department('sales', 'company', 'a')], people)['sales']).toBe('a');
  });

  test('is whom most name as their manager', () => {
    const people = [person('boss', 'north', 'up'), person('a', 'north', 'boss'), person('b', 'north', 'boss'), person('c', 'north', 'other')];
    expect(heads(tree, people)['north']).toBe('boss');
  });

  test('is not the manager above in a department of two', () => {
    expect(heads(tree, [person('boss', 'north', 'up'), person('a', 'north', 'boss')])['north']).toBe('boss');
  });

  test('is nobody where opinions are even', () => {
    expect(heads(tree, [person('a', 'north', 'x'), person('b', 'north', 'y')])['north']).toBeNull();
  });

  test('is nobody where no manager is named', () => {
    expect(heads(tree, [person('a', 'north'), person('b', 'north')])['north']).toBeNull();
  });

  test('of a division without people of its own is the one to whom the heads below report', () => {
    const people = [person('n', 'north', 'vp'), person('n2', 'north', 'n'), person('s', 'south', 'vp'), person('s2', 'south', 's'), person('vp', 'company')];
    expect(heads(tree, people)).toMatchObject({ north: 'n', south: 's', sales: 'vp' });
  });

  test('of a division sits in it even when alone there', () => {
    const people = [person('vp', 'sales', 'ceo'), person('n', 'north', 'vp'), person('n2', 'north', 'n'), person('ceo', 'company')];
    expect(heads(tree, people)).toEqual({ company: 'ceo', sales: 'vp', north: 'n', south: null });
  });

  test('of a division who leads a team directly stays the head of both', () => {
    const people = [person('vp', 'sales', 'ceo'), person('n1', 'north', 'vp'), person('n2', 'north', 'vp'), person('ceo', 'company')];
    expect(heads(tree, people)).toMatchObject({ sales: 'vp', north: 'vp' });
  });
});

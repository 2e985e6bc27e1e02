import { describe, expect, test } from 'vitest';
import { grantedRoles } from '#app/domain/access/granted-role.ts';
import { day } from '#app/domain/kernel/day.ts';
import { databases, dataOf } from '#tests/support/databases.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';

describe.each(databases)('people and departments on $name', (database) => {
  const data = dataOf(database);

  test('a tree is saved whole, children before parents', async () => {
    const tree = [aDepartment('team', { parentId: 'root', position: 1, headId: 'p1' }), aDepartment('root')];
    await data().departments.saveAll(tree);
    expect(await data().departments.open()).toEqual([tree[1], tree[0]]);
    expect(await data().departments.get('team')).toEqual(tree[0]);
    expect(await data().departments.headedBy('p1')).toEqual(['team']);
  });

  test('a closed department stays on record, out of the tree and without a head', async () => {
    await data().departments.saveAll([aDepartment('old', { parentId: 'root', headId: 'p9', closed: true })]);
    expect((await data().departments.open()).map((department) => department.id)).toEqual(['root', 'team']);
    expect((await data().departments.all()).map((department) => department.id)).toContain('old');
    expect(await data().departments.headedBy('p9')).toEqual([]);
  });

  test('a thousand people arrive in any order of managers and come back as they were', async () => {
    const people = Array.from({ length: 1000 }, (_, index) =>
      aPerson(`p${index}`, {
        departmentId: index % 3 === 0 ? 'root' : 'team',
        managerId: index === 999 ? null : 'p999',
        site: index % 2 === 0 ? '上海' : null,
        joinedOn: day('2020-02-29'),
        language: 'zh-Hans',
      }),
    );
    await data().transaction((stores) => stores.people.saveAll(people));
    expect(await data().people.get('p7')).toEqual(people[7]);
    expect(await data().people.count()).toBe(1000);
    expect(await data().people.countByDepartment()).toEqual(new Map([['root', 334], ['team', 666]]));
  });

  test('people are found by a list of ids', async () => {
    const found = await data().people.byIds(['p3', 'nobody', 'p4']);
    expect(found.map((person) => person.id).sort()).toEqual(['p3', 'p4']);
  });

  test('a person points to a department that exists', async () => {
    await expect(data().people.save(aPerson('lost', { departmentId: 'nowhere' }))).rejects.toThrow();
    expect(await data().people.get('lost')).toBeNull();
  });

  test('an address is found whatever its case', async () => {
    expect((await data().people.byEmail('  P7@Amber.Example '))?.id).toBe('p7');
    expect(await data().people.byEmail('nobody@amber.example')).toBeNull();
  });

  test('two people exchange their addresses in one go', async () => {
    const [one, two] = [await data().people.get('p1'), await data().people.get('p2')];
    if (!one || !two) throw new Error('both are here');
    await data().people.saveAll([{ ...one, email: two.email }, { ...two, email: one.email }]);
    expect((await data().people.byEmail('p1@amber.example'))?.id).toBe('p2');
    await data().people.saveAll([one, two]);
  });

  test('two people never hold the same address', async () => {
    await expect(data().people.save(aPerson('double', { email: 'P3@amber.example' }))).rejects.toThrow();
  });

  test('whoever left is on record, is not found by address, and frees the address', async () => {
    await data().people.save(aPerson('p5', { leftOn: day('2026-11-01') }));
    expect((await data().people.get('p5'))?.leftOn).toBe('2026-11-01');
    expect(await data().people.byEmail('p5@amber.example')).toBeNull();
    expect(await data().people.count()).toBe(999);
    await data().people.save(aPerson('successor', { email: 'p5@amber.example' }));
    expect((await data().people.byEmail('p5@amber.example'))?.id).toBe('successor');
  });

  test('a search looks at names, addresses and employee ids, literally', async () => {
    await data().people.save(aPerson('x1', { employeeId: 'EMP_77', name: 'Ada 100% Li', email: null }));
    const found = async (search: string) => (await data().people.find({ search, offset: 0, limit: 5 })).map((person) => person.id);
    expect(await found('ada')).toEqual(['x1']);
    expect(await found('100%')).toEqual(['x1']);
    expect(await found('emp_7')).toEqual(['x1']);
    expect(await found('emp%7')).toEqual([]);
    expect(await found('p123@')).toEqual(['p123']);
  });

  test('a page of a department has a start and a length', async () => {
    const query = { departments: ['root'], search: 'person' };
    expect(await data().people.count(query)).toBe(334);
    expect(await data().people.find({ ...query, offset: 330, limit: 10 })).toHaveLength(4);
    expect(await data().people.count({ departments: [] })).toBe(0);
  });

  test('a role is granted once however often, and withdrawn', async () => {
    await data().roles.grant('p1', 'hr');
    await data().roles.grant('p1', 'hr');
    await data().roles.grant('p1', 'administrator');
    expect(await data().roles.of('p1')).toEqual(['administrator', 'hr']);
    expect(await data().roles.ofAll(['p1', 'p2'])).toEqual(new Map([['p1', ['administrator', 'hr']]]));
    expect(await data().roles.holders('hr')).toEqual(['p1']);
    await data().roles.withdraw('p1', 'hr');
    expect(await data().roles.of('p1')).toEqual(['administrator']);
  });

  test('every role that is given to people can be kept', async () => {
    for (const role of grantedRoles) await data().roles.grant('p2', role);
    expect(await data().roles.of('p2')).toEqual([...grantedRoles].sort());
  });
});

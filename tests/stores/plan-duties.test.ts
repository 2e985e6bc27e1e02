// Lists and reminders find their plans by rows that say who has to do what by when. Those rows say the same as the plan, whatever
// becomes of it, and whether this program wrote it or one before.
import { Kysely, Migrator } from 'kysely';
import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import { dutiesOf } from '#app/domain/plans/duties.ts';
import { storedPlan } from '#app/domain/plans/stored-plan.ts';
import { dialectOf } from '#db/dialects/dialect-of.ts';
import { migrate } from '#db/index.server.ts';
import { migrations } from '#db/migrations/index.ts';
import type { Tables } from '#db/schema/tables.ts';
import { databases, dataOf } from '#tests/support/databases.ts';
import { aDepartment } from '#tests/support/directory.ts';
import { anIssue, aPlan, aStep } from '#tests/support/plans.ts';

const promise = { id: 'w1', text: 'An answer', by: 'south-1', due: day('2026-12-11'), keptOn: null, dropped: null };
const committed = (more: Partial<ActionPlan> = {}): Partial<ActionPlan> => ({ state: 'committed', days: { ...aPlan().days, committed: day('2026-11-23') }, ...more });

/** Every kind of plan: written, at work with and without open steps, finished with a promise that somebody waits for. */
const plans: readonly ActionPlan[] = [
  aPlan({ id: 'draft', state: 'draft', ownerId: 'north-2', promises: [promise] }),
  aPlan({ id: 'work', ...committed({ partners: ['south'] }), steps: [aStep('a', { ownerId: 'east-1' }), aStep('b', { status: 'done', doneOn: day('2026-11-24') })] }),
  aPlan({ id: 'over', ...committed({ state: 'closed-achieved' }), steps: [aStep('c', { ownerId: 'east-1', status: 'done' })] }),
  aPlan({ id: 'waited-for', ...committed({ state: 'closed-not-achieved' }), promises: [promise], ownerId: 'north-3' }),
];

const idsOf = (found: readonly ActionPlan[]) => found.map(({ id }) => id);

describe.each(databases)('what plans ask of whom on $name', (database) => {
  const data = dataOf(database);

  test('plans are found by department, by those who work along, and by whoever has something to do', async () => {
    await data().departments.saveAll([aDepartment('north'), aDepartment('south'), aDepartment('east')]);
    await data().issues.add(anIssue());
    for (const plan of plans) await data().transaction(({ plans: store }) => store.add(plan, plan.id));
    expect(idsOf(await data().plans.concerning({ departments: ['north'], personId: 'nobody' }))).toEqual(['draft', 'over', 'waited-for', 'work']);
    expect(idsOf(await data().plans.concerning({ departments: ['south'], personId: 'nobody' }))).toEqual(['work']);
    expect(idsOf(await data().plans.concerning({ departments: [], personId: 'east-1' }))).toEqual(['over', 'work']);
    expect(idsOf(await data().plans.concerning({ departments: [], personId: 'south-1' }))).toEqual(['draft', 'waited-for']);
    expect(await data().plans.concerning({ departments: ['nowhere'], personId: 'nobody' })).toEqual([]);
  });

  test('plans that ask something of a person are found by rows, finished ones of their own among them', async () => {
    const asking = async (person: string) => idsOf(await data().planDuties.plansAsking(person));
    expect(await asking('east-1')).toEqual(['work']);
    expect(await asking('south-1')).toEqual(['waited-for']);
    expect(await asking('nobody')).toEqual([]);
    const done = aPlan({ id: 'done', ...committed({ state: 'monitoring', ownerId: 'north-7' }), steps: [aStep('d', { ownerId: 'east-9', status: 'done' })] });
    await data().transaction(({ plans: store }) => store.add(done, done.id));
    expect(await asking('north-7')).toEqual(['done']);
    expect(await asking('east-9')).toEqual([]);
  });

  test('plans as lines, late steps by department, and promises by day', async () => {
    expect((await data().planDuties.standings()).map(({ planId, departmentId, state, dimension }) => [planId, departmentId, state, dimension])).toContainEqual(['work', 'north', 'committed', 'workload']);
    expect(await data().planDuties.lateSteps(day('2026-12-04'))).toEqual(new Map());
    expect(await data().planDuties.lateSteps(day('2026-12-05'))).toEqual(new Map([['north', 1]]));
    expect(idsOf(await data().planDuties.withPromisesUntil(day('2026-12-10')))).toEqual([]);
    expect(idsOf(await data().planDuties.withPromisesUntil(day('2026-12-11')))).toEqual(['waited-for']);
    expect(idsOf(await data().planDuties.ofDepartments(['north']))).toHaveLength(5);
    expect(await data().planDuties.ofDepartments([])).toEqual([]);
    expect(await data().issues.ofDepartments(['north', 'nowhere'])).toHaveLength(1);
    expect(await data().issues.ofDepartments([])).toEqual([]);
  });

  test('those in which something is still to be done, and no others', async () => {
    expect(idsOf(await data().plans.withOpenDuties())).toEqual(['waited-for', 'work']);
    expect(idsOf(await data().plans.inStates(['draft', 'closed-achieved']))).toEqual(['draft', 'over']);
  });

  test('a change of the plan changes what it asks, and one that was not written changes nothing', async () => {
    const given = aPlan({ ...(plans[1] as ActionPlan), partners: [], steps: [aStep('a', { ownerId: 'west-1', status: 'done' })], state: 'implemented', revision: 2 });
    expect(await data().transaction(({ plans: store }) => store.replace(given, 7))).toBe(false);
    expect(idsOf(await data().plans.concerning({ departments: ['south'], personId: 'west-1' }))).toEqual(['work']);
    expect(await data().transaction(({ plans: store }) => store.replace(given, 1))).toBe(true);
    expect(idsOf(await data().plans.concerning({ departments: [], personId: 'west-1' }))).toEqual(['work']);
    expect(idsOf(await data().plans.concerning({ departments: ['south'], personId: 'east-1' }))).toEqual(['over']);
    expect(idsOf(await data().plans.withOpenDuties())).toEqual(['waited-for']);
  });
});

test.each(databases)('plans of before get the same rows on $name', async (database) => {
  const address = await database.create();
  const db = new Kysely<Tables>({ dialect: dialectOf(address) });
  const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0016'));
  await new Migrator({ db, provider: { getMigrations: async () => before } }).migrateToLatest();
  await db.insertInto('departments').values({ id: 'north', parent_id: null, code: 'north', name: 'North', head_id: null, position: 0, closed: 0 }).execute();
  await db.insertInto('issues').values({ id: 'i1', about: 'a', department_id: 'north', state: 'planned', revision: 1, content: '{}' }).execute();
  for (const plan of plans) await db.insertInto('plans').values({ id: plan.id, request: plan.id, issue_id: 'i1', department_id: 'north', state: plan.state, revision: 1, content: storedPlan.write(plan) }).execute();
  await migrate(db);
  for (const plan of plans) {
    const rows = await db.selectFrom('plan_duties').selectAll().where('plan_id', '=', plan.id).orderBy('position').execute();
    expect(rows.map(({ kind, person_id: personId, due, open }) => ({ kind, personId, due, open: open === 1 }))).toEqual(dutiesOf(plan));
    const partners = await db.selectFrom('plan_partners').select('department_id').where('plan_id', '=', plan.id).execute();
    expect(partners.map((row) => row.department_id)).toEqual(plan.partners);
  }
  await db.destroy();
  await database.remove(address);
});

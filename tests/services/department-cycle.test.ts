// Where a department stands is said to its members, its heads and HR, from what is there; nobody reads of another department's silence.
import { expect, test } from 'vitest';
import { departmentCycle, startPlan } from '#app/services/plans.server.ts';
import { actorFor } from '#tests/support/people.ts';
import { aPlanningApp, head, wished } from '#tests/support/planning.ts';

const north = { department: 'north' };

test('members, heads and HR read where the department stands', async () => {
  const app = await aPlanningApp();
  app.setNow('2026-12-12');
  for (const person of ['north-2', 'north-1', 'south-1', 'hr']) {
    expect(await departmentCycle(app, await actorFor(app, person), north), person).toMatchObject({ department: 'North', now: 'improve', assess: { code: 'published', day: '2026-11-20' }, improve: { code: 'owed-late', day: '2026-12-11' } });
  }
});

test('nobody beside it in the tree reads it, and nothing is said of a department that is gone', async () => {
  const app = await aPlanningApp();
  for (const person of ['south-2', 'operations-1']) expect(await departmentCycle(app, await actorFor(app, person), north), person).toBeNull();
  expect(await departmentCycle(app, await actorFor(app, 'hr'), { department: 'nowhere' })).toBeNull();
});

test('on the page of an earlier survey nothing is said of today', async () => {
  const app = await aPlanningApp();
  const hr = await actorFor(app, 'hr');
  expect(await departmentCycle(app, hr, { ...north, shownWith: 'autumn' })).not.toBeNull();
  expect(await departmentCycle(app, hr, { ...north, shownWith: 'spring' })).toBeNull();
});

test('a draft is told to those who write it alone', async () => {
  const app = await aPlanningApp();
  await startPlan(app, await head(app), wished());
  expect((await departmentCycle(app, await head(app), north))?.improve.code).toBe('writing');
  const told = await departmentCycle(app, await actorFor(app, 'north-2'), north);
  expect(told?.improve.code).not.toBe('writing');
});

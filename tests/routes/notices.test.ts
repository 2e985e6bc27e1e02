// The notice board says what the letters say, for a department as everybody in it may read it, and nothing before publication.
import { expect, test } from 'vitest';
import { loader } from '#app/routes/notices.tsx';
import { commitPlan, startPlan } from '#app/services/plans.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { aPlanningApp, head, wished } from '#tests/support/planning.ts';
import { visit } from '#tests/support/visit.ts';

type Board = Exclude<Awaited<ReturnType<typeof loader>>, Response>['board'];

async function boardOf(app: TestApp, as: string, department: string): Promise<Board | number> {
  const answer = await visit(app, loader, `/notices?department=${department}`, { as });
  return answer instanceof Response ? answer.status : answer.board;
}

/** What is printed, without the choice of other sheets. */
const words = (board: Board | number) => JSON.stringify(typeof board === 'number' ? board : { ...board, choices: [] });

test('nothing stands on it before publication', async () => {
  const app = await testApp();
  await aSmallCompany(app);
  expect(await boardOf(app, 'hr', 'north')).toMatchObject({ results: [], owed: [], parts: [] });
});

test('a department reads its own finding, what is owed to it and what will be done; the sheet beside it says none of that', async () => {
  const app = await aPlanningApp();
  const { value } = (await startPlan(app, await head(app), wished())) as { value: { planId: string } };
  const before = words(await boardOf(app, 'hr', 'south'));
  await commitPlan(app, await head(app), value.planId);
  const own = words(await boardOf(app, 'hr', 'north'));
  expect(own).toContain('below the rest of the company on Workload');
  expect(own).toContain('“Less at once”');
  expect(words(await boardOf(app, 'hr', 'south'))).toBe(before);
  expect(before).not.toMatch(/North|Less at once/);
});

test('the company’s sheet names no department, and what is owed stands on the sheet of those to whom it is owed', async () => {
  const app = await aPlanningApp();
  const company = (await boardOf(app, 'hr', 'amber')) as Board;
  expect(JSON.stringify([company.results, company.owed, company.parts])).not.toMatch(/North|Sales|South|Operations/);
  expect(((await boardOf(app, 'hr', 'north')) as Board).owed).toContain('Workload, North: Person north-1 answers by 11 December 2026.');
});

test('a head prints for the own branch and for the company, and for nobody else', async () => {
  const app = await aPlanningApp();
  const answers = await Promise.all(['north', 'amber', 'south', 'sales', 'nowhere'].map((department) => boardOf(app, 'north-1', department)));
  expect(answers.map((answer) => (typeof answer === 'number' ? answer : 'shown'))).toEqual(['shown', 'shown', 403, 403, 403]);
});

test('answers that were due are spoken of as such from the day after', async () => {
  const app = await aPlanningApp();
  app.setNow('2026-12-11T12:00:00Z');
  expect(words(await boardOf(app, 'hr', 'north'))).toContain('by 11 December 2026 what was said clearly is answered');
  app.setNow('2026-12-12T12:00:00Z');
  expect(words(await boardOf(app, 'hr', 'north'))).toContain('By 11 December 2026 what was said clearly had to be answered');
});

// Plans, steps and promises as files: what is in them, for whom, and what a spreadsheet makes of it.
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { languages } from '#app/domain/kernel/language.ts';
import { commitPlan, planList, plansWorkbook, promiseRegister, promisesFile, startPlan } from '#app/services/plans.server.ts';
import { actorFor } from '#tests/support/people.ts';
import { aPlanningApp, head, hr, wished } from '#tests/support/planning.ts';
import { sheetsOf } from '#tests/support/read-report-files.ts';
import type { TestApp } from '#tests/support/app.ts';

const due = day('2026-12-11');
const excelDay = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569;

async function agreed(words = 'An answer about shifts'): Promise<TestApp> {
  const app = await aPlanningApp();
  const started = await startPlan(app, await head(app), wished({ promise: { text: words, due } }));
  if (!started.ok) throw new Error(started.because);
  await commitPlan(app, await head(app), started.value.planId);
  return app;
}

async function retitled(app: TestApp, title: string) {
  const [plan] = await app.data.plans.all();
  await app.data.transaction(({ plans }) => plans.replace({ ...plan!, title, steps: plan!.steps.map((step) => ({ ...step, title })), promises: plan!.promises.map((one) => ({ ...one, text: title })), revision: plan!.revision + 1 }, plan!.revision));
}

describe('the workbook of plans', () => {
  test('has plans, steps and promises on a sheet each, days as days, and says of each column what it is', async () => {
    const app = await agreed();
    const [about, plans, steps, promises] = sheetsOf(await plansWorkbook(app, await hr(app), 'en'));
    expect([about, plans, steps, promises].map((one) => one!.name)).toEqual(['About this file', 'Plans', 'Steps', 'Promises']);
    const [plan] = await app.data.plans.all();
    expect(plans!.texts).toEqual(expect.arrayContaining(['North', 'Less at once', 'Agreed', 'Person north-1']));
    expect(plans!.numbers).toEqual(expect.arrayContaining([excelDay(plan!.days.created), excelDay(plan!.days.committed!)]));
    expect(steps!.numbers).toContain(excelDay(plan!.steps[0]!.due));
    expect(promises!.texts).toContain('An answer about shifts');
    expect(promises!.numbers).toEqual([excelDay(due), excelDay(due), 0]);
    for (const column of [...plans!.texts.slice(0, 19), ...steps!.texts.slice(0, 10), ...promises!.texts.slice(0, 10)]) expect(about!.texts).toContain(column);
  });

  test('holds no figure that the plan has from people, and no number that the page of plans has not', async () => {
    const app = await agreed();
    const actor = await hr(app);
    const [listed] = (await planList(app, actor, 'all', 'en')).plans;
    const { plan } = listed!;
    const known = new Set<number>([app.today(), ...Object.values(plan.days), plan.target?.by, ...plan.steps.map((step) => step.due), ...plan.promises.map((one) => one.due)].flatMap((one) => (one ? [excelDay(one)] : [])));
    for (const counted of [plan.steps.length, plan.promises.length, 0]) known.add(counted);
    for (const { name, numbers } of sheetsOf(await plansWorkbook(app, actor, 'en'))) for (const number of numbers) expect(known, `${name}: ${number}`).toContain(number);
    expect(known).not.toContain(plan.baseline!.index);
  });

  test('holds what is in the reader’s own lists: nothing for somebody beside, nor for another head', async () => {
    const app = await agreed();
    for (const person of ['operations-1', 'north-3']) {
      const actor = await actorFor(app, person);
      const listed = (await planList(app, actor, 'all', 'en')).plans.length;
      const [, plans] = sheetsOf(await plansWorkbook(app, actor, 'en'));
      expect(plans!.texts.includes('Less at once'), person).toBe(listed > 0);
      expect(sheetsOf(await plansWorkbook(app, actor, 'en')).flatMap(({ texts }) => texts).includes('An answer about shifts')).toBe((await promiseRegister(app, actor, 'en')).promises.length > 0);
    }
    expect(sheetsOf(await plansWorkbook(app, await actorFor(app, 'operations-1'), 'en')).flatMap(({ texts }) => texts)).not.toContain('Less at once');
  });

  test.each(['=HYPERLINK("http://evil","x")', '+1', '@SUM(A1)', '🙂'.repeat(75), 'שלום עולם', 'T'.repeat(300), '_x0041_'])('keeps a title as text: %s', async (title) => {
    const app = await agreed();
    await retitled(app, title);
    const sheets = sheetsOf(await plansWorkbook(app, await hr(app), 'en'));
    expect(sheets.reduce((sum, { formulas }) => sum + formulas, 0)).toBe(0);
    const kept = title === '_x0041_' ? '_x005F_x0041_' : title;
    for (const { name, texts } of sheets.slice(1)) expect(texts, name).toContain(kept);
  });

  test('is the same bytes twice, also at once, and is there without any plan, in each language', async () => {
    const app = await aPlanningApp();
    for (const language of languages) {
      const [one, other] = await Promise.all([plansWorkbook(app, await hr(app), language), plansWorkbook(app, await hr(app), language)]);
      expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
      expect(sheetsOf(one)).toHaveLength(4);
    }
  });
});

describe('the table of promises', () => {
  const rowsOf = (text: string) => parse(text, { bom: true }) as string[][];

  test('has a line for each promise of the reader’s register', async () => {
    const app = await agreed();
    const text = await promisesFile(app, await hr(app), 'en');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(rowsOf(text)[1]).toEqual(['An answer about shifts', 'Less at once', 'North', 'Person north-1', due, due, '0', '', 'Open', '']);
    expect(rowsOf(await promisesFile(app, await actorFor(app, 'operations-1'), 'en'))).toHaveLength(1);
    expect(rowsOf(await promisesFile(app, await hr(app), 'zh-Hant'))[0]!.slice(0, 3)).toEqual(['承諾', '計畫', '承諾的對象']);
  });

  test.each(['=1+1', '+1', '@SUM(A1)', '＝1'])('runs no promise as a formula: %s', async (words) => {
    const app = await agreed();
    await retitled(app, words);
    expect(rowsOf(await promisesFile(app, await hr(app), 'en'))[1]!.slice(0, 2)).toEqual([`'${words}`, `'${words}`]);
  });
});

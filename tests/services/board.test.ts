// HR's board, the table of plans and the calendar file: what is on them, for whom, and what a spreadsheet or calendar makes of it.
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { boardPage, calendarFile, commitPlan, plansFile, reportBlocker, resolveBlocker, setStepStatus, startPlan } from '#app/services/plans.server.ts';
import type { NewPlan } from '#app/services/plans.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { actorFor } from '#tests/support/people.ts';
import { aPlanningApp, head, hr, later, wished } from '#tests/support/planning.ts';

const all = { stage: null, find: '', page: 1 } as const;
const board = async (app: TestApp, wish: Partial<Parameters<typeof boardPage>[2]['wish']> = {}) => boardPage(app, await hr(app), { wish: { ...all, ...wish }, language: 'en' });

async function planned(app: TestApp, more: Partial<NewPlan> = {}): Promise<string> {
  const started = await startPlan(app, await head(app), wished(more));
  if (!started.ok) throw new Error(started.because);
  return started.value.planId;
}

async function agreed(more: Partial<NewPlan> = {}): Promise<{ app: TestApp; planId: string }> {
  const app = await aPlanningApp();
  const planId = await planned(app, more);
  await commitPlan(app, await head(app), planId);
  return { app, planId };
}

describe('the board', () => {
  test('shows departments with something by stage, in the order of the tree, and counts the rest', async () => {
    const app = await aPlanningApp();
    const before = await board(app);
    const north = before.rows.find(({ name }) => name === 'North')!;
    expect(north).toMatchObject({ within: 'Sales', counts: { owed: 1, planned: 0 }, daysLate: 0 });
    expect(before.rest).toBe(7 - before.withSomething);
    await planned(app);
    expect((await board(app)).rows.find(({ name }) => name === 'North')).toMatchObject({ counts: { owed: 0, planned: 1 } });
    app.setNow('2026-12-14');
    expect(Math.max(...(await board(app)).rows.map(({ daysLate }) => daysLate))).toBe(3);
  });

  test('is narrowed to a stage and to a name, and a page that is not there is the last one', async () => {
    const { app } = await agreed();
    expect((await board(app, { stage: 'under-way' })).rows.map(({ name }) => name)).toEqual(['North']);
    expect((await board(app, { stage: 'measured' })).rows).toEqual([]);
    expect((await board(app, { find: 'nOr', page: 99 }))).toMatchObject({ page: 1, found: 1 });
    expect((await board(app, { find: '%' })).rows).toEqual([]);
  });

  test('counts late steps and sets follow-through beside the published figure', async () => {
    const { app } = await agreed();
    app.setNow('2026-12-07');
    const [row] = (await board(app, { find: 'north' })).rows;
    expect(row).toMatchObject({ lateSteps: 1, followThrough: { part: 0, of: 0 } });
    expect(row!.score).toEqual({ index: expect.any(Number), with: [] });
    app.setNow('2027-04-01');
    expect((await board(app, { find: 'north' })).rows[0]!.followThrough).toEqual({ part: 0, of: 1 });
  });

  test('a blocker climbs to whoever leads the company, who may answer it', async () => {
    const { app, planId } = await agreed();
    await reportBlocker(app, await actorFor(app, 'north-2'), { planId, request: 'b1', kind: 'decision', text: 'Who decides?' });
    const answers = async () => (await board(app)).blockers.map(({ level, answers: by }) => [level, by]);
    expect(await answers()).toEqual([[0, 'Person north-1']]);
    later(app, 7);
    expect(await answers()).toEqual([[1, 'Person north-1']]);
    later(app, 7);
    expect(await answers()).toEqual([[2, null]]);
    later(app, 7);
    expect(await answers()).toEqual([[3, null]]);
    const departments = await app.data.departments.open();
    await app.data.departments.saveAll(departments.map((one) => (one.id === 'amber' ? { ...one, headId: 'operations-1' } : one)));
    expect(await answers()).toEqual([[3, 'Person operations-1']]);
    const input = { planId, blockerId: 'b1', resolution: 'The team decides' };
    expect(await resolveBlocker(app, await actorFor(app, 'north-1'), input)).toMatchObject({ ok: false, because: 'forbidden' });
    expect(await resolveBlocker(app, await actorFor(app, 'operations-1'), input)).toMatchObject({ ok: true });
    expect((await board(app)).blockers).toEqual([]);
  });

  test('lists promises that are late or due in a fortnight, and no other', async () => {
    const { app } = await agreed({ promise: { text: 'An answer about shifts', due: day('2026-12-11') } });
    expect((await board(app)).promises).toEqual([]);
    app.setNow('2026-11-27');
    expect((await board(app)).promises).toMatchObject([{ status: 'open', departmentName: 'North', by: 'Person north-1', promise: { text: 'An answer about shifts' } }]);
    app.setNow('2026-12-12');
    expect((await board(app)).promises).toMatchObject([{ status: 'late' }]);
  });
});

describe('the table of plans', () => {
  const rowsOf = (text: string) => parse(text, { bom: true, relax_column_count: true }) as string[][];

  test.each(['=HYPERLINK("http://evil","x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '＝1+1'])('no title is run as a formula: %s', async (title) => {
    const app = await aPlanningApp();
    await planned(app);
    const [plan] = await app.data.plans.all();
    await app.data.transaction(({ plans }) => plans.replace({ ...plan!, title, revision: plan!.revision + 1 }, plan!.revision));
    const rows = rowsOf(await plansFile(app, 'en'));
    expect(rows[1]![2]).toBe(`'${title}`);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  });

  test('has its columns in the reader’s language, one line for each plan, the sentence about rankings last, and no score', async () => {
    const { app } = await agreed();
    const english = await plansFile(app, 'en');
    expect(english.startsWith('\uFEFF')).toBe(true);
    const rows = rowsOf(english);
    expect(rows[0]!.slice(0, 4)).toEqual(['Department', 'About', 'Plan', 'State']);
    expect(rows[1]!.slice(0, 5)).toEqual(['North', 'Workload', 'Less at once', 'Agreed', 'Person north-1']);
    expect(rows).toHaveLength(3);
    expect(rows[2]).toHaveLength(1);
    const [plan] = await app.data.plans.all();
    expect(rows[1]!.join()).not.toContain(String(plan!.baseline!.index));
    expect(rowsOf(await plansFile(app, 'zh-Hant'))[0]!.slice(0, 3)).toEqual(['部門', '關於', '計畫']);
  });
});

describe('the calendar file', () => {
  const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

  test('holds the days of this person and of nobody else, whole days with the same names each time', async () => {
    const { app, planId } = await agreed({ promise: { text: 'An answer about shifts', due: day('2026-12-11') } });
    const of = async (person: string) => unfolded(await calendarFile(app, await actorFor(app, person), 'en'));
    const mine = await of('north-2');
    expect(mine.filter((line) => line.startsWith('SUMMARY'))).toEqual(['SUMMARY:Step: List what we do']);
    expect(mine).toContain('DTSTART;VALUE=DATE:20261204');
    expect(mine.filter((line) => line.startsWith('UID'))).toEqual([expect.stringContaining(`step-${planId}-`)]);
    expect(await of('north-2')).toEqual(mine);
    expect((await of('north-1')).filter((line) => line.startsWith('SUMMARY'))).toEqual(expect.arrayContaining(['SUMMARY:Promise: An answer about shifts', 'SUMMARY:Goal of the plan: Less at once']));
    for (const person of ['north-3', 'south-2']) expect((await of(person)).join('\n'), person).not.toContain('VEVENT');
    // No time finer than a day.
    for (const line of mine.filter((one) => one.startsWith('DTSTAMP'))) expect(line).toMatch(/T000000Z$/);
  });

  test('an answer that is owed stands in the calendar of who owes it until it is given', async () => {
    const app = await aPlanningApp();
    const lines = async () => unfolded(await calendarFile(app, await head(app), 'en')).filter((line) => line.startsWith('SUMMARY'));
    expect(await lines()).toContain('SUMMARY:Answer due: Workload\\, North');
    await planned(app);
    expect(await lines()).not.toContain('SUMMARY:Answer due: Workload\\, North');
  });

  test('escapes what would end a line or a value, and folds no line over 75 bytes in the middle of a character', async () => {
    const title = '很长的标题；'.repeat(12) + ';a,b\\c\r\nATTACH:http://evil\nEND:VCALENDAR';
    const { app } = await agreed({ steps: [{ title: 'x', ownerId: 'north-2', due: day('2026-12-04') }] });
    const [plan] = await app.data.plans.all();
    await app.data.transaction(({ plans }) => plans.replace({ ...plan!, steps: plan!.steps.map((step) => ({ ...step, title })), revision: plan!.revision + 1 }, plan!.revision));
    const file = await calendarFile(app, await actorFor(app, 'north-2'), 'zh-Hans');
    const lines = file.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(file).not.toContain('\uFFFD');
    expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
    expect(unfolded(file).some((line) => line.startsWith('ATTACH'))).toBe(false);
    expect(unfolded(file).find((line) => line.startsWith('SUMMARY'))).toContain('\\;a\\,b\\\\c\\nATTACH');
  });

  test('a finished plan says from when on a survey may judge it', async () => {
    const { app, planId } = await agreed();
    const [plan] = await app.data.plans.all();
    await setStepStatus(app, await actorFor(app, 'north-2'), { planId, stepId: plan!.steps[0]!.id, seen: 1, status: 'done' });
    const now = (await app.data.plans.get(planId))!;
    await app.data.transaction(({ plans }) => plans.replace({ ...now, state: 'implemented', days: { ...now.days, implemented: app.today() }, revision: now.revision + 1 }, now.revision));
    const file = await calendarFile(app, await head(app), 'en');
    expect(file).toContain(`DTSTART;VALUE=DATE:${addDays(app.today(), 28).replaceAll('-', '')}`);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { YardsticksPage } from '#app/domain/reports/yardsticks-page.ts';
import type { QuestionsPage } from '#app/domain/reports/questions-page.ts';
import type { ResultsPage } from '#app/domain/reports/results-page.ts';
import { action, loader } from '#app/routes/results.yardsticks.tsx';
import { action as ofFile } from '#app/routes/results.yardsticks_.file.tsx';
import { loader as full } from '#app/routes/results.$id.full.tsx';
import { loader as questions } from '#app/routes/results.$id.questions.tsx';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { publishWaves } from '#tests/support/published.ts';
import { uploadTo } from '#tests/support/uploads.ts';
import { visit } from '#tests/support/visit.ts';
import { aClosedSurvey, type Closed } from '#tests/support/waves.ts';

let wave: Closed;
beforeAll(() => {
  wave = aClosedSurvey({ id: 'pulse', closed: '2026-02-20', tree: [{ id: 'amber', parentId: null, name: 'Amber' }, { id: 'north', parentId: 'amber', name: 'North' }, { id: 'south', parentId: 'amber', name: 'South' }], people: { north: 14, south: 12 } });
});

async function company(): Promise<TestApp> {
  const app = await testApp();
  await aSmallCompany(app);
  await publishWaves(app, [wave]);
  return app;
}

const at = '/results/yardsticks';
const pageOf = async (app: TestApp) => ((await visit(app, loader, at, { as: 'hr' })) as { yardsticks: YardsticksPage }).yardsticks;
const save = (app: TestApp, form: Record<string, string>) => visit(app, action, at, { as: 'hr', form }) as Promise<Response>;
const shown = async (app: TestApp) => ((await visit(app, full, '/results/pulse/full', { as: 'hr', params: { id: 'pulse' } })) as { results: ResultsPage }).results;

describe('what figures are compared with', () => {
  test('stands beside the figures from then on, by name, and the target is what priorities fall short of', async () => {
    const app = await company();
    const before = await shown(app);
    const [first] = before.priorities;
    expect(before.dimensions.every(({ target, outside }) => target === null && outside.length === 0)).toBe(true);
    const saved = await save(app, { revision: '0', [`target-${first!.id}`]: '90', outside: `${first!.label}; 64; "Industry; survey"; 2025\nOUT-01； 58.4； Institute； 2024` });
    expect([saved.status, saved.headers.get('location')]).toEqual([302, '/results/yardsticks?saved']);
    const after = await shown(app);
    expect(after.dimensions.find(({ id }) => id === first!.id)).toMatchObject({ target: 90, outside: [{ index: 64, source: 'Industry; survey', year: 2025 }] });
    const now = after.priorities.find(({ id }) => id === first!.id)!;
    expect([now.target, now.deficit]).toEqual([90, 90 - now.index]);
    const asked = ((await visit(app, questions, '/results/pulse/questions', { as: 'hr', params: { id: 'pulse' } })) as { questions: QuestionsPage }).questions;
    expect(asked.dimensions.flatMap((one) => one.questions).find(({ id }) => id === 'OUT-01')?.outside).toEqual([{ index: 58, source: 'Institute', year: 2024 }]);
  });

  test('comes back into the field as it was written, and saved again is the same', async () => {
    const app = await company();
    await save(app, { revision: '0', 'target-pay': '70', outside: 'pay; 64,5; A "quoted", source; 2025' });
    const page = await pageOf(app);
    expect(page).toMatchObject({ revision: 1, outside: 'Pay; 64.5; "A ""quoted"", source"; 2025' });
    expect(page.targets.find(({ dimension }) => dimension === 'pay')?.target).toBe(70);
    await save(app, { revision: '1', 'target-pay': '70', outside: page.outside });
    expect(await pageOf(app)).toEqual({ ...page, revision: 2 });
  });

  test('is refused whole, with the line and what would be right, and what was typed comes back', async () => {
    const app = await company();
    const outside = 'pay; 64; A; 2025\npay; 130; B; 2025';
    const refused = await save(app, { revision: '0', 'target-pay': '70', outside });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: { outside: 'outside-range' }, details: { line: 2, value: '130' }, values: { outside, 'target-pay': '70' } });
    const target = await save(app, { revision: '0', 'target-pay': '0', outside });
    expect(await target.json()).toMatchObject({ errors: { 'target-pay': 'target-range' }, values: { outside } });
    expect((await pageOf(app)).revision).toBe(0);
  });

  test('of two who looked at the same page the second is told and keeps what was typed', async () => {
    const app = await company();
    await save(app, { revision: '0', outside: 'pay; 64; A; 2025' });
    const second = await save(app, { revision: '0', outside: 'pay; 70; B; 2024' });
    expect([second.status, await second.json()]).toMatchObject([422, { errors: { '': 'yardsticks-changed' }, values: { outside: 'pay; 70; B; 2024' } }]);
  });

  test.each([['commas', 'about,index,source,year\npay,64,"Smith, Jones",2025'], ['tabs', '\uFEFFpay\t64\tSmith, Jones\t2025'], ['semicolons', 'pay;64;Smith, Jones;2025\r\n']])('of a file with %s come below those that are kept, and nothing is saved', async (_, file) => {
    const app = await company();
    await save(app, { revision: '0', outside: 'pay; 60; Kept; 2024' });
    const answer = await uploadTo(app, ofFile, { as: 'hr', files: { file } });
    expect([answer.status, await answer.json()]).toEqual([200, { errors: {}, words: {}, values: { outside: 'Pay; 60; Kept; 2024\npay; 64; Smith, Jones; 2025' } }]);
    expect((await pageOf(app)).outside).toBe('Pay; 60; Kept; 2024');
  });

  test('of a file that is none, is too large or never ends a quotation is refused', async () => {
    const app = await company();
    const said = async (files: Record<string, string | Uint8Array>) => {
      const answer = await uploadTo(app, ofFile, { as: 'hr', files });
      return [answer.status, ((await answer.json()) as { errors: object }).errors];
    };
    expect(await said({})).toEqual([422, { file: 'file-missing' }]);
    expect(await said({ file: 'pay;64;"A;2025' })).toEqual([422, { file: 'outside-unreadable' }]);
    expect(await said({ file: Uint8Array.from([0x81, 0xff, 0xfe, 0x80, 0x00]) })).toEqual([422, { file: 'outside-encoding' }]);
    expect((await said({ file: 'x'.repeat(1_100_000) }))[0]).toBe(413);
  });
});

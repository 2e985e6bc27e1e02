// The report of five thousand departments is read in parts and is whole in its files.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import '#app/text/all.server.ts';
import { waveOf } from '#app/domain/analysis/wave.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import { composeReport } from '#app/domain/reports/document/compose-report.ts';
import { blocksOf, tablesOf } from '#app/domain/reports/document/document.ts';
import { mostRows } from '#app/domain/reports/document/long-tables.ts';
import type { PlanSaid } from '#app/domain/reports/document/report-parts.ts';
import { csvOf } from '#app/services/reports/report-cells.server.ts';
import { workbookOf } from '#app/services/reports/report-workbook.server.ts';
import { sayIn } from '#app/text/say-report.ts';
import { PageLanguage } from '#app/ui/text.ts';
import { WrittenReport } from '#app/ui/reports/document/written-report.tsx';
import { csvCells, sheetsOf } from '#tests/support/read-report-files.ts';
import { reportPartsOf } from '#tests/support/report-parts.ts';
import { aClosedSurvey } from '#tests/support/waves.ts';

const [divisions, teams, planned] = [50, 100, 3_000];

test('a page of 5,000 departments and 3,000 plans stays small and says where it stops; the files have every plan', async () => {
  const ids = Array.from({ length: divisions * teams }, (_, at) => ({ id: `t-${at}`, parentId: `d-${at % divisions}`, name: `Customer operations ${at}` }));
  const tree: Department[] = [{ id: 'c', parentId: null, name: 'Company' }, ...Array.from({ length: divisions }, (_, at) => ({ id: `d-${at}`, parentId: 'c', name: `Division ${at}` })), ...ids];
  const { release, departments, questions } = aClosedSurvey({ id: 'large', closed: '2026-02-20', tree, people: Object.fromEntries(ids.map(({ id }) => [id, 2])), seed: 1 });
  const plans = Array.from({ length: planned }, (_, at): PlanSaid => ({ title: `Plan ${at}`, area: 'Workload', department: `Customer operations ${at}`, state: 'in-progress', verdict: null, moved: null, told: null, promises: [{ text: `Promise ${at}`, due: '2026-05-04', status: 'open' }] }));
  const document = composeReport(sayIn('en'), reportPartsOf([waveOf(release, departments, questions)], {}, { plans }));
  const html = renderToStaticMarkup(createElement(PageLanguage.Provider, { value: 'en' }, createElement(WrittenReport, { document })));
  expect(html.length).toBeLessThan(200_000);
  expect(html).toContain(`Of the ${planned} rows of “Plans” the first ${mostRows} stand here.`);
  expect(html).toContain(`Plan ${mostRows - 1}<`);
  expect(html).not.toContain(`Plan ${mostRows}<`);
  for (const block of blocksOf(document)) if (block.kind === 'table') expect(block.rows.length, block.id).toBeLessThanOrEqual(mostRows);
  expect(tablesOf(document).filter(({ id }) => id === 'plans').map(({ rows }) => rows.length)).toEqual([planned]);
  expect(csvCells(csvOf(document, { mark: false })).filter(({ table, column }) => table === 'promises' && column === 'promise')).toHaveLength(planned);
  expect(sheetsOf(await workbookOf(document, sayIn('en'))).find(({ name }) => name === 'Plans')!.texts).toContain(`Plan ${planned - 1}`);
});

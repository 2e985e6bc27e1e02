// The board view: the slides of the report on a screen, through the same gate, without notes and without a script.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Department } from '#app/domain/organisation/department.ts';
import type { Deck } from '#app/domain/reports/document/deck.ts';
import Board, { loader as board } from '#app/routes/results.$id.board.tsx';
import { loader as report } from '#app/routes/results.$id.report.tsx';
import { writeReport } from '#app/services/reports/write-report.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { drawnPage } from '#tests/support/document-bytes.tsx';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';
import { publishWaves } from '#tests/support/published.ts';
import { numbersInText, numbersOf } from '#tests/support/report-parts.ts';
import { visit } from '#tests/support/visit.ts';
import { aClosedSurvey, type Closed } from '#tests/support/waves.ts';

const tree: readonly Department[] = [
  { id: 'amber', parentId: null, name: 'Amber' },
  { id: 'north', parentId: 'amber', name: 'North' },
  { id: 'south', parentId: 'amber', name: 'South' },
  { id: 'key-accounts', parentId: 'amber', name: 'Zebra Accounts' },
];

let waves: readonly Closed[];
beforeAll(() => {
  waves = [1, 2].map((seed) => aClosedSurvey({ id: `pulse-${seed}`, closed: `2026-0${seed}-20`, tree, people: { north: 14, south: 12, 'key-accounts': 3 }, seed, mood: (department) => (department === 'north' ? 2 : 3.6) }));
});

let app: TestApp;
beforeEach(async () => {
  app = await testApp();
  await aSmallCompany(app);
  await publishWaves(app, waves);
});

const ask = (loader: unknown, as: string, query = '') => visit(app, loader as (args: never) => Promise<unknown>, `/results/pulse-2/board${query}`, { as, params: { id: 'pulse-2' } });
const status = (answer: unknown) => (answer instanceof Response ? answer.status : 200);

test('it is there for whoever reads the report, and refused like it', async () => {
  for (const as of ['hr', 'north-1', 'operations-1', 'admin']) {
    for (const query of ['', '?department=north', '?department=south', '?department=key-accounts', '?department=nowhere', '?span=year']) {
      const [page, screen] = [await ask(report, as, query), await ask(board, as, query)];
      expect(status(screen), `${as} ${query}`).toBe(status(page));
      if (screen instanceof Response) expect(await screen.text()).not.toContain('Zebra');
    }
  }
});

test('every number on it stands in the report, and notes for whoever speaks stay in the slides', async () => {
  const written = await writeReport(app, await actorFor(app, 'hr'), { surveyId: 'pulse-2', department: 'north', language: 'en' });
  if (!written.ok) throw new Error(written.because);
  const data = (await ask(board, 'hr', '?department=north')) as { deck: Deck };
  expect(data.deck.slides.length).toBeGreaterThan(5);
  expect([data.deck.cover, ...data.deck.slides].flatMap(({ notes }) => notes)).toEqual([]);
  const { html } = await drawnPage(Board, data, '/results/pulse-2/board');
  const said = numbersOf(written.value.document);
  // What leads from slide to slide counts slides.
  const read = html.replace(/<nav.*?<\/nav>/gs, '').replace(/<[^>]+>/g, ' ');
  const numbers = numbersInText(read);
  expect(numbers.length).toBeGreaterThan(30);
  expect(numbers.filter((number) => !said.has(number))).toEqual([]);
});

test('without a script every slide is there and leads to the next', async () => {
  const data = (await ask(board, 'hr')) as { deck: Deck };
  const { html } = await drawnPage(Board, data, '/results/pulse-2/board');
  const ids = [...html.matchAll(/<section id="(slide-\d+)"/g)].map(([, id]) => id);
  expect(ids.length).toBe(data.deck.slides.length + 1);
  const links = [...html.matchAll(/href="#(slide-\d+)"/g)].map(([, id]) => id);
  expect(new Set(links)).toEqual(new Set(ids));
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).not.toContain('hidden=""');
});

import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router-dom/server.js';
import { expect, test } from 'vitest';
import '#app/text/all.server.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import type { CutNote } from '#app/domain/reports/cut-notes.ts';
import { cutsView, type CutView, type ShareCell } from '#app/domain/reports/cut-view.ts';
import { labelsOf } from '#app/domain/reports/labels.ts';
import { waveOf } from '#app/domain/analysis/wave.ts';
import { CutNotes } from '#app/ui/reports/figures/cut-notes.tsx';
import { CutSection } from '#app/ui/reports/figures/cut-section.tsx';
import { PageLanguage } from '#app/ui/text.ts';
import { aClosedSurvey, aCompanyOfMany } from '#tests/support/waves.ts';

function drawn(node: ReactNode, language: Language = 'en'): string {
  return renderToStaticMarkup(
    <PageLanguage.Provider value={language}>
      <StaticRouter location="/results/pulse/full">{node}</StaticRouter>
    </PageLanguage.Provider>,
  );
}
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();

const cell = (percent: number, points: number | null): ShareCell => ({ percent, n: 40, interval: [percent - 9, percent + 9], others: 50, tested: true, points });
const table = (question: string, cells: readonly (ShareCell | null)[]): CutView => ({
  question,
  label: question,
  text: `${question}?`,
  bands: [
    { labels: ['under 1 year', '1–2 years'], blank: false, answered: 44 },
    { labels: ['more'], blank: true, answered: 41 },
  ],
  telling: 'PAY-01',
  items: [{ id: 'PAY-01', text: 'Fair pay', cells }],
});
const section = (tables: readonly CutView[]) => (
  <CutSection cuts={{ tables, chosen: { question: tables[0]!.question, item: 'PAY-01' }, elsewhere: [] }} addressOf={(choice) => `/full?${new URLSearchParams(choice).toString()}`} />
);

test('a table names merged groups and where silence is counted, and heads its chart with what holds', () => {
  const said = words(drawn(section([table('tenure', [cell(61, 22), cell(39, -22)])])));
  expect(said).toContain('“under 1 year” and “1–2 years”: 61 % favourable, 22 points more than the other groups');
  expect(said).toContain('more, with anyone who preferred not to say n = 41');
  expect(drawn(section([table('tenure', [cell(61, 22), cell(39, -22)])]))).not.toContain('Choose a table');
});

test('without evidence the heading claims nothing', () => {
  expect(words(drawn(section([table('tenure', [cell(55, null), cell(51, null)])])))).toContain('No clear difference between the groups');
  const few = [{ ...cell(80, null), tested: false }, { ...cell(20, null), tested: false }];
  expect(words(drawn(section([table('tenure', few)])))).toContain('Too few answers in each group to speak of differences');
});

test('a group without a figure is a dot with words, and is not drawn', () => {
  const html = drawn(section([table('tenure', [cell(55, null), null])]));
  expect(html).not.toContain('<canvas');
  expect(words(html)).toContain('nothing is shown here');
});

test('tables are chosen by links; paper shows those that are not chosen too', () => {
  const html = drawn(section([table('tenure', [cell(55, null), cell(51, null)]), table('place', [cell(55, null), cell(51, null)])]));
  expect(html).toContain('href="/full?cut=place#by-background"');
  expect(html.match(/aria-current="true"/g)).toHaveLength(2);
  expect(html.match(/class="stack print-only"/g)).toHaveLength(1);
  expect(html.match(/<table class="heat by-band"/g)).toHaveLength(2);
});

test('attack 18: no number is printed that is not one of the table', () => {
  const closed = aClosedSurvey({ ...aCompanyOfMany, seed: 5, backgrounds: { tenure: ['new', 'some', 'long'], place: ['office', 'home'] }, cuts: ['tenure', 'place'].map((question) => ({ question, scope: 'company' })) });
  const wave = waveOf(closed.release, closed.departments, closed.questions);
  const cuts = cutsView(wave, { department: 'company' }, labelsOf(wave, 'en'));
  const known = new Set([...JSON.stringify(cuts).matchAll(/\d+/g)].map(([number]) => number));
  const printed = [...words(drawn(<CutSection cuts={cuts} addressOf={() => '/full'} />)).matchAll(/\d+/g)].map(([number]) => number);
  // The interval is one of 95 %, and groups below 30 are not compared.
  expect(printed.filter((number) => !known.has(number) && number !== '95' && number !== '30')).toEqual([]);
  expect(printed.length).toBeGreaterThan(80);
});

const scope = { names: [{ name: 'Lantern', direct: false }], with: [] };
const note: CutNote = { question: 'How long?', scope, bands: [{ labels: ['new', 'some'], blank: false }, { labels: ['long'], blank: true }], leftOut: ['Fair pay'], why: null };

test.each([
  ['en', 'How long?, Lantern: published 2 groups: “new” and “some” · counted together long, with anyone who preferred not to say'],
  ['zh-Hans', 'How long?， Lantern ：已公布 2 组： “new”和“some” · 合并统计 long（不愿回答者也计入此组）'],
  ['zh-Hant', 'How long?， Lantern ：已公布 2 組： 「new」和「some」 · 合併統計 long（不願回答者也計入此組）'],
] as const)('the method page says in %s which groups were counted together', (language, said) => {
  expect(words(drawn(<CutNotes cuts={[note]} k={5} />, language)).replaceAll(' ', '')).toContain(said.replaceAll(' ', ''));
});

test('the method page gives a reason for every table that is not shown', () => {
  for (const why of ['unsafe', 'too-few', 'one-band', 'no-items', 'out-of-budget', 'certain'] as const) {
    const said = words(drawn(<CutNotes cuts={[{ ...note, bands: null, leftOut: [], why }]} k={5} />));
    expect(said).toMatch(/How long\?, Lantern: not shown [A-Z].+\.$/);
  }
  expect(drawn(<CutNotes cuts={[]} k={5} />)).toBe('');
});

import { describe, expect, test } from 'vitest';
import { waveOf, type Wave } from '#app/domain/analysis/wave.ts';
import { canonical } from '#app/domain/publication/release/canonical.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { methodOf } from '#app/domain/reports/method-page.ts';
import { mapOf, resultsOf } from '#app/domain/reports/results-page.ts';
import { aClosedSurvey, aCompanyOfMany, type Closed } from '#tests/support/waves.ts';

const closed: Closed = aClosedSurvey({
  ...aCompanyOfMany,
  seed: 5,
  backgrounds: { tenure: ['new', 'some', 'long'], place: ['office', 'home'], shift: ['day', 'night'] },
  cuts: [
    { question: 'tenure', scope: 'company' },
    { question: 'place', scope: 'company', items: ['OUT-01', 'PAY-01'] },
    { question: 'tenure', scope: 'operations' },
    { question: 'shift', scope: 'lab' },
  ],
  mood: (_, question, is) => 3.3 + (question === 'PAY-01' ? (is['tenure'] === 0 ? 1.4 : -0.6) : 0),
});
const wave = waveOf(closed.release, closed.departments, closed.questions);
const look = { language: 'en', department: 'company', compared: 'rest' } as const;
const cutsOf = (more: object, of: Wave = wave) => resultsOf([of], mapOf(of, undefined), { ...look, ...more }).cuts;

describe('tables by background', () => {
  test('are those of the department looked at, and the others are named', () => {
    expect(cutsOf({}).tables.map(({ question }) => question)).toEqual(['tenure', 'place']);
    expect(cutsOf({}).elsewhere).toEqual([{ id: 'operations', name: 'operations' }]);
    expect(cutsOf({ department: 'operations' })).toMatchObject({ tables: [{ question: 'tenure' }], elsewhere: [{ id: 'company' }] });
    expect(cutsOf({ department: 'finance' }).tables).toEqual([]);
  });

  test('show one at a time, and what is not there as if nothing had been asked for', () => {
    expect(cutsOf({}).chosen?.question).toBe('tenure');
    expect(cutsOf({ cut: 'place', item: 'PAY-01' }).chosen).toEqual({ question: 'place', item: 'PAY-01' });
    for (const cut of ['tenure,place', 'shift', '', '__proto__']) expect(cutsOf({ cut }).chosen?.question).toBe('tenure');
    expect(cutsOf({ cut: 'place', item: 'WKL-01' }).chosen?.item).toBe('OUT-01');
  });

  test('list questions in the order in which they were asked, whatever the order in the file', () => {
    const sorted = JSON.parse(canonical(closed.release)) as Release;
    const { tables } = cutsOf({}, waveOf(sorted, closed.departments, closed.questions));
    const asked = closed.questions.map(({ id }) => id);
    const places = tables[0]!.items.map(({ id }) => asked.indexOf(id));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(Object.keys(sorted.cuts[0]!.bands[0]!.favourable)).not.toEqual(tables[0]!.items.map(({ id }) => id));
  });

  test('draw the question on which a group differs most', () => {
    const { tables, chosen } = cutsOf({});
    expect(chosen?.item).toBe('PAY-01');
    const pay = tables[0]?.items.find(({ id }) => id === 'PAY-01');
    expect(pay?.cells[0]?.points).toBeGreaterThan(0);
    expect(pay?.cells[0]?.interval[0]).toBeGreaterThan(pay?.cells[0]?.others ?? 100);
  });

  test('attack 18: every number of theirs is one of the release or follows from the figures of that table alone', () => {
    for (const department of ['company', 'operations']) {
      for (const { question, bands, items } of cutsOf({ department }).tables) {
        const released = wave.release.cuts.find((cut) => cut.question === question && cut.scope === department)!;
        expect(bands.map(({ answered }) => answered)).toEqual(released.bands.map(({ answered }) => answered));
        for (const { id, cells } of items) {
          const shares = released.bands.map((band) => band.favourable[id]!);
          expect(cells.map((cell) => cell?.n)).toEqual(shares.map(([, valid]) => valid));
          expect(cells.map((cell) => cell?.percent)).toEqual(shares.map(([favourable, valid]) => Math.round((100 * favourable) / valid)));
          expect(cells.map((cell) => cell?.others)).toEqual(shares.map((own) => shareOfOthers(shares, own)));
        }
      }
    }
  });

  test('name merged groups, and say where silence is counted without saying how much', () => {
    const merged = { ...closed.release, cuts: [{ question: 'tenure', scope: 'company', bands: [{ labels: ['new', 'some'], answered: 60, favourable: { 'PAY-01': [20, 60] as const } }, { labels: ['long', ''], answered: 54, favourable: { 'PAY-01': [9, 50] as const } }] }] };
    const { tables } = cutsOf({}, waveOf(merged, closed.departments, closed.questions));
    expect(tables[0]?.bands).toEqual([
      { labels: ['new', 'some'], blank: false, answered: 60 },
      { labels: ['long'], blank: true, answered: 54 },
    ]);
  });
});

function shareOfOthers(shares: readonly (readonly [number, number])[], own: readonly [number, number]): number {
  const others = shares.filter((one) => one !== own);
  const sum = (at: 0 | 1) => others.reduce((total, one) => total + one[at], 0);
  return Math.round((100 * sum(0)) / sum(1));
}

describe('how the tables were made', () => {
  const { cuts } = methodOf(wave, 'a'.repeat(64), 'en', closed.cuts);

  test('tells of every declared one in its order, with its groups or the reason', () => {
    expect(cuts.map(({ question, scope, why }) => `${question} ${scope.names[0]?.name} ${why}`)).toEqual([
      'Your tenure? company null',
      'Your place? company null',
      'Your tenure? operations null',
      'Your shift? lab too-few',
    ]);
    expect(cuts[0]?.bands?.flatMap(({ labels }) => labels)).toEqual(['new', 'some', 'long']);
    expect(cuts[3]?.bands).toBeNull();
  });

  test('names what a table was declared for and does not show', () => {
    const [tenure, ...others] = closed.release.cuts;
    const bands = tenure!.bands.map((band) => ({ ...band, favourable: Object.fromEntries(Object.entries(band.favourable).filter(([id]) => id !== 'PAY-01')) }));
    const without = waveOf({ ...closed.release, cuts: [{ ...tenure!, bands }, ...others] }, closed.departments, closed.questions);
    const pay = closed.questions.find(({ id }) => id === 'PAY-01')!.text.en;
    expect(methodOf(without, '', 'en', closed.cuts).cuts.map(({ leftOut }) => leftOut)).toEqual([[pay], [], [], []]);
  });

  test('holds no number at all', () => {
    expect(JSON.stringify(cuts)).not.toMatch(/:\s*-?\d/);
  });

  test('of a past survey tells what its release tells, in its own words', () => {
    expect(methodOf(wave, '', 'en').cuts).toHaveLength(4);
    const sealed = waveOf({ ...closed.release, manifest: 'f'.repeat(64) }, closed.departments, closed.questions);
    expect([wave, sealed].map((one) => methodOf(one, '', 'zh-Hans').cuts[0]?.question)).toEqual(['Your tenure?', '司龄']);
  });
});

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { systemOf, withTable, type Table } from '#app/domain/publication/audit/system.ts';
import { certainClasses } from '#app/domain/publication/doubt/certainty.ts';
import { opinionsOf, placesOf, type Opinions } from '#app/domain/publication/doubt/certainty-worlds.ts';
import { cutsWith } from '#app/domain/publication/cuts/cuts.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { tallyWithCuts, type Group } from '#tests/support/cut-tallies.ts';
import { everyWorld, fewestUnfavourable, type Figures, type Kind } from '#tests/support/possible-worlds.ts';
import { times } from '#tests/support/repetitions.ts';

function releaseOf(input: TallyInput): Release {
  const published = publish(input, { admitCuts: cutsWith({ findWorld: everyWorld }) });
  if (!published.ok) throw new Error(published.because);
  return published.value;
}

/** What an attacker who knows everybody's place reads about «pay»: kinds of people, and the figures of the release. */
function readBy(input: TallyInput, release: Release): { kinds: Kind[]; figures: Figures; kindOf: string[] } {
  const item = release.items['pay'] as Extract<Release['items'][string], { kind: 'scale' }>;
  const atoms = release.partitions[item.partition]!.atoms;
  const cuts = release.cuts.filter((cut) => cut.bands.every((band) => band.favourable['pay']));
  const shownBand = (cut: Release['cuts'][number], row: number): number => {
    const declared = input.cuts.find(({ question, scope }) => question === cut.question && scope === cut.scope)!;
    return cut.bands.findIndex(({ labels }) => labels.includes(declared.labels[declared.values[row]!] ?? ''));
  };
  const values = input.items[0]!.column.values;
  const kindOf = [...input.leafOf.keys()].map((row) => {
    if (values[row]! < 0) return '';
    const atom = atoms.findIndex(({ departments }) => departments.includes(input.leaves[input.leafOf[row]!]!.id));
    return [atom, ...cuts.map((cut) => shownBand(cut, row))].join();
  });
  const names = [...new Set(kindOf)].filter((kind) => kind !== '');
  const kinds = names.map((name) => ({ places: name.split(',').map(Number), people: kindOf.filter((kind) => kind === name).length }));
  const cells = atoms.map(({ id }) => ({ favourable: item.cells[id]![3]! + item.cells[id]![4]!, neutral: item.cells[id]![2]! }));
  return { kinds, figures: { cells, bands: cuts.map((cut) => cut.bands.map((band) => band.favourable['pay']![0])) }, kindOf };
}

function certainFromOutside(input: TallyInput, release: Release): number {
  const { kinds, figures } = readBy(input, release);
  const fewest = fewestUnfavourable(kinds, figures);
  expect(fewest.every(Number.isFinite)).toBe(true);
  return kinds.reduce((sum, { people }, index) => sum + (fewest[index] === people ? people : 0), 0);
}

const group = (department: string, is: readonly number[], said: readonly number[]): Group => ({ in: department, is, said });
const so = (counts: Record<number, number>): number[] => Object.entries(counts).flatMap(([value, count]) => new Array<number>(count).fill(Number(value)));

describe('doubt with cuts', () => {
  test('attack 23: a band without a favourable answer is given two, and no complaint is certain', () => {
    const groups = [group('a', [0], so({ 1: 1, 5: 4 })), group('a', [1], so({ 1: 5 }))];
    const input = tallyWithCuts({ tree: 'a', groups, cuts: ['tenure'] });
    const release = releaseOf(input);
    expect(release.cuts[0]!.bands.map(({ favourable }) => favourable['pay'])).toEqual([[4, 5], [2, 5]]);
    expect(certainFromOutside(input, release)).toBe(0);
  });

  test('attack 24: beside a colleague who praises, a band holds another who might have', () => {
    const groups = [group('a', [0], so({ 2: 3, 4: 3 })), group('a', [1], so({ 1: 5, 5: 1 }))];
    const release = releaseOf(tallyWithCuts({ tree: 'a', groups, cuts: ['tenure'] }));
    expect(release.cuts[0]!.bands[1]!.favourable['pay']![0]).toBe(2);
  });

  test('attack 25: answers are moved until more than one world fits', () => {
    const groups = [
      group('d1', [0], so({ 1: 5 })), group('d1', [1], so({ 1: 3, 5: 2 })), group('d2', [0], so({ 1: 3, 5: 2 })), group('d2', [1], so({ 5: 5 })),
    ];
    const input = tallyWithCuts({ tree: 'company\n  d1\n  d2', groups, cuts: ['tenure'] });
    const blind = publish(input, { admitCuts: (tally, structure) => ({ ...cutsWith()(tally, structure), settle: () => [] }) });
    if (!blind.ok) throw new Error(blind.because);
    const release = releaseOf(input);
    expect(release.cuts[0]!.bands.map(({ favourable }) => favourable['pay'])).toEqual([[2, 10], [7, 10]]);
    expect(certainFromOutside(input, { ...release, items: blind.value.items })).toBe(5);
    expect(certainFromOutside(input, release)).toBe(0);
  });

  test('a moved answer is unfavourable no more in any table', () => {
    const groups = [group('d1', [0], so({ 1: 5 })), group('d1', [1], so({ 1: 3, 5: 2 })), group('d2', [0], so({ 1: 3, 5: 2 })), group('d2', [1], so({ 5: 5 }))];
    const item = releaseOf(tallyWithCuts({ tree: 'company\n  d1\n  d2', groups, cuts: ['tenure'] })).items['pay']!;
    expect('cells' in item && item.cells['a1']).toEqual([7, 0, 1, 0, 2]);
  });
});

const randomOpinions = (most: number) =>
  fc
    .record({
      rows: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: -1, max: 2 }), fc.integer({ min: 0, max: 1 }), fc.constantFrom(1, 1, 0, -1, -1, -1)), { minLength: 4, maxLength: 14 }),
      cuts: fc.integer({ min: 1, max: most }),
    })
    .map(({ rows, cuts }): Opinions => {
      const tables = [0, 1, 2].slice(0, cuts + 1).map((at): Table => ({ bandOf: Int32Array.from(rows, (row) => row[at]!), bands: 3 }));
      const system = tables.slice(1).reduce(withTable, systemOf(tables[0]!));
      return opinionsOf(system, (person) => rows[person]![3] as 1 | 0 | -1);
    });

/** The same question in the attacker's terms. */
function known(opinions: Opinions): number[] {
  const kinds = Array.from(opinions.weight, (people, one) => ({ places: placesOf(opinions, one), people }));
  const sum = (table: number, band: number, of: Int32Array) => kinds.reduce((total, { places }, one) => total + (places[table] === band ? of[one]! : 0), 0);
  const cells = [0, 1, 2].map((cell) => ({ favourable: sum(0, cell, opinions.favourable), neutral: sum(0, cell, opinions.neutral) }));
  const bands = opinions.system.tables.slice(1).map((_, cut) => [0, 1, 2].map((band) => sum(cut + 1, band, opinions.favourable)));
  const fewest = fewestUnfavourable(kinds, { cells, bands });
  return [...kinds.keys()].filter((one) => fewest[one] === kinds[one]!.people);
}

describe('certainty', () => {
  test('beside one table of bands the certain classes are exactly those of all worlds', () => {
    fc.assert(
      fc.property(randomOpinions(1), (opinions) => {
        expect(certainClasses(opinions, null)).toEqual(known(opinions));
      }),
      { numRuns: times(500, 10_000) },
    );
  });

  test('beside two tables whoever is certain is found, and hardly anybody counts as certain who is not', () => {
    // Worlds are looked for three times: a company that needs a fourth one counts somebody as certain too many, never too few.
    let tooMany = 0;
    const numRuns = times(500, 10_000);
    fc.assert(
      fc.property(randomOpinions(2), (opinions) => {
        const [found, certain] = [certainClasses(opinions, everyWorld), known(opinions)];
        expect(found).toEqual(expect.arrayContaining(certain));
        tooMany += found.length > certain.length ? 1 : 0;
      }),
      { numRuns },
    );
    expect(tooMany).toBeLessThanOrEqual(2 + numRuns / 1_000);
  });

  test('without a solver whoever might be certain counts as certain', () => {
    fc.assert(
      fc.property(randomOpinions(2), (opinions) => {
        expect(certainClasses(opinions, null)).toEqual(expect.arrayContaining(known(opinions)));
      }),
      { numRuns: times(300, 3_000) },
    );
  });
});

const smallCompany = fc
  .array(
    fc.record({
      in: fc.constantFrom('a', 'b'),
      is: fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 })),
      said: fc.noBias(fc.array(fc.constantFrom(1, 1, 1, 2, 3, 4, 5), { minLength: 2, maxLength: 4 })),
    }),
    { minLength: 5, maxLength: 9 },
  )
  .map((groups) => tallyWithCuts({ tree: 'company\n  a\n  b', groups, cuts: ['tenure', 'site'] }));

describe('in any small company with cuts', () => {
  const insider = { outside: 0, pairs: 0, certain: 0, colleagues: 0, learning: 0, companies: 0, withCuts: 0 };

  test('nobody outside can be certain of anybody’s complaint', () => {
    fc.assert(
      fc.property(smallCompany, (input) => {
        const published = publish(input, { admitCuts: cutsWith({ findWorld: everyWorld }) });
        if (!published.ok || !published.value.items['pay']) return;
        insider.outside += certainFromOutside(input, published.value);
        expect(insider.outside).toBe(0);
        count(input, published.value);
      }),
      { numRuns: times(200, 5_000) },
    );
    expect(insider.withCuts).toBeGreaterThan(50);
  }, times(60_000, 600_000));

  /** One colleague who knows the own answer: of how many others he is certain. */
  function count(input: TallyInput, release: Release): void {
    const { kinds, figures, kindOf } = readBy(input, release);
    const values = input.items[0]!.column.values;
    insider.companies += 1;
    if (release.cuts.length > 0) insider.withCuts += 1;
    kinds.forEach((kind, own) => {
      const rows = [...kindOf.keys()].filter((row) => kindOf[row] === kind.places.join());
      for (const said of new Set(rows.map((row) => Math.sign(values[row]! - 2)))) {
        const colleagues = rows.filter((row) => Math.sign(values[row]! - 2) === said).length;
        const fewest = fewestUnfavourable(...without(kinds, figures, own, said));
        const others = kinds.map(({ people }, index) => (index === own ? people - 1 : people));
        if (!fewest.every(Number.isFinite)) continue;
        const certain = others.reduce((sum, people, index) => sum + (fewest[index] === people ? people : 0), 0);
        insider.colleagues += colleagues;
        insider.learning += certain > 0 ? colleagues : 0;
        insider.pairs += colleagues * others.reduce((sum, people) => sum + people, 0);
        insider.certain += colleagues * certain;
      }
    });
  }

  test('one colleague is seldom certain of another: less than one pair in fifty', () => {
    expect(insider.pairs).toBeGreaterThan(1_000);
    expect(insider.certain / insider.pairs).toBeLessThan(0.02);
  });

  afterAll(() => {
    const rate = ((100 * insider.certain) / insider.pairs).toFixed(2);
    process.stdout.write(`possible worlds: ${insider.companies} companies, ${insider.withCuts} with cuts; complaints certain from outside: ${insider.outside}\n`);
    process.stdout.write(`one insider: certain of ${rate} % of colleagues; ${insider.learning} of ${insider.colleagues} learn of anybody, in ${insider.companies} companies, ${insider.withCuts} with cuts\n`);
  });
});

/** What is left to explain for somebody who knows the answer of one person of a kind. */
function without(kinds: readonly Kind[], figures: Figures, own: number, said: number): [Kind[], Figures] {
  const { places } = kinds[own]!;
  const less = (at: number, place: number): number => (at === place && said === 1 ? 1 : 0);
  const cells = figures.cells.map((cell, at) => ({
    favourable: cell.favourable - less(at, places[0]!),
    neutral: cell.neutral - (at === places[0] && said === 0 ? 1 : 0),
  }));
  const bands = figures.bands.map((cut, index) => cut.map((favourable, band) => favourable - less(band, places[index + 1]!)));
  return [kinds.map((kind, index) => (index === own ? { ...kind, people: kind.people - 1 } : kind)), { cells, bands }];
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audited, auditedByMinimumCut, auditedBySearch, type Verdict } from '#app/domain/publication/audit/auditor.ts';
import { twoPrimes } from '#app/domain/publication/audit/field.ts';
import { searchedByBases } from '#app/domain/publication/audit/bases.ts';
import { copied } from '#app/domain/publication/audit/code.ts';
import { contracted } from '#app/domain/publication/audit/contraction.ts';
import { packed } from '#app/domain/publication/audit/packing.ts';
import { searched } from '#app/domain/publication/audit/search.ts';
import { minimumCut } from '#app/domain/publication/audit/minimum-cut.ts';
import { peopleIn, systemOf, withTable, type Reissues, type System, type Table } from '#app/domain/publication/audit/system.ts';
import { fewestPeople } from '#tests/support/brute-force-audit.ts';
import { chanceFrom } from '#tests/support/chance.ts';
import { times } from '#tests/support/repetitions.ts';

const [prime, otherPrime] = twoPrimes(chanceFrom(7));
const budget = 100_000;

const table = (bandOf: readonly number[]): Table => ({ bandOf: Int32Array.from(bandOf), bands: Math.max(...bandOf) + 1 });

function systemFrom(tables: readonly Table[], reissues: Reissues | null = null): System {
  return tables.slice(1).reduce(withTable, systemOf(tables[0]!, reissues));
}

function audit(tables: readonly (readonly number[])[], k = 5): Verdict {
  return audited(systemFrom(tables.map(table)), { k, prime, budget });
}

/** [people, band, band, …]: as many people in these bands of the tables. */
function tablesFrom(classes: readonly (readonly number[])[]): number[][] {
  return classes[0]!.slice(1).map((_, index) => classes.flatMap(([count, ...bands]) => Array.from({ length: count! }, () => bands[index]!)));
}

/** Two or three tables over at most nine classes of one to four people. */
const smallCompanies = fc
  .record({ classes: fc.integer({ min: 3, max: 9 }), cuts: fc.integer({ min: 1, max: 2 }), most: fc.constantFrom(1, 1, 2), outside: fc.boolean() })
  .chain(({ classes, cuts, most, outside }) => {
    const cut = fc.integer({ min: outside ? -1 : 0, max: most });
    const row = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: most }), ...Array.from({ length: cuts }, () => cut));
    return fc.noBias(fc.array(row, { minLength: classes, maxLength: classes }));
  })
  .map((classes) => tablesFrom(classes).map(table));

/** So that a closing note can say how much was tried. */
const told = (what: string, tried: number) => process.stdout.write(`auditor: ${tried} ${what}; differences: 0\n`);

test('the auditor finds exactly the fewest people that trying every set of people finds', () => {
  const tried = { 2: 0, 3: 0 };
  fc.assert(
    fc.property(smallCompanies, fc.constantFrom(prime, otherPrime), (tables, modulus) => {
      const fewest = fewestPeople(tables);
      const system = systemFrom(tables);
      tried[tables.length as 2 | 3] += 1;
      for (const way of [audited, auditedBySearch]) {
        expect(way(system, { k: fewest, prime: modulus, budget }).safe).toBe(true);
        expect(way(system, { k: fewest + 1, prime: modulus, budget })).toMatchObject({ because: 'unsafe', violation: { people: fewest } });
      }
    }),
    { numRuns: times(3_500, 20_000) },
  );
  expect(Math.min(tried[2], tried[3])).toBeGreaterThanOrEqual(1_500);
  told('systems with two partitions, against every set of people and the minimum cut', tried[2]);
  told('systems with three partitions, against every set of people', tried[3]);
});

test('with reissued papers the auditor counts people and not ballots, exactly as trying every set does', () => {
  fc.assert(
    fc.property(smallCompanies, fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }), (tables, reissued) => {
      const reissues = { atomOf: tables[0]!.bandOf, reissued: Int32Array.from(reissued) };
      const fewest = fewestPeople(tables, reissues);
      const system = systemFrom(tables, reissues);
      expect(audited(system, { k: fewest, prime, budget }).safe).toBe(true);
      expect(audited(system, { k: fewest + 1, prime, budget })).toMatchObject({ because: 'unsafe', violation: { people: fewest } });
    }),
    { numRuns: times(500, 5_000) },
  );
  told('systems with reissued papers, against every set of people', times(500, 5_000));
});

test('with slips beyond those handed out the auditor counts people and not ballots, exactly as trying every set does', () => {
  fc.assert(
    fc.property(smallCompanies, fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 3 })), { minLength: 3, maxLength: 3 }), (tables, papers) => {
      const reissues = { atomOf: tables[0]!.bandOf, reissued: Int32Array.from(papers, ([reissued]) => reissued), beyond: Int32Array.from(papers, ([, beyond]) => beyond) };
      const fewest = fewestPeople(tables, reissues);
      const system = systemFrom(tables, reissues);
      // Where every ballot may be nobody's, nothing is safe.
      if (fewest > 0) expect(audited(system, { k: fewest, prime, budget }).safe).toBe(true);
      expect(audited(system, { k: fewest + 1, prime, budget })).toMatchObject({ because: 'unsafe', violation: { people: fewest } });
    }),
    { numRuns: times(500, 5_000) },
  );
  told('systems with slips beyond those handed out, against every set of people', times(500, 5_000));
});

test('with two partitions search and minimum cut agree on companies too large to try everything', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -1, max: 4 })), { minLength: 5, maxLength: 120 }),
      fc.boolean(),
      (rows, whole) => {
        const system = systemFrom([table(rows.map(([cell]) => cell)), table([...rows.map(([, band]) => (whole ? Math.max(band, 0) : band)), -1])]);
        const { people: fewest } = minimumCut(system);
        expect(auditedBySearch(system, { k: fewest, prime, budget }).safe).toBe(true);
        expect(auditedBySearch(system, { k: fewest + 1, prime, budget })).toMatchObject({ violation: { people: fewest } });
        expect(auditedByMinimumCut(system, fewest + 1)).toMatchObject({ violation: { people: fewest } });
      },
    ),
    { numRuns: times(300, 3_000) },
  );
  told('larger systems with two partitions, search against minimum cut', times(300, 3_000));
});

test('searching by disjoint bases and branching by circuits find the same', () => {
  let [decided, violations] = [0, 0];
  const bands = (count: number) => fc.noBias(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: count, maxLength: count }));
  const dense = fc.integer({ min: 14, max: 40 }).chain((count) => fc.array(bands(count), { minLength: 3, maxLength: 5 }));
  fc.assert(
    fc.property(dense, fc.integer({ min: 3, max: 7 }), (rows, k) => {
      const system = systemFrom(rows.map((bandOf) => ({ bandOf: Int32Array.from(bandOf), bands: 3 })));
      const code = packed(system, k, prime);
      if (contracted(system, code, k).length === 0) return;
      const byBases = searchedByBases(system, copied(code), { k, budget: 1e9 }, (smaller) => searched(system, smaller, { k, budget: 1e9 }));
      if (!byBases) return;
      const branching = searched(system, copied(code), { k, budget: 1e9 });
      decided += 1;
      violations += byBases.found ? 1 : 0;
      expect(byBases.found !== null).toBe(branching.found !== null);
      for (const { found } of [byBases, branching]) if (found) expect(peopleIn(system, found)).toBeLessThan(k);
    }),
    { numRuns: times(200, 3_000) },
  );
  expect(violations).toBeGreaterThan(10);
  expect(decided - violations).toBeGreaterThan(5);
});

test('attack 6: a department of ten wholly inside a tenure band of eleven isolates one person', () => {
  expect(audit(tablesFrom([[10, 0, 0], [1, 1, 0], [30, 1, 1]]))).toMatchObject({ because: 'unsafe', violation: { people: 1 } });
});

test('attack 7: a department and a band that differ in one person each are refused although every set is large', () => {
  const verdict = audit(tablesFrom([[8, 0, 0], [1, 0, 1], [1, 1, 0], [20, 1, 1]]));
  expect(verdict).toMatchObject({ because: 'unsafe', violation: { people: 2 } });
});

const parity = tablesFrom([[3, 0, 0, 0], [3, 0, 1, 1], [3, 1, 0, 1], [3, 1, 1, 0]]);

test('attack 8: three tables that are safe in pairs isolate three people by parity', () => {
  expect(audit(parity)).toMatchObject({ because: 'unsafe', violation: { people: 3 } });
});

test('attack 8 passes an auditor that only looks at pairs', () => {
  const pairs = [[0, 1], [0, 2], [1, 2]].map((pair) => minimumCut(systemFrom(pair.map((index) => table(parity[index]!)))));
  expect(pairs.map(({ people }) => people)).toEqual([6, 6, 6]);
  expect(pairs.every(({ people }) => people >= 5)).toBe(true);
});

test('attack 14: two managers pool screens that are safe alone and meet an audit of the union', () => {
  const [departments, tenureSeenByOne, siteSeenByAnother] = parity;
  expect(audit([departments!, tenureSeenByOne!]).safe).toBe(true);
  expect(audit([departments!, siteSeenByAnother!]).safe).toBe(true);
  expect(audit(parity).safe).toBe(false);
});

test('a combination hidden among twelve tables of six hundred people is found', () => {
  const chance = chanceFrom(11);
  for (let round = 0; round < times(10, 200); round += 1) {
    const tables = Array.from({ length: 12 }, (_, at) => Array.from({ length: 600 }, () => chance(at === 0 ? 20 : 4)));
    const [some, more] = [tables[1 + chance(6)]!, tables[7 + chance(5)]!];
    const hidden = some.map((band, person) => (band === 0 ? 0 : more[person] === 0 ? 1 : 2));
    const before = audit(tables);
    expect(before.safe).toBe(true);
    const copy = some.map((band) => Math.min(band, 1));
    for (let moved = 0; moved < 4; moved += 1) copy[150 * moved] = 1 - copy[150 * moved]!;
    expect(audit([...tables, hidden]).safe).toBe(true);
    expect(audit([...tables, hidden, copy])).toMatchObject({ because: 'unsafe', violation: { people: 4 } });
  }
});

test('a search that runs out of budget counts as unsafe', () => {
  const system = systemFrom(parity.map(table));
  expect(auditedBySearch(system, { k: 5, prime, budget: 0 })).toMatchObject({ safe: false, because: 'out-of-budget' });
});

test('a violation names the coefficients of the bands it is made of', () => {
  const verdict = audit(tablesFrom([[10, 0, 0], [1, 1, 0], [30, 1, 1], [30, 1, 2]]));
  if (verdict.safe || verdict.because !== 'unsafe') throw new Error('expected a violation');
  const [first, second, third] = verdict.violation.coefficients[0]!;
  expect(second).toBe(third);
  expect(first).not.toBe(second);
});

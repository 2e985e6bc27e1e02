// What is expected beside what is experienced: two histograms can prove a complaint that neither of them, nor the band, tells alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutsWith } from '#app/domain/publication/cuts/cuts.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import type { TalliedItem, TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import { isPossible, provesDisappointment } from '#tests/support/joint-tables.ts';
import { times } from '#tests/support/repetitions.ts';
import { all, seeded, tallyOf } from '#tests/support/tallies.ts';

const pair = { id: 'pay', expected: 'pay:expected', experienced: 'pay:experienced' };

function releaseOf(input: TallyInput): Release {
  const published = publish(input, input.cuts.length > 0 ? { admitCuts: cutsWith() } : {});
  if (!published.ok) throw new Error(published.because);
  expect(verifyRelease(published.value).problems).toEqual([]);
  return published.value;
}

const answersOf = (expected: readonly (number | 'skip')[], experienced: readonly (number | 'skip')[]) => ({ [pair.expected]: expected, [pair.experienced]: experienced });

interface Cell {
  readonly departments: readonly string[];
  readonly counts: readonly number[];
}

function cellsOf(release: Release, id: string): Cell[] {
  const item = release.items[id];
  if (!item) return [];
  return release.partitions[item.partition]!.atoms.map((atom) => ({ departments: atom.departments, counts: item.cells[atom.id]! }));
}

/** Pairs of cells that share people and in which the best experience lies below the least expectation: everybody in both is disappointed. */
function provenDisappointments(release: Release): string[] {
  return cellsOf(release, pair.expected).flatMap((wanted) =>
    cellsOf(release, pair.experienced).flatMap((had) => {
      const shared = wanted.departments.filter((id) => had.departments.includes(id));
      const least = wanted.counts.findIndex((count) => count > 0);
      const best = had.counts.findLastIndex((count) => count > 0);
      return shared.length > 0 && best < least ? [shared.join()] : [];
    }),
  );
}

/** By cell of the bands: answers that are not below, and the most that the histograms of the scales leave room for. */
function agreement(release: Release): { told: number; possible: number }[] {
  const bands = cellsOf(release, pair.id);
  const [wanted, had] = [pair.expected, pair.experienced].map((id) => cellsOf(release, id));
  return bands.flatMap(({ departments, counts }) => {
    const at = (cells: readonly Cell[]) => cells.find((cell) => cell.departments.join() === departments.join())?.counts;
    const [expected, experienced] = [at(wanted!), at(had!)];
    if (!expected || !experienced) return [];
    return [{ told: counts[1]! + counts[2]!, possible: mostSatisfied(expected, experienced) }];
  });
}

/** Gives the best experiences to the least demanding, as many as fit. */
function mostSatisfied(expected: readonly number[], experienced: readonly number[]): number {
  const wants = expected.flatMap((count, value) => all(count, value));
  let satisfied = 0;
  for (const value of experienced.flatMap((count, point) => all(count, point))) if (wants[satisfied]! <= value) satisfied += 1;
  return satisfied;
}

describe('expectation and experience', () => {
  test('everybody expects 5 and nobody experiences above 3: the histograms of the scales prove nobody’s disappointment', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const answers = { top: answersOf(all(6, 5), [1, 1, 2, 3, 3, 1]) };
      const release = releaseOf(tallyOf({ tree: 'top', answers, rest: { pairs: [pair], chance: seeded(seed) } }));
      expect(provenDisappointments(release)).toEqual([]);
      expect(release.items['pay']!.cells['a1']).toEqual([4, 2, 0]);
      for (const { told, possible } of agreement(release)) expect(possible).toBeGreaterThanOrEqual(told);
    }
  });

  test('scales and bands together prove nobody’s complaint, neither from outside nor to one colleague', () => {
    // Three expect little and get little, three expect much and get something: each of the six complains, and only one world fits.
    const plain = answersOf([1, 1, 1, 5, 5, 5], [1, 1, 1, 3, 3, 3]);
    const found = { groups: 0, outside: 0, colleague: 0 };
    const chance = seeded(3);
    const groups = [plain, ...Array.from({ length: times(200, 3000) }, () => {
      const people = 5 + chance(8);
      const draw = (most: number) => Array.from({ length: people }, () => 1 + Math.min(chance(most), chance(5)));
      return answersOf(draw(5), draw(3));
    })];
    groups.forEach((answers, seed) => {
      const release = releaseOf(tallyOf({ tree: 'top', answers: { top: answers }, rest: { pairs: [pair], chance: seeded(seed) } }));
      const [expected, experienced, bands] = [pair.expected, pair.experienced, pair.id].map((id) => release.items[id]!.cells['a1']! as readonly number[]);
      const told = { expected: expected!, experienced: experienced!, bands: bands!, calm: 2 };
      found.groups += 1;
      if (provesDisappointment(told)) found.outside += 1;
      const less = (counts: readonly number[], at: number) => counts.map((count, other) => count - (at === other ? 1 : 0));
      const leftBy = (wanted: number, had: number) => ({ calm: 2, expected: less(told.expected, wanted), experienced: less(told.experienced, had), bands: less(told.bands, Math.sign(had - wanted) + 1) });
      const known = answers[pair.expected]!.map((wanted, person) => [Number(wanted) - 1, Number(answers[pair.experienced]![person]) - 1] as const);
      // Nobody knows whether the own answers were moved to the middle.
      const certain = known.some(([wanted, had]) => {
        const own = [leftBy(wanted, had), leftBy(2, had), leftBy(wanted, Math.max(had, 2)), leftBy(2, Math.max(had, 2))];
        const fitting = own.filter((left) => [...left.expected, ...left.experienced, ...left.bands].every((count) => count >= 0) && isPossible(left));
        return fitting.length > 0 && fitting.every(provesDisappointment);
      });
      if (certain) found.colleague += 1;
    });
    process.stdout.write(`pairs: ${found.groups} groups with all joint tables; complaints certain from outside in ${found.outside}, for one colleague in ${found.colleague}\n`);
    expect(found).toEqual({ groups: groups.length, outside: 0, colleague: 0 });
  });

  test('a satisfied colleague cannot be certain of everybody else’s disappointment', () => {
    const release = releaseOf(tallyOf({ tree: 'top', answers: { top: answersOf(all(6, 5), [1, 1, 2, 3, 3, 5]) }, rest: { pairs: [pair] } }));
    expect(release.items['pay']!.cells['a1']).toEqual([4, 2, 0]);
    expect(mostSatisfied(release.items[pair.expected]!.cells['a1']!, release.items[pair.experienced]!.cells['a1']!)).toBeGreaterThanOrEqual(2);
  });

  test('doubt in the cells of a scale that are finer than those of the bands', () => {
    const skips = [5, 5, 'skip', 'skip', 'skip', 'skip'] as const;
    const answers = {
      a: answersOf(all(6, 5), all(6, 3)),
      b: answersOf([...skips, ...all(4, 1)], [...all(6, 3), ...all(4, 'skip' as const)]),
      c: answersOf(all(6, 1), all(6, 5)),
    };
    const release = releaseOf(tallyOf({ tree: 'top\n  a\n  b\n  c', answers, rest: { pairs: [pair] } }));
    expect(release.items['pay']!.partition).toBe('5:pay');
    expect(provenDisappointments(release)).toEqual([]);
  });

  test('an answer that is raised to what was expected is no complaint any more, and loses its text', () => {
    const texts = Array.from({ length: 12 }, (_, row) => ({ row, text: `text ${row}` }));
    const release = releaseOf(tallyOf({ tree: 'top', answers: { top: answersOf(all(12, 5), all(12, 1)) }, rest: { pairs: [pair], texts } }));
    expect(release.comments).toHaveLength(10);
    expect(release.items[pair.experienced]!.cells['a1']).toEqual([10, 0, 2, 0, 0]);
    expect(release.items[pair.expected]!.cells['a1']).toEqual([0, 0, 2, 0, 10]);
  });
});

const company = fc.record({
  teams: fc.array(
    fc.array(fc.tuple(fc.constantFrom(0, 1, 1, 1, 1), fc.constantFrom(3, 4, 4, 4, 4, -1), fc.constantFrom(0, 0, 0, 1, 2, 3, -1), fc.integer({ min: 0, max: 1 })), { minLength: 1, maxLength: 14 }),
    { minLength: 1, maxLength: 5 },
  ),
  elevated: fc.boolean(),
  cut: fc.boolean(),
  points: fc.constantFrom(5, 5, 4, 7),
  seed: fc.nat(),
});

function tallyFrom({ teams, elevated, cut, points, seed }: { teams: number[][][]; elevated: boolean; cut: boolean; points: number; seed: number }): TallyInput {
  const rows = teams.flat();
  const scale = (id: string, at: number, k: number): TalliedItem => ({
    id, dimension: null, k, reverse: false, kind: 'scale', points,
    column: { kind: 'scale', values: Int16Array.from(rows, (row) => Math.min(row[at]!, points - 1)) },
  });
  const base = tallyOf({ tree: ['top', ...teams.map((_, at) => `  t${at}`)].join('\n'), answers: Object.fromEntries(teams.map((team, at) => [`t${at}`, { pay: all(team.length, 3) }])) });
  const cuts = cut ? [{ question: 'tenure', scope: 'company', items: [pair.expected, pair.experienced], labels: ['short', 'long'], values: Int16Array.from(rows, (row) => row[3]!) }] : [];
  return { ...base, items: [scale(pair.expected, 1, elevated ? 8 : 5), scale(pair.experienced, 2, 5)], pairs: [pair], cuts, chance: seeded(seed) };
}

test('where the cells of the two scales cross, the people they share can be doubted too', () => {
  // Who skipped what puts two teams with a satisfied one on one scale and with a dissatisfied one on the other.
  const teams = [
    [[0, 3, 3, 0], [0, 3, 0, 0], [0, 3, 0, 0], [0, 3, 0, 0], [0, 3, 3, 0]],
    [[0, 3, 0, 0], [0, 3, 0, 0]],
    [[0, 3, 0, 0], [0, 3, 0, 0], [0, -1, 0, 0]],
    [[0, 3, 0, 0], [0, 3, 0, 0], [0, 3, 0, 0], [0, 3, -1, 0], [0, 3, 0, 0]],
  ];
  for (let seed = 0; seed < 30; seed += 1) {
    const release = releaseOf(tallyFrom({ teams, elevated: false, cut: false, points: 5, seed }));
    const [wanted, had] = [pair.expected, pair.experienced].map((id) => cellsOf(release, id).map(({ departments }) => departments.join()));
    expect([wanted, had]).toEqual([['t0,t1,t2', 't3'], ['t1,t2,t3', 't0']]);
    expect(provenDisappointments(release)).toEqual([]);
  }
});

describe('in any company with a pair', () => {
  test('no disappointment is proved by the histograms of its scales, and the bands are what they add up to', () => {
    const seen = { companies: 0, bands: 0, cuts: 0 };
    fc.assert(
      fc.property(company, (sketch) => {
        const input = tallyFrom(sketch);
        const published = publish(input, input.cuts.length > 0 ? { admitCuts: cutsWith() } : {});
        if (!published.ok || !published.value.items['pay']) return;
        const release = published.value;
        expect(verifyRelease(release).problems).toEqual([]);
        expect(provenDisappointments(release)).toEqual([]);
        for (const { told, possible } of agreement(release)) {
          expect(told).toBeGreaterThanOrEqual(2);
          if (complete(input)) expect(possible).toBeGreaterThanOrEqual(told);
          seen.bands += 1;
        }
        seen.companies += 1;
        seen.cuts += release.cuts.length;
        for (const cut of release.cuts) for (const band of cut.bands) for (const [favourable] of Object.values(band.favourable)) expect(favourable).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: times(300, 5_000) },
    );
    expect(Math.min(seen.bands, seen.cuts)).toBeGreaterThan(20);
    process.stdout.write(`pairs: ${seen.companies} companies, ${seen.bands} cells of bands, ${seen.cuts} cuts; disappointments proved by two histograms: 0\n`);
  }, times(60_000, 600_000));
});

const complete = (input: TallyInput) => input.items.every(({ column }) => column.values.every((value) => value >= 0));

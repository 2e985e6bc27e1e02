import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutsInput, cutsWith, mayStandInCut } from '#app/domain/publication/cuts/cuts.ts';
import { admitCuts } from '#app/domain/publication/cuts/admit-cuts.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { planStructure } from '#app/domain/publication/groups/structure.ts';
import { growTree } from '#app/domain/publication/groups/tree.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import { fewestPeople } from '#tests/support/brute-force-audit.ts';
import { mixed, tallyWithCuts, type Group } from '#tests/support/cut-tallies.ts';
import { chanceFrom } from '#tests/support/chance.ts';
import { times } from '#tests/support/repetitions.ts';
import { skewedCompany } from '#tests/support/skewed-company.ts';

function releaseOf(input: TallyInput): Release {
  const published = publish(input, { admitCuts: cutsWith() });
  if (!published.ok) throw new Error(published.because);
  expect(verifyRelease(published.value).problems).toEqual([]);
  return published.value;
}

const group = (department: string, is: readonly number[], count: number): Group => ({ in: department, is, said: mixed(count) });
const bandsOf = (release: Release, index = 0) => release.cuts[index]!.bands.map(({ labels, answered }) => [labels.join(' '), answered]);
const dropped = (release: Release) => release.audit.dropped.map(({ question, scope, why }) => `${question} ${scope}: ${why}`);

const two = 'company\n  a\n  b';
/** Every department has every band of two questions, with people to spare. */
const wide = (departments: readonly string[], people = 12): Group[] =>
  departments.flatMap((department) => [0, 1].flatMap((one) => [0, 1].map((other) => group(department, [one, other], people))));

describe('bands of a declared cut', () => {
  test('are published with their people and how many of them are favourable', () => {
    const release = releaseOf(tallyWithCuts({ tree: two, groups: wide(['a', 'b']), cuts: ['tenure'] }));
    expect(release.cuts).toEqual([
      {
        question: 'tenure',
        scope: 'company',
        bands: [
          { labels: ['0', ''], answered: 48, favourable: { pay: [28, 48] } },
          { labels: ['1'], answered: 48, favourable: { pay: [28, 48] } },
        ],
      },
    ]);
    expect(dropped(release)).toEqual([]);
  });

  test('are merged with a neighbour until each has k people', () => {
    const groups = [group('a', [0], 20), group('a', [1], 3), group('a', [2], 1), group('a', [3], 9), group('b', [0], 20), group('b', [3], 9)];
    expect(bandsOf(releaseOf(tallyWithCuts({ tree: two, groups, cuts: ['tenure'] })))).toEqual([['0', 40], ['1 2 3 ', 22]]);
  });

  test('take in those who prefer not to say at the smallest band', () => {
    const groups = [group('a', [0], 30), group('a', [1], 12), group('a', [-1], 6), group('b', [0], 30), group('b', [1], 12), group('b', [-1], 1)];
    expect(bandsOf(releaseOf(tallyWithCuts({ tree: two, groups, cuts: ['tenure'] })))).toEqual([['0', 60], ['1 ', 31]]);
  });

  test('are merged up to the largest k among the items of the cut', () => {
    const groups = [0, 1, 2, 3].flatMap((band) => [group('a', [band], 3), group('b', [band], 4)]);
    const input = tallyWithCuts({ tree: two, groups, cuts: ['tenure'] });
    expect(bandsOf(releaseOf(input)).length).toBe(4);
    const elevated = { ...input, items: input.items.map((item) => ({ ...item, k: 8 })) };
    expect(bandsOf(releaseOf(elevated))).toEqual([['0 1 ', 14], ['2 3', 14]]);
  });

  test('do not count reissued papers as people', () => {
    const groups = [group('a', [0], 20), group('a', [1], 3), group('b', [0], 20), group('b', [1], 2), group('a', [2], 20), group('b', [2], 20)];
    const input = tallyWithCuts({ tree: two, groups, cuts: ['tenure'] });
    expect(bandsOf(releaseOf(input)).length).toBe(3);
    const leaves = input.leaves.map((leaf) => (leaf.id === 'a' ? { ...leaf, reissued: 1 } : leaf));
    expect(bandsOf(releaseOf({ ...input, leaves })).length).toBe(2);
  });
});

describe('admission', () => {
  test('attack 6: a department wholly inside a band but for one person leaves no such band', () => {
    const groups = [group('a', [0], 10), group('b', [0], 1), group('b', [1], 30), group('b', [2], 30)];
    const release = releaseOf(tallyWithCuts({ tree: two, groups, cuts: ['tenure'] }));
    expect(bandsOf(release)).toEqual([['0 1', 41], ['2 ', 30]]);
  });

  test('a cut whose bands cannot be merged into safety is dropped', () => {
    const groups = [group('a', [0], 10), group('b', [0], 1), group('b', [1], 30)];
    expect(dropped(releaseOf(tallyWithCuts({ tree: two, groups, cuts: ['tenure'] })))).toEqual(['tenure company: unsafe']);
  });

  test('attack 8: of three tables that are safe in pairs HR keeps the ones declared first', () => {
    const parity = [[0, 0], [1, 1]].map((is) => group('a', is, 3)).concat([[0, 1], [1, 0]].map((is) => group('b', is, 3)));
    for (const cuts of [['tenure', 'site'], ['site', 'tenure']]) {
      const release = releaseOf(tallyWithCuts({ tree: two, groups: parity, cuts }));
      expect(release.cuts.map(({ question }) => question)).toEqual([cuts[0]]);
      expect(dropped(release)).toEqual([`${cuts[1]} company: unsafe`]);
    }
  });

  test('a division may have cuts of its own from thirty ballots', () => {
    const tree = 'company\n  north\n    n1\n    n2\n  south';
    const divided = (people: number): Group[] => [
      group('n1', [0], 8), group('n1', [1], 7), group('n2', [0], 8), group('n2', [1], people - 23), group('south', [0], 20), group('south', [1], 20),
    ];
    expect(dropped(releaseOf(tallyWithCuts({ tree, groups: divided(29), cuts: ['tenure:north'] })))).toEqual(['tenure north: too-few']);
    const release = releaseOf(tallyWithCuts({ tree, groups: divided(30), cuts: ['tenure:north'] }));
    expect(release.cuts.map(({ scope }) => scope)).toEqual(['north']);
    expect(bandsOf(release)).toEqual([['0', 16], ['1 ', 14]]);
  });

  test('a department that is not shown has no cut', () => {
    const groups = [group('a', [0], 3), ...wide(['b'])].map((one) => ({ ...one, is: [one.is[0]!] }));
    expect(dropped(releaseOf(tallyWithCuts({ tree: two, groups, cuts: ['tenure:a'] })))).toEqual(['tenure a: too-few']);
  });

  test('one band is no table', () => {
    const groups = [group('a', [0], 20), group('b', [0], 20), group('b', [1], 2)];
    expect(dropped(releaseOf(tallyWithCuts({ tree: two, groups, cuts: ['tenure'] })))).toEqual(['tenure company: one-band']);
  });

  test('an item with a band below k valid answers is left out, and a cut without items is dropped as if never declared', () => {
    const skipping: Group = { in: 'b', is: [1, 1], said: [...mixed(4), 'skip', 'skip'] };
    const groups = [group('a', [0, 0], 12), group('b', [0, 0], 12), group('a', [0, 1], 12), group('b', [0, 1], 12), skipping];
    const release = releaseOf(tallyWithCuts({ tree: two, groups, cuts: ['tenure', 'site'] }));
    expect(dropped(release)).toEqual(['tenure company: no-items']);
    expect(release.cuts.map(({ question }) => question)).toEqual(['site']);
  });

  test('a scale without a middle stands in no cut', () => {
    expect(mayStandInCut({ kind: 'scale', points: 4 })).toBe(false);
    expect(mayStandInCut({ kind: 'scale', points: 5 })).toBe(true);
    expect(mayStandInCut({ kind: 'recommend', points: 11 })).toBe(true);
    const input = tallyWithCuts({ tree: two, groups: wide(['a', 'b']), cuts: ['tenure'] });
    const even = { ...input, items: input.items.map((item) => ({ ...item, points: 6 })) };
    expect(dropped(releaseOf(even))).toEqual(['tenure company: no-items']);
  });

  test('tells how far it is, and can be stopped', () => {
    const input = skewedCompany({ people: 200, divisions: 2, cuts: 8, k: 5, items: 3 }, chanceFrom(1));
    const told: number[] = [];
    admitCuts({ ...input, progress: (done, of) => told.push(done / of) });
    expect(told.at(-1)).toBe(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    const stop = (): never => {
      throw new Error('stopped');
    };
    expect(() => admitCuts({ ...input, progress: stop })).toThrow('stopped');
  });

  test('without means to prove anything nothing is published', () => {
    const input = skewedCompany({ people: 120, divisions: 2, cuts: 20, k: 8, items: 2 }, chanceFrom(3));
    const plan = admitCuts({ ...input, budget: 0 });
    expect(plan.dropped.some(({ why }) => why === 'out-of-budget')).toBe(true);
  });
});

const groupsOf = fc.array(
  fc.record({
    in: fc.constantFrom('a', 'b', 'c'),
    is: fc.tuple(fc.integer({ min: -1, max: 2 }), fc.integer({ min: -1, max: 1 })),
    said: fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) }, { weight: 1, arbitrary: fc.constant('skip' as const) }), { minLength: 1, maxLength: 9 }),
  }),
  { minLength: 4, maxLength: 10 },
);

const smallCompany = groupsOf
  .filter((groups) => groups.reduce((sum, { said }) => sum + said.length, 0) >= 12)
  .map((groups) => tallyWithCuts({ tree: 'company\n  a\n  b\n  c', groups, cuts: ['tenure', 'site', 'tenure:a'] }));

describe('in any company', () => {
  test('no combination of what is published rests on fewer than k people, on ballots as on valid answers', () => {
    let cuts = 0;
    fc.assert(
      fc.property(smallCompany, (input) => {
        const tree = growTree(input.departments);
        const structure = tree.ok ? planStructure(input, tree.value) : tree;
        if (!structure.ok) return;
        const plan = admitCuts(cutsInput(input, structure.value));
        const given = cutsInput(input, structure.value);
        cuts += plan.admitted.length;
        const ballots = [{ bandOf: given.atomOf, bands: given.atoms }, ...plan.admitted.map(({ table }) => table)];
        expect(fewestPeople(ballots)).toBeGreaterThanOrEqual(input.k);
        for (const [id, { cellOf, cells, k }] of given.items) {
          const shown = plan.admitted.filter(({ items }) => items.includes(id)).map(({ table }) => table);
          expect(fewestPeople([{ bandOf: cellOf, bands: cells }, ...shown])).toBeGreaterThanOrEqual(k);
        }
        expect(plan.admitted.length + plan.dropped.length).toBe(input.cuts.length);
      }),
      { numRuns: times(150, 3_000) },
    );
    expect(cuts).toBeGreaterThan(20);
    process.stdout.write(`cuts: ${times(150, 3_000)} companies, ${cuts} tables admitted; combinations below k by every set of people: 0\n`);
  });

  test('attack 10: what people said changes nothing about what is shown', () => {
    fc.assert(
      fc.property(smallCompany, fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 90, maxLength: 90 }), (input, said) => {
        const items = input.items.map((item) => {
          const values = (item.column.values as Int16Array).map((value, row) => (value < 0 ? value : said[row % said.length]!));
          return { ...item, column: { kind: 'scale' as const, values } };
        });
        const shape = (tally: TallyInput) => {
          const published = publish({ ...tally, chance: chanceFrom(1) }, { admitCuts: cutsWith() });
          if (!published.ok) return published.because;
          const { cuts, audit, partitions } = published.value;
          const bands = cuts.map((cut) => cut.bands.map((band) => [cut.question, cut.scope, band.labels, band.answered, Object.entries(band.favourable).map(([id, [, valid]]) => [id, valid])]));
          return { bands, audit, partitions };
        };
        expect(shape({ ...input, items })).toEqual(shape(input));
      }),
      { numRuns: times(150, 3_000) },
    );
  });

  test('every band keeps two favourable answers and every figure adds up', () => {
    fc.assert(
      fc.property(smallCompany, (input) => {
        const published = publish(input, { admitCuts: cutsWith() });
        if (!published.ok) return;
        expect(verifyRelease(published.value).problems).toEqual([]);
        const pay = published.value.items['pay'];
        for (const cut of published.value.cuts.filter(({ scope }) => scope === 'company')) {
          const sum = cut.bands.reduce((total, { favourable }) => total + favourable['pay']![0], 0);
          const cells = pay && 'cells' in pay ? Object.values(pay.cells) : [];
          expect(sum).toBe(cells.reduce((total, cell) => total + cell[3]! + cell[4]!, 0));
        }
      }),
      { numRuns: times(150, 3_000) },
    );
  });
});

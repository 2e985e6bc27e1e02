import { describe, expect, test } from 'vitest';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import { attack } from '#tests/support/attacker.ts';
import { all, seeded, tallyOf } from '#tests/support/tallies.ts';

function releaseOf(input: TallyInput): Release {
  const published = publish(input);
  if (!published.ok) throw new Error(published.because);
  expect(verifyRelease(published.value).problems).toEqual([]);
  for (const finding of attack(published.value)) expect(finding.people, finding.about).toBeGreaterThanOrEqual(finding.k);
  return published.value;
}

/** A survey with one question in which every department has so many people, half of them content. */
function company(tree: string, people: Record<string, number>): TallyInput {
  const answers = Object.entries(people).map(([id, count]) => [id, { pay: Array.from({ length: count }, (_, at) => (at % 2 === 0 ? 4 : 2)) }] as const);
  return tallyOf({ tree, answers: Object.fromEntries(answers) });
}

const atomsOf = (release: Release, key = '5') => release.partitions[key]!.atoms.map(({ departments, answered }) => [departments.join(' '), answered]);
const shownIn = (release: Release, key = '5') =>
  Object.fromEntries(release.partitions[key]!.departments.map((department) => [department.id, [department.answered, department.with.join(' ')]]));

describe('attacks on the tree', () => {
  test('1: a department of three beside the one of nine inside it does not exist alone', () => {
    const release = releaseOf(company('top\n  sales\n  legal', { sales: 9, legal: 3 }));
    expect(atomsOf(release)).toEqual([['sales legal', 12]]);
    expect(shownIn(release)).toEqual({ top: [12, ''], sales: [12, 'legal'] });
  });

  test('2: two small departments together are enough', () => {
    expect(atomsOf(releaseOf(company('top\n  a\n  b\n  c', { a: 50, b: 4, c: 3 })))).toEqual([['b c', 7], ['a', 50]]);
  });

  test('3: a pool of four goes to the smallest neighbour that can carry it', () => {
    const release = releaseOf(company('top\n  a\n  e\n  b\n  c', { a: 20, e: 6, b: 2, c: 2 }));
    expect(atomsOf(release)).toEqual([['a', 20], ['e b c', 10]]);
    expect(shownIn(release)).toEqual({ top: [30, ''], a: [20, ''], e: [10, 'b c'] });
  });

  test('4: two people directly in a division are counted with one of its teams', () => {
    expect(atomsOf(releaseOf(company('division\n  t1\n  t2', { division: 2, t1: 10, t2: 12 })))).toEqual([['division t1', 12], ['t2', 12]]);
  });

  test('5: two people are handed down to where they cost the least detail', () => {
    const release = releaseOf(company('top\n  x\n  c\n    c1\n    c2', { x: 2, c1: 6, c2: 9 }));
    expect(atomsOf(release)).toEqual([['x c1', 8], ['c2', 9]]);
    expect(shownIn(release)).toEqual({ top: [17, ''], c: [17, 'x'], c1: [8, 'x'], c2: [9, ''] });
  });

  test('15: the rest of the company beside a department is a union of atoms', () => {
    const release = releaseOf(company('top\n  a\n  b\n  c', { a: 20, b: 9, c: 7 }));
    const rest = release.partitions['5']!.atoms.filter((atom) => !atom.departments.includes('a'));
    expect(rest.reduce((sum, atom) => sum + atom.answered, 0)).toBe(16);
  });

  test('20: the total minus the departments shown never returns the department of four', () => {
    const sizes = { sheriff: 466, roads: 120, health: 88, library: 31, coroner: 4 };
    const release = releaseOf(company('county\n  sheriff\n  roads\n  health\n  library\n  coroner', sizes));
    expect(shownIn(release)).toMatchObject({ county: [709, ''], library: [35, 'coroner'] });
    expect(shownIn(release)['coroner']).toBeUndefined();
  });

  test('22: a department where nobody answered is counted with a neighbour like any small one', () => {
    const input = company('top\n  a\n  b', { a: 9, b: 7 });
    const leaves = [...input.leaves, { id: 'silent', departments: ['silent'], place: 'silent', invited: 6, reissued: 0 }];
    const departments = [...input.departments, { id: 'silent', parentId: 'top', name: 'silent' }];
    expect(atomsOf(releaseOf({ ...input, leaves, departments }))).toEqual([['a', 9], ['b silent', 7]]);
  });
});

describe('attacks on single questions', () => {
  test('11: a question with one valid answer in a department is counted with a neighbour', () => {
    const answers = { t1: { pay: all(5, 4), tools: [2, 'skip', 'skip', 'skip', 'skip'] as const }, t2: { pay: all(9, 4), tools: all(9, 4) } };
    const release = releaseOf(tallyOf({ tree: 'top\n  t1\n  t2', answers }));
    expect(atomsOf(release)).toEqual([['t1', 5], ['t2', 9]]);
    expect(release.items['tools']).toMatchObject({ partition: '5:tools', cells: { a1: [0, 1, 0, 9, 0] } });
    expect(atomsOf(release, '5:tools')).toEqual([['t1 t2', 14]]);
  });

  test('17: a question asked to three of eight is counted among the people asked, and shown for nobody alone', () => {
    const asked = [4, 4, 4, ...all(5, 'not-asked' as const)];
    const release = releaseOf(tallyOf({ tree: 'top\n  t1\n  t2', answers: { t1: { shift: asked, pay: all(8, 3) }, t2: { shift: all(9, 4), pay: all(9, 3) } } }));
    expect(atomsOf(release, '5:shift')).toEqual([['t1 t2', 12]]);
    expect(shownIn(release, '5:shift')).toEqual({ top: [12, ''], t2: [12, 't1'] });
    expect(Object.keys(release.items['shift']!.cells)).toEqual(['a1']);
  });

  test('21: a partition for a larger k is made of the atoms of the base', () => {
    const input = tallyOf({
      tree: 'top\n  a\n  b\n  c\n  d',
      answers: Object.fromEntries(Object.entries({ a: 20, b: 6, c: 3, d: 7 }).map(([id, count]) => [id, { pay: all(count, 4), boss: all(count, 4) }])),
      items: { boss: { k: 8 } },
    });
    const release = releaseOf(input);
    expect(atomsOf(release)).toEqual([['a', 20], ['b c', 9], ['d', 7]]);
    expect(atomsOf(release, '8')).toEqual([['a', 20], ['b c d', 16]]);
    expect(release.items['boss']!.partition).toBe('8');
  });

  test('a question with fewer than k valid answers in all is absent', () => {
    const release = releaseOf(tallyOf({ tree: 'top', answers: { top: { pay: all(9, 4), tools: [1, 2, 3, 4, 'skip', 'skip', 'skip', 'skip', 'skip'] } } }));
    expect(Object.keys(release.items)).toEqual(['pay']);
  });
});

describe('attacks on certainty', () => {
  test('9: six ballots that all say 1 are published as four and two, and the two lose reasons and texts', () => {
    const team = { pay: all(6, 1), 'pay:reasons': all(6, 1) };
    const calm = { pay: all(6, 4), 'pay:reasons': all(6, 'skip' as const) };
    const texts = Array.from({ length: 6 }, (_, row) => ({ row, text: `text ${row}` }));
    const release = releaseOf(
      tallyOf({
        tree: 'top\n  team\n  other',
        answers: { team, other: calm },
        items: { 'pay:reasons': { kind: 'several', points: 1, options: ['low'], reasonsOf: 'pay' } },
        rest: { texts },
      }),
    );
    expect(release.items['pay']!.cells).toEqual({ a1: [4, 0, 2, 0, 0], a2: [0, 0, 0, 6, 0] });
    expect(release.items['pay:reasons']).toMatchObject({ partition: '10', cells: { a1: [4, 12] } });
    expect(release.comments).toHaveLength(4);
  });

  test('9: a reversed question is moved at its other end', () => {
    const release = releaseOf(tallyOf({ tree: 'top', answers: { top: { stress: all(6, 5) } }, items: { stress: { reverse: true } } }));
    expect(release.items['stress']!.cells).toEqual({ a1: [0, 0, 2, 0, 4] });
  });

  test.each([
    [2, [4, 2]],
    [3, [4, 2, 0]],
    [4, [4, 0, 2, 0]],
    [7, [4, 0, 0, 2, 0, 0, 0]],
  ])('9: one step on a scale of %i points is the least value that is not unfavourable', (points, cells) => {
    const release = releaseOf(tallyOf({ tree: 'top', answers: { top: { pay: all(6, 1) } }, items: { pay: { points } } }));
    expect(release.items['pay']!.cells['a1']).toEqual(cells);
  });

  test('9: a recommendation is moved from detractor to passive', () => {
    const release = releaseOf(tallyOf({ tree: 'top', answers: { top: { enps: all(6, 0) } }, items: { enps: { kind: 'recommend', points: 11 } } }));
    expect(release.items['enps']!.cells['a1']).toEqual([4, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0]);
  });

  test('9: a band follows the scales, which are moved until two answers are not below', () => {
    const release = releaseOf(
      tallyOf({
        tree: 'top',
        answers: { top: { 'pay:expected': all(6, 5), 'pay:experienced': all(6, 1) } },
        rest: { pairs: [{ id: 'pay', expected: 'pay:expected', experienced: 'pay:experienced' }] },
      }),
    );
    expect(release.items['pay:expected']!.cells['a1']).toEqual([0, 0, 2, 0, 4]);
    expect(release.items['pay:experienced']!.cells['a1']).toEqual([4, 0, 2, 0, 0]);
    expect(release.items['pay']).toEqual({ kind: 'band', partition: '5', cells: { a1: [4, 2, 0] } });
  });

  test('24: a colleague who alone is content sees at least one more who did not complain', () => {
    const release = releaseOf(tallyOf({ tree: 'top', answers: { top: { pay: [1, 1, 1, 1, 1, 5] } } }));
    expect(release.items['pay']!.cells['a1']).toEqual([4, 0, 1, 0, 1]);
  });

  test('reasons are given by all but two at most, and are counted by every ballot', () => {
    const release = releaseOf(
      tallyOf({
        tree: 'top',
        answers: { top: { pay: [...all(10, 1), 3, 3], 'pay:reasons': [...all(10, 3), 3, 3] } },
        items: { 'pay:reasons': { kind: 'several', points: 2, options: ['low', 'unfair'], reasonsOf: 'pay' } },
      }),
    );
    expect(release.items['pay:reasons']!.cells['a1']).toEqual([10, 10, 12]);
  });

  test('the release tells how much was moved only roughly, and never of fewer than a hundred people', () => {
    const small = tallyOf({ tree: 'top', answers: { top: { pay: all(99, 1) } } });
    expect(releaseOf(small).counts.moved).toBeNull();
    expect(releaseOf(tallyOf({ tree: 'top', answers: { top: { pay: all(300, 1) } } })).counts.moved).toBe('under 1 %');
    expect(releaseOf(tallyOf({ tree: 'top', answers: { top: { pay: all(100, 1) } } })).counts.moved).toBe('1–5 %');
    const teams = Array.from({ length: 20 }, (_, at) => `t${at}`);
    const tree = ['top', ...teams.map((team) => `  ${team}`)].join('\n');
    const many = tallyOf({ tree, answers: Object.fromEntries(teams.map((team) => [team, { pay: all(5, 1) }])) });
    expect(releaseOf(many).counts.moved).toBe('more');
  });
});

describe('attacks on the whole', () => {
  test('10: what people said never changes the structure', () => {
    const tree = 'top\n  a\n  b';
    const said = releaseOf(tallyOf({ tree, answers: { a: { pay: [1, 1, 1, 1, 1, 5, 'skip'] }, b: { pay: [5, 5, 5, 5, 5] } } }));
    const other = releaseOf(tallyOf({ tree, answers: { a: { pay: [5, 5, 5, 1, 5, 1, 'skip'] }, b: { pay: [1, 1, 1, 5, 5] } } }));
    expect(other.partitions).toEqual(said.partitions);
    expect(other.items['pay']!.partition).toBe(said.items['pay']!.partition);
  });

  test('13: an old release cannot be cut to a new organisation: nothing in it is finer than its atoms', () => {
    const release = releaseOf(company('top\n  a\n  b\n    b1\n    b2', { a: 12, b1: 3, b2: 4 }));
    const text = JSON.stringify(release.items);
    expect(text).not.toContain('b1');
    expect(atomsOf(release)).toEqual([['a', 12], ['b1 b2', 7]]);
  });

  test('19: comments stand in groups of ten, without question, score, row or order', () => {
    const texts = [
      { row: 0, text: '  ｆull  width\n' },
      { row: 8, text: 'low' },
      { row: 14, text: 'else' },
      { row: 3, text: ' \u200b ' },
    ];
    const input = company('top\n  a\n  b', { a: 6, b: 9 });
    const release = releaseOf({ ...input, texts });
    expect(release.comments).toHaveLength(3);
    expect(release.comments).toEqual(
      expect.arrayContaining([
        { partition: '10', atoms: ['a1'], text: 'ｆull width' },
        { partition: '10', atoms: ['a1'], text: 'low' },
        { partition: '10', atoms: ['a1'], text: 'else' },
      ]),
    );
    const backwards = releaseOf({ ...input, texts: [...texts].reverse() });
    expect(backwards.comments).toEqual(release.comments);
  });

  test('19: fewer than ten ballots have no comments', () => {
    const texts = [{ row: 0, text: 'words' }];
    expect(releaseOf({ ...company('top', { top: 9 }), texts }).comments).toEqual([]);
  });

  test('cells of reasons and cells of scores that cross prove no reason of those who are in both', () => {
    // Scores are counted as a with b, and c; reasons as a with c, and b. Seven of c complain, so of ten with a reason the three of a who
    // answered would be three.
    const skip = 'skip' as const;
    const reasons = { kind: 'several', points: 2, k: 10, options: ['late', 'long'], reasonsOf: 'load' } as const;
    const answers = {
      a: { load: [1, 1, 1, skip, skip], 'load:reasons': [1, 1, 1, skip, skip] },
      b: { load: [...all(8, 4), skip, skip], 'load:reasons': all(10, skip) },
      c: { load: [...all(7, 1), 4, 4], 'load:reasons': [...all(7, 1), skip, skip] },
    };
    const release = releaseOf(tallyOf({ tree: 'top\n  a\n  b\n  c', answers, items: { 'load:reasons': reasons } }));
    const cell = (id: string, department: string) => {
      const item = release.items[id]!;
      const atom = release.partitions[item.partition]!.atoms.find(({ departments }) => departments.includes(department))!;
      return { departments: atom.departments, counts: item.cells[atom.id]! };
    };
    expect(cell('load', 'a').departments).toEqual(['a', 'b']);
    expect(cell('load:reasons', 'a').departments).toEqual(['a', 'c']);
    expect(cell('load', 'c').counts.slice(0, 2)).toEqual([7, 0]);
    expect(cell('load:reasons', 'a').counts[0]).toBe(7 + 3 - 2);
  });

  test('chance decides which answers are moved', () => {
    const reasons = { kind: 'several', points: 6, k: 10, options: ['a', 'b', 'c', 'd', 'e', 'f'], reasonsOf: 'pay' } as const;
    const answers = { top: { pay: all(12, 1), 'pay:reasons': Array.from({ length: 12 }, (_, person) => 1 << person % 6) } };
    const seen = Array.from({ length: 40 }, (_, seed) =>
      releaseOf(tallyOf({ tree: 'top', answers, items: { 'pay:reasons': reasons }, rest: { chance: seeded(seed) } })).items['pay:reasons']!.cells['a1']!.join(),
    );
    expect(new Set(seen).size).toBeGreaterThan(3);
  });
});

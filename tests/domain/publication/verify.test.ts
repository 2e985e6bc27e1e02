import { describe, expect, test } from 'vitest';
import { canonical, hashOf } from '#app/domain/publication/release/canonical.ts';
import { merkleRoot } from '#app/domain/publication/release/merkle.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { seededChance } from '#app/domain/publication/release/seeded-chance.ts';
import { verifyRelease, verifyText } from '#app/domain/publication/verify/verify.ts';
import { all, tallyOf } from '#tests/support/tallies.ts';

const skip = 'skip' as const;

function release(): Release {
  const published = publish(
    tallyOf({
      tree: 'top\n  a\n  b\n    b1\n    b2\n  c',
      answers: {
        a: { pay: all(8, 4), tools: [...all(2, 3), ...all(6, skip)], enps: all(8, 9), wish: all(8, 1), 'pay:reasons': all(8, skip) },
        b1: { pay: all(7, 4), tools: all(7, 3), enps: all(7, 9), wish: all(7, 0), 'pay:reasons': all(7, skip) },
        b2: { pay: all(9, 4), tools: all(9, 5), enps: all(9, 9), wish: all(9, 2), 'pay:reasons': [1, 1, ...all(7, skip)] },
        c: { pay: all(40, 4), tools: all(40, 2), enps: all(40, 9), wish: all(40, 2), 'pay:reasons': all(40, skip) },
      },
      items: {
        pay: { dimension: 'pay' },
        tools: { dimension: 'pay' },
        enps: { kind: 'recommend', points: 11 },
        wish: { kind: 'choice', points: 3, options: ['x', 'y', 'z'] },
        'pay:reasons': { kind: 'several', points: 1, options: ['low'], reasonsOf: 'pay' },
      },
      rest: { texts: [{ row: 3, text: 'Thanks' }] },
    }),
  );
  if (!published.ok) throw new Error(published.because);
  return published.value;
}

type Loose = { [key: string]: Loose } & { [index: number]: Loose } & { push(value: unknown): void; splice(from: number, count: number): void };

/** Problems after somebody changed the file. */
function tampered(change: (release: Loose) => void): string[] {
  const copy = JSON.parse(JSON.stringify(release())) as Loose;
  change(copy);
  return verifyRelease(copy).problems.map((problem) => problem.code);
}

const set = (target: Loose, key: string | number, value: unknown) => Object.assign(target, { [key]: value });

describe('verification', () => {
  test('finds nothing wrong with a release as it was published', () => {
    expect(verifyRelease(release()).problems).toEqual([]);
    expect(verifyText(canonical(release()), { hash: hashOf(release()) }).problems).toEqual([]);
  });

  test('knows a release by its hash and its place in the chain', () => {
    const first = release();
    const second = { ...first, previous: hashOf(first) };
    expect(verifyRelease(second, { previous: first }).problems).toEqual([]);
    expect(verifyRelease(first, { previous: second }).problems.map(({ code }) => code)).toEqual(['wrong-previous']);
    expect(verifyRelease(first, { hash: hashOf(second) }).problems.map(({ code }) => code)).toEqual(['wrong-hash']);
  });

  test('finds a file that is not a release, and one that is not canonical', () => {
    expect(verifyText('{').problems).toEqual([{ code: 'malformed', details: { where: 'JSON' } }]);
    expect(verifyText('{}').problems[0]!.code).toBe('malformed');
    expect(verifyText(JSON.stringify(release(), null, 2)).problems.map(({ code }) => code)).toEqual(['not-canonical']);
    expect(tampered((file) => set(file, 'rows', [[1, 2, 3]]))).toEqual(['malformed']);
  });

  test.each<[string, (file: Loose) => void]>([
    ['k-below-floor', (file) => set(file, 'k', 4)],
    ['atom-too-small', (file) => set(file['partitions']!['5']!['atoms']![0]!, 'answered', 4)],
    ['nested-sum', (file) => set(file['partitions']!['10']!['atoms']![0]!, 'answered', 999)],
    ['total-differs', (file) => set(file['counts']!, 'ballots', 65)],
    ['too-many-ballots', (file) => set(file['counts']!, 'papers', 3)],
    ['moved-told', (file) => set(file['counts']!, 'moved', 'more')],
    ['support-too-small', (file) => set(file['audit']!, 'minimumSupport', 2)],
    ['repeated-department', (file) => file['partitions']!['5']!['atoms']![1]!['departments']!.push('a')],
    ['departments-differ', (file) => set(file['partitions']!['10']!['atoms']![0]!, 'departments', ['a'])],
    ['not-nested', (file) => swapFirstDepartments(file)],
    ['department-sum', (file) => set(file['partitions']!['5']!['departments']![0]!, 'answered', 63)],
    ['department-sum', (file) => set(file['partitions']!['5']!['departments']![0]!, 'invited', 63)],
    ['unknown-atom', (file) => set(file['partitions']!['5']!['departments']![0]!, 'atoms', ['a1', 'a9'])],
    ['not-a-union', (file) => set(file['partitions']!['5']!['departments']![1]!, 'with', ['c'])],
    ['not-laminar', (file) => overlap(file)],
    ['unknown-partition', (file) => set(file['items']!['pay']!, 'partition', '7')],
    ['cells-differ', (file) => set(file['items']!['pay']!['cells']!, 'a99', [0, 0, 0, 9, 0])],
    ['cell-width', (file) => set(file['items']!['pay']!['cells']!, 'a1', [0, 0, 0, 8])],
    ['cell-too-small', (file) => set(file['items']!['pay']!['cells']!, 'a1', [0, 0, 0, 4, 0])],
    ['cell-too-large', (file) => set(file['items']!['pay']!['cells']!, 'a1', [0, 0, 0, 9, 0])],
    ['no-doubt', (file) => set(file['items']!['pay']!['cells']!, 'a1', [7, 0, 0, 1, 0])],
    ['no-doubt', (file) => set(file['items']!['enps']!['cells']!, 'a1', [8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['no-doubt', (file) => set(file['items']!['pay:reasons']!['cells']!, 'a1', [39, 40])],
    ['unknown-item', (file) => set(file['dimensions']!['pay']!, 'items', ['pay', 'secret'])],
    ['dimension-too-fine', (file) => set(file['dimensions']!['pay']!, 'partition', '5')],
    ['impossible-index', (file) => set(file['dimensions']!['pay']!['cells']!['a1']!, 'squares', 1)],
    ['impossible-index', (file) => set(file['dimensions']!['pay']!['cells']!['a1']!, 'sum', 1)],
    ['impossible-correlation', (file) => set(file['correlations']!['matrix']![0]!, 1, 0.123)],
    ['comment-group-too-small', (file) => set(file['comments']![0]!, 'partition', '5')],
    ['one-band', (file) => set(file, 'cuts', [cut([[64, 30, 60]])])],
    ['band-too-small', (file) => set(file, 'cuts', [cut([[60, 30, 60], [4, 2, 4]])])],
    ['impossible-band', (file) => set(file, 'cuts', [cut([[30, 30, 60], [34, 2, 4]])])],
    ['no-doubt', (file) => set(file, 'cuts', [cut([[30, 1, 30], [34, 20, 34]])])],
  ])('finds «%s»', (code, change) => {
    expect(tampered(change)).toContain(code);
  });
});

function cut(bands: readonly (readonly [number, number, number])[]) {
  return {
    question: 'tenure',
    scope: 'company',
    bands: bands.map(([answered, favourable, valid], at) => ({ labels: [String(at)], answered, favourable: { pay: [favourable, valid] } })),
  };
}

function swapFirstDepartments(file: Loose) {
  const atoms = file['partitions']!['5']!['atoms']!;
  set(atoms[0]!, 'departments', [...(atoms[0]!['departments'] as unknown as string[]), ...(atoms[1]!['departments'] as unknown as string[])]);
  set(atoms[1]!, 'departments', []);
  const other = file['partitions']!['10']!['atoms']!;
  const first = other[0]!['departments'] as unknown as string[];
  const moved = first.shift();
  (other[1]!['departments'] as unknown as string[]).push(moved!);
}

function overlap(file: Loose) {
  const departments = file['partitions']!['5']!['departments']!;
  departments.push({ id: 'x', atoms: ['a1', 'a2'], with: [], invited: 0, answered: 0 });
  departments.push({ id: 'y', atoms: ['a2', 'a3'], with: [], invited: 0, answered: 0 });
}

describe('hashes', () => {
  test('do not depend on the order in which a value was written', () => {
    expect(hashOf({ b: 1, a: [1, 'é'] })).toBe(hashOf({ a: [1, 'é'], b: 1 }));
    expect(canonical({ b: 1, a: 10.0 })).toBe('{"a":10,"b":1}');
    // Worked out independently: printf '{"a":10,"b":1}' | sha256sum
    expect(hashOf({ b: 1, a: 10 })).toBe('bc0db01070d3aba5e170852e4e8e378e0fa05f840965e47e75702f6fc6800e02');
  });

  test('of receipts are those of RFC 6962, in whatever order the receipts come', () => {
    const receipts = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    // The reference tree of certificate transparency; its leaves happen to be sorted.
    expect(merkleRoot(receipts)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
    expect(merkleRoot([...receipts].reverse())).toBe(merkleRoot(receipts));
    expect(merkleRoot(receipts.slice(0, 3))).toBe('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77');
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('give chance that repeats itself and is even', () => {
    const [one, again] = [seededChance('00ff'), seededChance('00ff')];
    const counts = new Array<number>(6).fill(0);
    for (let draw = 0; draw < 6000; draw += 1) {
      const drawn = one(6);
      expect(again(6)).toBe(drawn);
      counts[drawn]! += 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

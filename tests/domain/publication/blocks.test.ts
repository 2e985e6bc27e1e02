import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formBlocks, smallestBlock, type Roll } from '#app/domain/publication/groups/blocks.ts';
import { earlierGroupsOf } from '#app/domain/publication/groups/earlier-groups.ts';
import { publish } from '#app/domain/publication/publish.ts';
import { companies, departmentsFrom } from '#tests/support/companies.ts';
import { times } from '#tests/support/repetitions.ts';
import { tallyOf } from '#tests/support/tallies.ts';

function blocksOf(roll: Roll) {
  const formed = formBlocks(roll);
  if (!formed.ok) throw new Error(formed.because);
  return formed.value;
}

const heads = (counts: Record<string, number>) => new Map(Object.entries(counts));

describe('blocks', () => {
  test('hold at least 1.6 k invited people, rounded up', () => {
    expect([5, 6, 7, 8, 10].map(smallestBlock)).toEqual([8, 10, 12, 13, 16]);
  });

  test('a department of four is counted with its neighbour', () => {
    const departments = departmentsFrom('company\n  sales\n  legal\n  finance');
    expect(blocksOf({ departments, headcounts: heads({ sales: 30, legal: 4, finance: 11 }), k: 5 })).toEqual([
      { departments: ['sales'], place: 'sales', invited: 30 },
      { departments: ['legal', 'finance'], place: 'finance', invited: 15 },
    ]);
  });

  test('HR may choose the neighbour', () => {
    const departments = departmentsFrom('company\n  sales\n  legal\n  finance');
    const blocks = blocksOf({
      departments,
      headcounts: heads({ sales: 30, legal: 4, finance: 11 }),
      k: 5,
      partners: new Map([['legal', 'sales']]),
    });
    expect(blocks.map((block) => block.departments)).toEqual([['sales', 'legal'], ['finance']]);
  });

  test('an audience too small altogether is refused with the number missing', () => {
    const departments = departmentsFrom('company\n  sales');
    expect(formBlocks({ departments, headcounts: heads({ company: 1, sales: 4 }), k: 5 })).toEqual({
      ok: false,
      because: 'too-few',
      details: { missing: 3 },
    });
  });

  test.each([
    ['cycle', [{ id: 'a', parentId: null, name: 'a' }, { id: 'b', parentId: 'c', name: 'b' }, { id: 'c', parentId: 'b', name: 'c' }]],
    ['two-roots', [{ id: 'a', parentId: null, name: 'a' }, { id: 'b', parentId: null, name: 'b' }]],
    ['unknown-parent', [{ id: 'a', parentId: null, name: 'a' }, { id: 'b', parentId: 'x', name: 'b' }]],
    ['repeated-department', [{ id: 'a', parentId: null, name: 'a' }, { id: 'a', parentId: null, name: 'b' }]],
    ['no-root', []],
  ])('a tree with the fault «%s» is refused', (because, departments) => {
    expect(formBlocks({ departments, headcounts: new Map(), k: 5 })).toMatchObject({ ok: false, because });
  });

  test('what was merged in an earlier wave stays merged when it could stand alone', () => {
    const departments = departmentsFrom('company\n  sales\n  legal\n  finance');
    const blocks = blocksOf({
      departments,
      headcounts: heads({ sales: 30, legal: 20, finance: 11 }),
      k: 5,
      earlier: [{ departments: ['legal', 'finance'], place: 'finance' }],
    });
    expect(blocks.map((block) => block.departments)).toEqual([['sales'], ['legal', 'finance']]);
  });

  test('earlier groups that overlap are joined, and departments that are gone are left out', () => {
    const departments = departmentsFrom('company\n  a\n  b\n  c');
    const blocks = blocksOf({
      departments,
      headcounts: heads({ a: 10, b: 10, c: 10 }),
      k: 5,
      earlier: [
        { departments: ['a', 'gone'], place: 'gone' },
        { departments: ['a', 'b'], place: 'a' },
      ],
    });
    expect(blocks.map((block) => block.departments)).toEqual([['a', 'b'], ['c']]);
  });

  test('atoms of an earlier release keep their place, so that the same departments are shown again', () => {
    const published = publish(
      tallyOf({
        tree: 'company\n  left\n    e\n    b\n  right',
        answers: { e: { pay: [1, 2, 3, 4, 5, 5, 4] }, b: { pay: [3, 4] }, right: { pay: [1, 2, 3, 4, 5, 5] } },
      }),
    );
    if (!published.ok) throw new Error(published.because);
    const earlier = earlierGroupsOf(published.value);
    expect(earlier).toEqual([
      { departments: ['e', 'b'], place: 'e' },
      { departments: ['right'], place: 'right' },
    ]);
    const departments = departmentsFrom('company\n  left\n    e\n    b\n  right');
    const blocks = blocksOf({ departments, headcounts: heads({ e: 9, b: 30, right: 8 }), k: 5, earlier });
    expect(blocks).toEqual([
      { departments: ['e', 'b'], place: 'e', invited: 39 },
      { departments: ['right'], place: 'right', invited: 8 },
    ]);
  });

  test('every person is in exactly one block of at least 1.6 k', () => {
    fc.assert(
      fc.property(companies, fc.integer({ min: 5, max: 9 }), ({ departments, headcounts }, k) => {
        const formed = formBlocks({ departments, headcounts, k });
        const people = [...headcounts.values()].reduce((sum, count) => sum + count, 0);
        if (!formed.ok) {
          expect(people).toBeLessThan(smallestBlock(k));
          return;
        }
        const named = formed.value.flatMap((block) => block.departments);
        expect([...named].sort()).toEqual([...headcounts].filter(([, count]) => count > 0).map(([id]) => id).sort());
        for (const block of formed.value) {
          expect(block.invited).toBeGreaterThanOrEqual(smallestBlock(k));
          expect(block.invited).toBe(block.departments.reduce((sum, id) => sum + headcounts.get(id)!, 0));
        }
      }),
      { numRuns: times(300, 5000) },
    );
  });

  test('a later wave never splits a block, whoever came or went', () => {
    fc.assert(
      fc.property(companies, fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 24, maxLength: 24 }), ({ departments, headcounts }, later) => {
        const first = formBlocks({ departments, headcounts, k: 5 });
        const counts = new Map(departments.map(({ id }, index) => [id, later[index]!]));
        if (!first.ok) return;
        const second = formBlocks({ departments, headcounts: counts, k: 5, earlier: first.value });
        if (!second.ok) return;
        const blockOf = new Map(second.value.flatMap((block, index) => block.departments.map((id) => [id, index] as const)));
        for (const block of first.value) {
          const homes = new Set(block.departments.flatMap((id) => (counts.get(id)! > 0 ? [blockOf.get(id)] : [])));
          expect(homes.size).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: times(300, 5000) },
    );
  });

  test('4,000 departments and 100,000 people are rolled up with little more than four times the looks that 1,000 take', () => {
    const looksAt = (count: number) => {
      let looks = 0;
      const looked = <T>(value: T) => ((looks += 1), value);
      const departments = Array.from({ length: count }, (_, index) => ({
        get id() {
          return looked(`d${index}`);
        },
        get parentId() {
          return looked(index === 0 ? null : `d${Math.floor((index - 1) / 6)}`);
        },
        name: '',
      }));
      const headcounts = new Map(departments.map(({ id }, index) => [id, (index * 37) % 51]));
      blocksOf({ departments, headcounts, k: 5 });
      return looks;
    };
    expect(looksAt(4000) / looksAt(1000)).toBeLessThan(6);
  });

  test('a chain of 4,000 departments below one another is no danger', () => {
    const departments = Array.from({ length: 4000 }, (_, index) => ({ id: `d${index}`, parentId: index === 0 ? null : `d${index - 1}`, name: '' }));
    const blocks = blocksOf({ departments, headcounts: new Map(departments.map(({ id }) => [id, 1])), k: 5 });
    expect(blocks.reduce((sum, block) => sum + block.invited, 0)).toBe(4000);
  });
});

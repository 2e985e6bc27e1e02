import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import { attack } from '#tests/support/attacker.ts';
import { times } from '#tests/support/repetitions.ts';
import { permuted, surveys } from '#tests/support/surveys.ts';

const numRuns = times(150, 4000);

const seen = { surveys: 0, departments: 0, releases: 0, questions: 0, held: 0 };

function each(claim: (release: Release, input: TallyInput) => void) {
  fc.assert(
    fc.property(surveys, (input) => {
      const published = publish(input);
      seen.surveys += 1;
      seen.departments += input.departments.length;
      if (!published.ok) return;
      seen.releases += 1;
      seen.questions += Object.keys(published.value.items).length;
      claim(published.value, input);
      seen.held += 1;
    }),
    { numRuns },
  );
}

afterAll(() => {
  process.stdout.write(`properties: ${seen.surveys} random trees of ${seen.departments} departments, ${seen.releases} releases, ${seen.questions} questions; violations: ${seen.releases - seen.held}\n`);
});

const atomsOf = (release: Release) => Object.entries(release.partitions).flatMap(([key, { atoms }]) => atoms.map((atom) => ({ key, ...atom })));
const leastOf = (key: string) => Number(key.split(':')[0]);

describe('every release of a random company', () => {
  test('passes its own verification', () => {
    each((release) => expect(verifyRelease(JSON.parse(JSON.stringify(release))).problems).toEqual([]));
  });

  test('has atoms of at least k, and everybody in exactly one of each partition', () => {
    each((release, input) => {
      for (const atom of atomsOf(release)) expect(atom.answered).toBeGreaterThanOrEqual(leastOf(atom.key));
      for (const { atoms } of Object.values(release.partitions)) {
        expect(atoms.flatMap((atom) => atom.departments).sort()).toEqual(input.leaves.map((leaf) => leaf.id).sort());
      }
    });
  });

  test('has at least k valid answers in every cell, and everybody in one', () => {
    each((release, input) => {
      for (const [id, item] of Object.entries(release.items)) {
        const valid = Object.values(item.cells).map((counts) => (item.kind === 'several' ? counts.at(-1)! : counts.reduce((a, b) => a + b, 0)));
        for (const count of valid) expect(count).toBeGreaterThanOrEqual(leastOf(item.partition));
        const column = input.items.find((one) => one.id === id);
        if (!column || column.reasonsOf !== undefined) continue;
        expect(valid.reduce((a, b) => a + b, 0)).toBe([...column.column.values].filter((value) => value >= 0).length);
      }
    });
  });

  test('offers no combination of its numbers that rests on fewer than k people', () => {
    each((release) => {
      for (const finding of attack(release)) expect(finding.people, finding.about).toBeGreaterThanOrEqual(finding.k);
    });
  });

  test('leaves two answers in doubt in every cell of every scale', () => {
    each((release) => {
      for (const item of Object.values(release.items)) {
        if (item.kind !== 'scale') continue;
        for (const counts of Object.values(item.cells)) {
          const best = item.reverse ? [...counts].reverse() : counts;
          const calm = best.filter((_, value) => 2 * value >= item.points - 1).reduce((a, b) => a + b, 0);
          expect(calm).toBeGreaterThanOrEqual(2);
        }
      }
    });
  });

  test('shows departments as they are in the tree: with everybody below them, or not at all', () => {
    each((release, input) => {
      const parents = new Map(input.departments.map(({ id, parentId }) => [id, parentId]));
      const isBelow = (id: string | null | undefined, top: string): boolean => id !== null && id !== undefined && (id === top || isBelow(parents.get(id), top));
      for (const partition of Object.values(release.partitions)) {
        for (const department of partition.departments) {
          const counted = partition.atoms.filter((atom) => department.atoms.includes(atom.id)).flatMap((atom) => atom.departments);
          const below = input.leaves.filter((leaf) => isBelow(leaf.id, department.id)).map((leaf) => leaf.id);
          expect(counted.filter((id) => !department.with.includes(id)).sort()).toEqual(below.sort());
        }
      }
    });
  });

  test('looks the same when people say something else', () => {
    const structureOf = (release: Release) => ({
      partitions: release.partitions,
      items: Object.entries(release.items).map(([id, item]) => [id, item.partition, Object.keys(item.cells)]),
      dimensions: Object.entries(release.dimensions).map(([id, { partition, items, cells }]) => [id, partition, items, Object.entries(cells).map(([atom, { n }]) => [atom, n])]),
      audit: release.audit,
    });
    fc.assert(
      fc.property(surveys, fc.nat(), (input, seed) => {
        const published = publish(input);
        const other = publish(permuted(input, seed));
        expect(other.ok).toBe(published.ok);
        if (published.ok && other.ok) expect(structureOf(other.value)).toEqual(structureOf(published.value));
      }),
      { numRuns },
    );
  });

  test('only becomes coarser with a larger k', () => {
    fc.assert(
      fc.property(surveys, fc.integer({ min: 1, max: 10 }), (input, more) => {
        const fine = publish(input);
        const coarse = publish({ ...input, k: input.k + more });
        if (!coarse.ok) return;
        expect(fine.ok).toBe(true);
        if (!fine.ok) return;
        const shown = (release: Release) => release.partitions[String(release.k)]!.departments.map(({ id }) => id);
        expect(shown(fine.value)).toEqual(expect.arrayContaining(shown(coarse.value)));
        expect(coarse.value.partitions[String(coarse.value.k)]!.atoms.length).toBeLessThanOrEqual(fine.value.partitions[String(input.k)]!.atoms.length);
      }),
      { numRuns },
    );
  });

  test('is the same again for the same answers and the same chance', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const [input, again] = [1, 2].map(() => fc.sample(surveys, { seed, numRuns: 1 })[0]!);
        expect(publish(again!)).toEqual(publish(input!));
      }),
      { numRuns: times(30, 300) },
    );
  });
});

import fc from 'fast-check';
import { day } from '#app/domain/kernel/day.ts';
import type { TalliedItem, TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { companies } from './companies.ts';
import { seeded } from './tallies.ts';

/** Which answer is missing: most people answer everything, some skip, some are not asked. */
const gaps = fc.constantFrom(0, 0, 0.05, 0.4);
const shapes = fc.record({
  kind: fc.constantFrom('scale' as const, 'scale' as const, 'scale' as const, 'recommend' as const, 'choice' as const, 'several' as const),
  points: fc.integer({ min: 2, max: 7 }),
  reverse: fc.boolean(),
  k: fc.constantFrom(5, 5, 5, 8, 10),
  dimension: fc.constantFrom('pay', 'workload', null),
  skipped: gaps,
  routed: fc.constantFrom(0, 0, 0, 0.3),
  /** 0: everybody says the worst; 1: anything. */
  mood: fc.constantFrom(0, 0.1, 1),
  reasons: fc.boolean(),
});

/** A random company with random answers to random questions of every kind. */
export const surveys = fc
  .record({
    company: companies,
    items: fc.array(shapes, { minLength: 1, maxLength: 4 }),
    turnout: fc.constantFrom(0.4, 0.8, 1),
    reissues: fc.boolean(),
    pair: fc.boolean(),
    k: fc.constantFrom(5, 5, 6),
    seed: fc.nat(),
  })
  .map((sketch): TallyInput => {
    const chance = seeded(sketch.seed);
    const hits = (share: number) => chance(1000) < share * 1000;
    const { departments, headcounts } = sketch.company;
    const leaves = departments
      .filter(({ id }) => headcounts.get(id)! > 0)
      .map(({ id }) => ({ id, departments: [id], place: id, invited: headcounts.get(id)!, reissued: sketch.reissues && hits(0.1) ? 1 : 0 }));
    const leafOf = Int32Array.from(leaves.flatMap((leaf, at) => Array.from({ length: leaf.invited }, () => at).filter(() => hits(sketch.turnout))));
    const draw = (shape: (typeof sketch.items)[number], lowest: number, count: number) => {
      const worst = shape.reverse ? count - 1 : lowest;
      return Array.from(leafOf, () => {
        if (hits(shape.routed)) return -2;
        if (hits(shape.skipped)) return -1;
        return hits(shape.mood) ? lowest + chance(count - lowest) : worst;
      });
    };
    const items = sketch.items.flatMap((shape, at): TalliedItem[] => {
      const id = `q${at}`;
      const base = { id, dimension: shape.dimension, k: shape.k, reverse: false };
      const options = ['a', 'b', 'c'];
      if (shape.kind === 'several') {
        return [{ ...base, kind: 'several', points: 3, options, column: { kind: 'several', values: Int32Array.from(draw(shape, 0, 8)) } }];
      }
      if (shape.kind === 'choice') {
        return [{ ...base, kind: 'choice', points: 3, options, column: { kind: 'choice', values: Int16Array.from(draw({ ...shape, reverse: false }, 0, 3)) } }];
      }
      const scored = shape.kind === 'recommend' ? { ...shape, points: 11, reverse: false } : shape;
      const values = Int16Array.from(draw(scored, 0, scored.points));
      const item: TalliedItem = { ...base, kind: shape.kind, points: scored.points, reverse: scored.reverse, column: { kind: shape.kind, values } };
      if (!shape.reasons) return [item];
      const given = Int32Array.from(values, (value) => (value < 0 ? value : 2 * value < scored.points ? chance(8) : -1));
      return [item, { ...base, id: `${id}:reasons`, dimension: null, kind: 'several', points: 3, options, reasonsOf: id, column: { kind: 'several', values: given } }];
    });
    const scale = (id: string): TalliedItem => ({
      id,
      dimension: null,
      k: 5,
      reverse: false,
      kind: 'scale',
      points: 5,
      column: { kind: 'scale', values: Int16Array.from(leafOf, () => (hits(0.1) ? -1 : chance(5))) },
    });
    const pairs = sketch.pair ? [{ id: 'exp', expected: 'exp:expected', experienced: 'exp:experienced' }] : [];
    return {
      survey: { id: 'random', title: { en: 'Random', 'zh-Hans': '随机', 'zh-Hant': '隨機' }, closed: day('2026-11-20') },
      manifest: null,
      k: sketch.k,
      departments,
      leaves,
      leafOf,
      items: [...items, ...pairs.flatMap((pair) => [scale(pair.expected), scale(pair.experienced)])],
      pairs,
      texts: Array.from(leafOf, (_, row) => row)
        .filter(() => hits(0.2))
        .map((row) => ({ row, text: `comment ${chance(5)}` })),
      openBoxes: 1,
      cuts: [],
      counts: { invited: null, papers: null, reissued: null },
      receipts: null,
      previous: null,
      chance: seeded(sketch.seed + 1),
    };
  });

/** The same people with the same gaps, who said something else: valid answers of each question change places. */
export function permuted(input: TallyInput, seed: number): TallyInput {
  const chance = seeded(seed);
  const shuffle = <T extends Int16Array | Int32Array>(values: T): T => {
    const result = values.slice() as T;
    const rows = Array.from(result.keys()).filter((row) => result[row]! >= 0);
    for (let last = rows.length - 1; last > 0; last -= 1) {
      const other = rows[chance(last + 1)]!;
      [result[rows[last]!], result[other]] = [result[other]!, result[rows[last]!]!];
    }
    return result;
  };
  const items = input.items.map((item): TalliedItem => {
    const { column } = item;
    return column.kind === 'several'
      ? { ...item, column: { kind: 'several', values: shuffle(column.values) } }
      : { ...item, column: { kind: column.kind, values: shuffle(column.values) } };
  });
  return { ...input, items, chance: seeded(seed + 1) };
}

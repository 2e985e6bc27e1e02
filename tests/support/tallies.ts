import type { Chance } from '#app/domain/kernel/chance.ts';
import { day } from '#app/domain/kernel/day.ts';
import { noAnswer, type TalliedItem, type TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { departmentsFrom } from './companies.ts';

/** Repeatable chance for tests (mulberry32). */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Said = number | 'skip' | 'not-asked';

interface Sketch {
  /** Departments as an indented outline. */
  readonly tree: string;
  /** By department: what its people said to each item; a list of values per item, all of one length. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, readonly Said[]>>>>;
  readonly items?: Readonly<Record<string, Partial<Omit<TalliedItem, 'id' | 'column'>>>>;
  readonly rest?: Partial<TallyInput>;
}

/** A tally from a sketch; scales of five points answered 1 … 5 unless the sketch says otherwise. */
export function tallyOf(sketch: Sketch): TallyInput {
  const departments = departmentsFrom(sketch.tree);
  const names = Object.keys(sketch.answers);
  const sizes = names.map((name) => Math.max(0, ...Object.values(sketch.answers[name]!).map((list) => list.length)));
  const leafOf = Int32Array.from(names.flatMap((_, leaf) => new Array<number>(sizes[leaf]!).fill(leaf)));
  const ids = [...new Set(names.flatMap((name) => Object.keys(sketch.answers[name]!)))];
  const items = ids.map((id): TalliedItem => {
    const said = names.flatMap((name, leaf) => sketch.answers[name]![id] ?? new Array<Said>(sizes[leaf]!).fill('skip'));
    const shape = { dimension: null, kind: 'scale', points: 5, reverse: false, k: 5, ...sketch.items?.[id] } as const;
    const lowest = shape.kind === 'scale' ? 1 : 0;
    const values = said.map((value) => (value === 'skip' ? noAnswer : value === 'not-asked' ? -2 : value - lowest));
    return shape.kind === 'several'
      ? { ...shape, id, column: { kind: 'several', values: Int32Array.from(values) } }
      : { ...shape, id, column: { kind: shape.kind, values: Int16Array.from(values) } };
  });
  return {
    survey: { id: 's', title: { en: 'Pulse', 'zh-Hans': '脉搏', 'zh-Hant': '脈搏' }, closed: day('2026-11-20') },
    manifest: null,
    k: 5,
    departments,
    leaves: names.map((name, leaf) => ({ id: name, departments: [name], place: name, invited: sizes[leaf]!, reissued: 0 })),
    leafOf,
    items,
    pairs: [],
    texts: [],
    openBoxes: 1,
    cuts: [],
    counts: { invited: leafOf.length, papers: leafOf.length, reissued: 0 },
    receipts: null,
    previous: null,
    chance: seeded(1),
    ...sketch.rest,
  };
}

/** So many times the same answer. */
export function all<T>(count: number, value: T): T[] {
  return new Array<T>(count).fill(value);
}

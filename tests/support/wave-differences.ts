// The wave-difference table: newcomers' answers guessed from a group's own histogram, and from two releases.
import { guess, retestOf, type GroupInTwoWaves, type Guesses } from './attacker-between-waves.ts';
import { seeded } from './tallies.ts';

/** Answers as they are common on five points; unfavourable 22 %. */
const common = [0.07, 0.15, 0.25, 0.36, 0.17];

export interface Row extends GroupInTwoWaves {
  readonly retest: number;
  readonly alone: Guesses;
  readonly both: Guesses;
}

/** Groups of so many people in the second wave, with so many newcomers: in the place of others, and beside all who were there. */
export function newcomersIn(sizes: readonly number[], newcomers: readonly number[]): GroupInTwoWaves[] {
  return sizes.flatMap((size) =>
    newcomers.filter((joined) => joined < size).flatMap((joined) => [0, joined].map((left) => ({ stayed: size - joined, left, joined }))),
  );
}

export function rowOf(group: GroupInTwoWaves, retest: number, { times, seed }: { readonly times: number; readonly seed: number }): Row {
  return { ...group, retest, ...guess(group, retestOf(common, retest), { chance: seeded(seed), times }) };
}

/** Whole and tenths of per cent; «sure»: of newcomers who complain, those of whom it is at least 95 % certain. */
export function tableOf(rows: readonly Row[]): string {
  const percent = (share: number) => (100 * share).toFixed(1).padStart(5);
  const lines = rows.map(({ retest, stayed, left, joined, alone, both }) =>
    [
      retest.toFixed(1).padStart(6), String(stayed + joined).padStart(6), String(joined).padStart(4), String(left).padStart(4),
      `${percent(alone.likelihood)} ${percent(both.likelihood)} ${percent(both.likelihood - alone.likelihood)}`,
      `${percent(alone.hits)} ${percent(both.hits)} ${percent(both.hits - alone.hits)}`,
      (alone.bits - both.bits).toFixed(3).padStart(6), `${percent(alone.sure)} ${percent(both.sure)}`,
    ].join(' │ '),
  );
  const head = 'retest │ people │  new │ left │ right answer: one, both │ best guess: one, both   │  bits │ sure: one, both';
  return ['the wave-difference table (%)', head, ...lines, ''].join('\n');
}

// How much better than from the group's own histogram a newcomer's answer is guessed from two releases: stated in the threat model.
import { describe, expect, test } from 'vitest';
import { newcomersAnswer, retestOf } from '#tests/support/attacker-between-waves.ts';
import { times } from '#tests/support/repetitions.ts';
import { newcomersIn, rowOf, tableOf } from '#tests/support/wave-differences.ts';

const model = retestOf([0.2, 0.3, 0.5], 0.5);

/** The same by trying every answer of everybody. */
function bruteForce(before: readonly number[], after: readonly number[], { left, joined }: { left: number; joined: number }): number[] {
  const people = before.reduce((sum, count) => sum + count, 0);
  const likely = [0, 0, 0];
  const isLike = (said: readonly number[], counts: readonly number[]) => counts.every((count, value) => said.filter((one) => one === value).length === count);
  const everything = (length: number): number[][] => (length === 0 ? [[]] : everything(length - 1).flatMap((said) => [0, 1, 2].map((one) => [...said, one])));
  for (const first of everything(people)) {
    if (!isLike(first, before)) continue;
    for (const second of everything(people - left + joined)) {
      if (!isLike(second, after)) continue;
      const stayed = first.slice(left).reduce((share, said, person) => share * model.pairs[said]![second[person]!]!, 1);
      const others = [...first.slice(0, left), ...second.slice(people - left)].reduce((share, said) => share * model.alone[said]!, 1);
      likely[second.at(-1)!]! += stayed * others;
    }
  }
  const total = likely.reduce((a, b) => a + b, 0);
  return likely.map((one) => one / total);
}

describe('between two waves', () => {
  test.each<[number[], number[], { left: number; joined: number }]>([
    [[2, 1, 2], [1, 2, 2], { left: 1, joined: 1 }],
    [[1, 2, 1], [2, 2, 1], { left: 0, joined: 1 }],
    [[0, 2, 2], [2, 1, 1], { left: 2, joined: 2 }],
  ])('the attacker guesses as whoever tries all answers of everybody: %j then %j', (before, after, group) => {
    const stayed = before.reduce((sum, count) => sum + count, 0) - group.left;
    const fast = newcomersAnswer({ before, after }, { ...group, stayed }, model);
    bruteForce(before, after, group).forEach((likely, value) => expect(fast[value]).toBeCloseTo(likely, 9));
  });

  test('where the others answer alike the difference is the newcomer', () => {
    const sure = newcomersAnswer({ before: [0, 0, 4, 3, 0], after: [1, 0, 4, 3, 0] }, { stayed: 7, left: 0, joined: 1 }, retestOf([0.07, 0.15, 0.25, 0.36, 0.17], 0.9));
    expect(sure[0]).toBeGreaterThan(0.9);
  });

  test('the wave-difference table: with answers that hang together by .5 two releases tell little more than one', () => {
    const rows = newcomersIn([8, 12], [1, 5]).map((group) => rowOf(group, 0.5, { times: times(800, 4000), seed: 5 }));
    process.stdout.write(tableOf(rows));
    for (const { alone, both } of rows) {
      expect(both.likelihood - alone.likelihood).toBeGreaterThan(0);
      expect(both.likelihood - alone.likelihood).toBeLessThan(0.03);
      expect(both.hits - alone.hits).toBeLessThan(0.05);
      expect(both.sure - alone.sure).toBeLessThan(0.02);
    }
  }, times(60_000, 600_000));
});

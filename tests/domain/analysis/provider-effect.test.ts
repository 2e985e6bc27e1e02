import { describe, expect, test } from 'vitest';
import { printed, verdictOf } from '#app/domain/analysis/effects/plan-effect.ts';
import { providerEffect, type ServiceWave } from '#app/domain/analysis/serving/provider-effect.ts';
import { waveOf } from '#app/domain/analysis/wave.ts';
import { departments, of, providers, questions, ratings, released, times } from '#tests/support/service-ballots.ts';

const [, legal, north, south] = [0, 1, 2, 3] as const;

/** Everybody gives `scores` to the providers p1 … p4 they may rate. */
function asked(scores: readonly number[], given = providers): ServiceWave {
  const rate = (block: number, chosen: readonly number[]) => times(9, of(block, chosen.map((at) => providers[at]!.id), Object.assign({}, ...chosen.map((at) => ratings(providers[at]!.id, scores[at]!)))));
  return { wave: waveOf(released([...rate(north, [0, 1, 2]), ...rate(legal, [0, 2, 3]), ...rate(south, [0, 1, 2])]), departments, questions), providers: given };
}

const judged = (before: ServiceWave, after: ServiceWave, planned: readonly string[] = ['it']) => providerEffect({ before, after, departmentId: 'it', planned });

describe('what customers say of a provider after a plan', () => {
  test('is its change, beside that of providers without such a plan, and is never called more than that', () => {
    const found = judged(asked([3, 3, 4, 4]), asked([4, 3, 4, 4]));
    if (!found.ok) throw new Error(found.because);
    const shown = printed(found.value);
    expect(shown).toMatchObject({ from: 50, to: 75, raw: 25, others: { groups: 3, change: 0 }, beyond: null });
    expect(verdictOf(found.value, shown, 0)).toBe('no-clear-change');
  });

  test('has nobody to be held against where others had plans too', () => {
    expect(judged(asked([3, 3, 4, 4]), asked([4, 3, 4, 4]), ['it', 'legal', 'ops'])).toMatchObject({ ok: true, value: { others: null } });
  });

  test('is not compared where other people provide or depend on it, and where too few rated it', () => {
    const others = providers.map((one) => (one.id === 'p1' ? { ...one, customers: ['north'] } : one));
    expect(judged(asked([3, 3, 4, 4]), asked([4, 3, 4, 4], others))).toMatchObject({ ok: false, because: 'composition' });
    const gone = providers.filter(({ id }) => id !== 'p1');
    expect(judged(asked([3, 3, 4, 4]), asked([4, 3, 4, 4], gone))).toMatchObject({ ok: false, because: 'too-few' });
  });
});

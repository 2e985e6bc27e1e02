import { describe, expect, test } from 'vitest';
import { effectBetween } from '#app/domain/analysis/effect-of-plan.ts';
import { readFor } from '#app/domain/analysis/readings.ts';
import { waveOf, type Wave } from '#app/domain/analysis/wave.ts';
import { chanceFrom } from '#tests/support/chance.ts';
import { times } from '#tests/support/repetitions.ts';
import { aClosedSurvey, type WaveSketch } from '#tests/support/waves.ts';

const names = Array.from({ length: 12 }, (_, index) => `d${index}`);
const tree = ['company', ...names.map((name) => `  ${name}`)].join('\n');
const people = Object.fromEntries(names.map((name) => [name, 12]));

function wave(sketch: Partial<WaveSketch>): Wave {
  const closed = aClosedSurvey({ tree, people, participation: 1, ...sketch });
  return waveOf(closed.release, closed.departments, closed.questions);
}

const subject = { kind: 'dimension', id: 'workload' } as const;
const levelOf = (one: Wave, department: string) => readFor(one, subject, department)!.moments.mean;

describe('the effect of a plan', () => {
  test('where nothing was done, the lowest department rises by itself and the plan is not credited for it', () => {
    const rises: number[] = [];
    const nets: number[] = [];
    for (let run = 0; run < times(30, 300); run += 1) {
      const draw = chanceFrom(run + 1);
      const moods = new Map(names.map((name) => [name, 3 + (draw(100) + draw(100)) / 200]));
      const mood = (department: string) => moods.get(department) ?? 3.4;
      const [before, after] = [wave({ seed: 2 * run + 1, mood }), wave({ seed: 2 * run + 2, mood, closed: '2027-01-29' })];
      const lowest = [...names].sort((a, b) => levelOf(before, a) - levelOf(before, b))[0]!;
      const effect = effectBetween(before, after, { department: lowest, dimension: 'workload', withPlan: new Set([lowest]) }, draw);
      if (!effect.ok) throw new Error(effect.because);
      rises.push(effect.value.raw);
      nets.push(effect.value.net);
    }
    const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
    expect(mean(rises)).toBeGreaterThan(4);
    expect(Math.abs(mean(nets))).toBeLessThan(mean(rises) / 2);
  });

  test('a large change beyond the drift has an interval above nothing', () => {
    // Departments differ for good, so that a low score is not taken for mere chance.
    const usual = (department: string) => 2.6 + 0.15 * Number(department.slice(1));
    const low = (department: string, question: string) => (department === 'd0' && question.startsWith('WKL') ? 1.8 : usual(department));
    const high = (department: string, question: string) => (department === 'd0' && question.startsWith('WKL') ? 4.2 : usual(department));
    const [before, after] = [wave({ seed: 1, mood: low }), wave({ seed: 2, mood: high })];
    const effect = effectBetween(before, after, { department: 'd0', dimension: 'workload', withPlan: new Set(['d0']) }, chanceFrom(1));
    if (!effect.ok) throw new Error(effect.because);
    const { raw, drift, net, low: least, p } = effect.value;
    expect(net).toBeCloseTo(raw - drift, 10);
    expect(drift).toBeGreaterThan(0);
    expect(least).toBeGreaterThan(5);
    expect(p).toBeLessThan(0.01);
  });

  test('departments with a plan of their own, or below one, tell nothing about what happens without', () => {
    const nested = 'company\n  sales\n    d0\n    d1\n  d2\n  d3\n  d4';
    const five = Object.fromEntries(['d0', 'd1', 'd2', 'd3', 'd4'].map((name) => [name, 12]));
    const risen = (department: string) => (department === 'd1' ? 4.6 : 3.2);
    const [before, after] = [wave({ tree: nested, people: five, mood: () => 3.2 }), wave({ tree: nested, people: five, mood: risen })];
    const driftWith = (withPlan: readonly string[]) => {
      const effect = effectBetween(before, after, { department: 'd0', dimension: 'workload', withPlan: new Set(withPlan) }, chanceFrom(1));
      return effect.ok ? effect.value.drift : Number.NaN;
    };
    expect(driftWith(['d0'])).toBeGreaterThan(driftWith(['d0', 'd1']) + 3);
    expect(driftWith(['d0', 'sales'])).toBe(driftWith(['d0', 'd1']));
  });

  test('a department of other people than before is not measured', () => {
    const before = wave({ tree: 'company\n  d0\n  d1', people: { d0: 12, d1: 12 } });
    const after = wave({ tree: 'company\n  d0\n    team\n  d1', people: { d0: 6, team: 9, d1: 12 } });
    const effect = effectBetween(before, after, { department: 'd0', dimension: 'workload', withPlan: new Set() }, chanceFrom(1));
    expect(effect).toMatchObject({ ok: false, because: 'composition' });
    expect(effectBetween(before, after, { department: 'd9', dimension: 'workload', withPlan: new Set() }, chanceFrom(1))).toMatchObject({ because: 'too-few' });
    expect(effectBetween(before, after, { department: 'd1', dimension: 'nothing', withPlan: new Set() }, chanceFrom(1))).toMatchObject({ because: 'wording' });
  });
});

import { describe, expect, test } from 'vitest';
import { commonGroundSteps, type PlannedFigure } from '#app/domain/analysis/changes/common-ground.ts';
import { effectOn } from '#app/domain/analysis/effects/effect-of-plan.ts';
import { pOf, printed, verdictOf } from '#app/domain/analysis/effects/plan-effect.ts';
import { waveOf, type Wave } from '#app/domain/analysis/wave.ts';
import { atOnce } from '#app/domain/kernel/steps.ts';
import { companyOf, peopleFor, verdictsIn } from '#tests/support/effect-verdicts.ts';
import { playEffect, type EffectWorld } from '#tests/support/effect-worlds.ts';
import { times } from '#tests/support/repetitions.ts';
import { aClosedSurvey, type WaveSketch } from '#tests/support/waves.ts';

const names = Array.from({ length: 12 }, (_, index) => `d${index}`);
const outline = (list: readonly string[]) => ['company', ...list.map((name) => `  ${name}`)].join('\n');
const people = Object.fromEntries(names.map((name) => [name, 12]));

function wave(sketch: Partial<WaveSketch>): Wave {
  const closed = aClosedSurvey({ tree: outline(names), people, participation: 1, ...sketch });
  return waveOf(closed.release, closed.departments, closed.questions);
}

const workloadOf = (department: string): PlannedFigure => ({ department, dimension: 'workload' });

function effectIn([before, after]: readonly [Wave, Wave], department: string, plans: readonly string[] = [department]) {
  return effectOn(atOnce(commonGroundSteps({ before: [before], after, plans: plans.map(workloadOf) })), workloadOf(department));
}

function readingIn(...asked: Parameters<typeof effectIn>) {
  const reading = effectIn(...asked);
  if (!reading.ok) throw new Error(reading.because);
  return reading.value;
}

describe('of plans that did nothing', () => {
  const runs = times(30, 300);
  const usual = { spread: 4, chosen: 'first', people: 'same' } as const;

  test.each<[string, EffectWorld]>([
    ['a large department that is low for good', { ...usual, sizes: companyOf(250, peopleFor(135)), low: -22 }],
    ['one of 45 that is low for good', { ...usual, sizes: companyOf(250, peopleFor(45)), low: -22 }],
    ['one of 45 that is low for good, of other people each time', { ...usual, sizes: companyOf(250, peopleFor(45)), low: -22, people: 'redrawn' }],
    ['the lowest of all by chance', { ...usual, sizes: companyOf(250), low: 0, spread: 0, chosen: 'lowest' }],
    ['the lowest of all by chance, of other people each time', { ...usual, sizes: companyOf(250), low: 0, spread: 0, chosen: 'lowest', people: 'redrawn' }],
  ])('%s is hardly ever called better or worse', (_name, world) => {
    const { of, better, worse, saidBetter, saidWorse, held } = verdictsIn(world, runs, 5);
    expect(of).toBeGreaterThan(0.8 * runs);
    // Bounds of 7, 13 and 93 % with what so few worlds differ by.
    const slack = 2 / Math.sqrt(of);
    expect((better + worse) / of).toBeLessThan(0.07 + 0.22 * slack);
    expect((saidBetter + saidWorse) / of).toBeLessThan(0.13 + 0.33 * slack);
    expect(held / of).toBeGreaterThan(0.93 - 0.25 * slack);
  });

  test('of what is low by chance it is expected to come back, of what is large and low it is not', () => {
    const backOf = (world: EffectWorld) => {
      const { waves, department, dimension } = playEffect(world, 11);
      const ground = atOnce(commonGroundSteps({ before: waves.slice(0, -1), after: waves.at(-1)!, plans: [{ department, dimension }] }));
      const reading = effectOn(ground, { department, dimension });
      return reading.ok ? (reading.value.beyond?.back ?? Number.NaN) : Number.NaN;
    };
    expect(backOf({ ...usual, sizes: companyOf(1000), low: 0, spread: 3, chosen: 'lowest' })).toBeGreaterThan(8);
    expect(Math.abs(backOf({ ...usual, sizes: companyOf(1000, peopleFor(135)), low: -22 }))).toBeLessThan(3);
    // Four surveys that say the same leave less to chance than one.
    const team = { ...usual, sizes: companyOf(1000, peopleFor(20)), low: -14 };
    expect(Math.abs(backOf({ ...team, before: 4 }))).toBeLessThan(Math.abs(backOf(team)));
  });
});

test('what a plan did is seen', () => {
  const world = { spread: 5, low: -5, chosen: 'first', people: 'same' } as const;
  const runs = times(20, 200);
  const large = verdictsIn({ ...world, sizes: companyOf(1000, peopleFor(135)), effect: 10 }, runs, 3);
  const middle = verdictsIn({ ...world, sizes: companyOf(1000, peopleFor(45)), effect: 15 }, runs, 3);
  expect(large.better / large.of).toBeGreaterThan(0.7);
  expect(middle.better / middle.of).toBeGreaterThan(0.7);
  expect(large.smallest).toBeLessThan(10);
});

describe('what is said', () => {
  const low = (department: string, question: string) => (department === 'd0' && question.startsWith('WKL') ? 1.8 : 2.6 + 0.15 * Number(department.slice(1)));
  const high = (department: string, question: string) => (department === 'd0' && question.startsWith('WKL') ? 4.4 : low(department, question));
  const risen = [wave({ seed: 1, mood: low }), wave({ seed: 2, mood: high })] as const;

  test('is in whole points that add up, and a large rise beyond what comes anyway is called one', () => {
    const reading = readingIn(risen, 'd0');
    const shown = printed(reading);
    expect(shown.to - shown.from).toBe(shown.raw);
    expect(shown.others!.change + shown.beyond!.back + shown.beyond!.net).toBe(shown.raw);
    expect(shown.others!.groups).toBe(11);
    expect(shown.beyond!.low).toBeGreaterThan(0);
    expect(shown.beyond!.low).toBeLessThan(shown.beyond!.net);
    expect(verdictOf(reading, shown, pOf(reading.beyond))).toBe('improved');
    // One of many plans judged together: the correction takes the certainty away.
    expect(verdictOf(reading, shown, 0.2)).toBe('probably-improved');
    const back = readingIn([risen[1], risen[0]], 'd0');
    expect(verdictOf(back, printed(back), pOf(back.beyond))).toBe('worse');
  });

  test('a low figure that stays low is not called worse because it did not rise', () => {
    const beyond = { back: 9, returning: { points: -9, standardError: 3 }, staying: { points: 0, standardError: 3 }, degrees: 40 };
    const reading = { ...readingIn(risen, 'd0'), beyond };
    const shown = { ...printed(reading), beyond: { back: 9, net: -9, low: -15, high: 6, smallest: 12 } };
    expect(pOf(beyond)).toBe(1);
    expect(verdictOf(reading, shown, pOf(beyond))).toBe('no-clear-change');
  });

  test('fewer than five others: the raw change alone; fewer than three: not theirs either', () => {
    const few = (count: number) => {
      const list = names.slice(0, count + 1);
      const small = { tree: outline(list), people: Object.fromEntries(list.map((name) => [name, 12])) };
      return readingIn([wave({ ...small, mood: low }), wave({ ...small, mood: high, seed: 2 })], 'd0');
    };
    expect([few(5), few(4), few(3), few(2)].map(({ beyond, others }) => [beyond !== null, others?.groups ?? null])).toEqual([[true, 5], [false, 4], [false, 3], [false, null]]);
    const four = few(4);
    expect(printed(four)).toMatchObject({ beyond: null, raw: Math.round(four.after.moments.mean) - Math.round(four.before.moments.mean) });
    expect(verdictOf(four, printed(four), pOf(four.beyond))).toBe('no-clear-change');
  });

  test('an effect under five points is none, however sure', () => {
    const beyond = { back: 0, returning: { points: 4, standardError: 0.5 }, staying: { points: 4, standardError: 0.5 }, degrees: 200 };
    const reading = { ...readingIn(risen, 'd0'), beyond };
    expect(verdictOf(reading, { ...printed(reading), beyond: { back: 0, net: 4, low: 3, high: 5, smallest: 5 } }, 0.0001)).toBe('no-clear-change');
  });
});

describe('whom a plan is compared with', () => {
  const nested = 'company\n  sales\n    d0\n    d1\n  d2\n  d3\n  d4\n  d5\n  d6';
  const seven = Object.fromEntries(['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'].map((name) => [name, 12]));
  const waves = [wave({ tree: nested, people: seven, mood: () => 3.2 }), wave({ tree: nested, people: seven, mood: (department) => (department === 'd1' ? 4.6 : 3.2) })] as const;

  test('departments with a plan of their own, or below one, tell nothing about what happens without', () => {
    const others = (plans: readonly string[]) => readingIn(waves, 'd0', plans).others!;
    expect(others(['d0']).groups).toBe(6);
    expect(others(['d0', 'd1']).groups).toBe(5);
    expect(others(['d0']).change).toBeGreaterThan(others(['d0', 'd1']).change + 1);
    expect(others(['d0', 'sales'])).toEqual(others(['d0', 'd1']));
  });

  test('nobody counts twice: a department above is compared with those outside it', () => {
    expect(readingIn(waves, 'sales').others?.groups).toBe(5);
    expect(readingIn(waves, 'company').others).toBeNull();
  });

  test('a department of other people than before is not measured', () => {
    const two = [wave({ tree: 'company\n  d0\n  d1', people: { d0: 12, d1: 12 } }), wave({ tree: 'company\n  d0\n    team\n  d1', people: { d0: 6, team: 9, d1: 12 } })] as const;
    expect(effectIn(two, 'd0')).toMatchObject({ ok: false, because: 'composition' });
    expect(effectIn(two, 'd9')).toMatchObject({ because: 'too-few' });
    expect(effectOn(atOnce(commonGroundSteps({ before: [two[0]], after: two[1], plans: [] })), { department: 'd1', dimension: 'nothing' })).toMatchObject({ because: 'wording' });
  });

  test('where everybody everywhere says the same there are figures and no certainty', () => {
    const same = { mood: () => 5 };
    const reading = readingIn([wave(same), wave({ ...same, seed: 2 })], 'd0');
    const { beyond } = printed(reading);
    expect(Object.values(beyond!).every(Number.isFinite)).toBe(true);
    expect(verdictOf(reading, printed(reading), pOf(reading.beyond))).toBe('no-clear-change');
  });
});

import { describe, expect, test } from 'vitest';
import { changeOf, sharedSubject } from '#app/domain/analysis/changes/comparability.ts';
import { commentsOf } from '#app/domain/analysis/words/comments.ts';
import { judgeFamily } from '#app/domain/analysis/changes/comparison.ts';
import { findingsOf } from '#app/domain/analysis/map/findings.ts';
import { heatMapOf, rowOf } from '#app/domain/analysis/map/heat-map.ts';
import { sumOf } from '#app/domain/analysis/statistics/histogram.ts';
import { distributionOf, levelOf } from '#app/domain/analysis/level.ts';
import { needsOf, weightedSatisfaction } from '#app/domain/analysis/priorities/needs.ts';
import { planksOf } from '#app/domain/analysis/priorities/planks.ts';
import { prioritiesOf } from '#app/domain/analysis/priorities/priorities.ts';
import { favourableOfDimension, readDimension, readFor, readItem, sharesOf, without, type Subject } from '#app/domain/analysis/readings.ts';
import { reasonsOf } from '#app/domain/analysis/words/reasons.ts';
import { reliabilityOfDimension } from '#app/domain/analysis/relations/hanging-together.ts';
import { goingTogether } from '#app/domain/analysis/relations/together.ts';
import { trendOf } from '#app/domain/analysis/changes/trend.ts';
import type { Wave } from '#app/domain/analysis/wave.ts';
import { aCompanyOfMany, aWave, threeWaves } from '#tests/support/waves.ts';

const dimension = (id: string): Subject => ({ kind: 'dimension', id });
const workload = dimension('workload');
const waves = threeWaves();
const last = waves[2] as Wave;
const subjects = Object.keys(last.release.dimensions).map(dimension);
const map = (wave: Wave = last, earlier: Wave | undefined = waves[1]) => {
  const made = heatMapOf(wave, earlier, subjects);
  if (!made) throw new Error('no base partition');
  return made;
};
const must = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('expected a value');
  return value;
};

describe('finding the people a department is counted with', () => {
  test('a department of its own stands alone', () => {
    expect(must(last.group('5', 'finance')).with).toEqual([]);
  });

  test('a department that is too small is found in the atom that holds it', () => {
    const legal = must(last.group('5', 'legal'));
    expect(legal.departments).toContain('legal');
    expect(legal.answered).toBeGreaterThanOrEqual(5);
    expect(legal.with).toEqual([{ department: 'company', direct: true }, { department: 'lab', direct: false }]);
  });

  test('a department that adopted a neighbour says so', () => {
    const sales = ['north', 'south'].map((id) => must(last.group('5', id)));
    expect(sales.some((group) => group.with.some((one) => one.department === 'key-accounts'))).toBe(true);
  });

  test('the company is everybody, in every partition', () => {
    for (const key of Object.keys(last.release.partitions)) {
      const atoms = last.release.partitions[key]?.atoms ?? [];
      expect(last.company(key).answered).toBe(atoms.reduce((sum, atom) => sum + atom.answered, 0));
      expect(must(last.group(key, 'company')).atoms).toHaveLength(atoms.length);
    }
  });

  test('nobody is found where the tree knows no such department', () => {
    expect(last.group('5', 'elsewhere')).toBeNull();
  });
});

describe('reading figures', () => {
  test('a dimension of one question has ranks, one of several has not', () => {
    expect(readFor(last, dimension('pay'), 'finance')?.counts).toHaveLength(5);
    expect(readFor(last, workload, 'finance')?.counts).toBeNull();
  });

  test('the sum of all groups is the company', () => {
    const key = must(last.release.dimensions['workload']).partition;
    const company = must(readDimension(last, 'workload', last.company(key)));
    const parts = must(last.release.partitions[key]).atoms.map((atom) => must(readDimension(last, 'workload', must(last.groupOfAll(key, atom.departments)))));
    expect(parts.reduce((sum, part) => sum + part.moments.n, 0)).toBe(company.moments.n);
    expect(parts.reduce((sum, part) => sum + part.moments.n * part.moments.mean, 0) / company.moments.n).toBeCloseTo(company.moments.mean, 8);
  });

  test('everybody else is the company without the department', () => {
    const key = must(last.release.items['PAY-01']).partition;
    const [whole, part] = [must(readItem(last, 'PAY-01', last.company(key))), must(readItem(last, 'PAY-01', must(last.group(key, 'finance'))))];
    const rest = must(without(whole, part));
    expect(rest.moments.n).toBe(whole.moments.n - part.moments.n);
    expect(sumOf(must(rest.counts))).toBe(rest.moments.n);
    expect(without(whole, whole)).toBeNull();
  });

  test('a reversed question is read so that high is good', () => {
    const overtime = must(readFor(last, { kind: 'item', id: 'WKL-02' }, 'finance'));
    expect(overtime.moments.mean).toBeLessThan(50);
  });

  test('the favourable share of a dimension counts the answers to all its questions', () => {
    const group = must(readFor(last, workload, 'finance')).group;
    const both = must(favourableOfDimension(last, 'workload', group));
    const single = ['WKL-01', 'WKL-02'].map((id) => must(readFor(last, { kind: 'item', id }, 'finance')));
    expect(both.answers).toBe(single.reduce((sum, one) => sum + one.moments.n, 0));
  });

  test('a level has an interval inside the worst case and a size', () => {
    for (const subject of subjects) {
      const level = must(levelOf(must(readFor(last, subject, 'plant'))));
      const worst = must(level.worstCase);
      expect(level.interval[0]).toBeGreaterThanOrEqual(worst[0] - 1e-9);
      expect(level.interval[1]).toBeLessThanOrEqual(worst[1] + 1e-9);
      expect(level.interval[0]).toBeLessThanOrEqual(level.index);
      expect(level.interval[1]).toBeGreaterThanOrEqual(level.index);
    }
  });

  test('fewer than eight answers have a level and no distribution, fewer than ten no single points', () => {
    const small = aWave({ tree: 'company\n  six\n  nine\n  many', people: { six: 6, nine: 9, many: 40 }, seed: 3 });
    const item = must(small.release.items['PAY-01']);
    const describe = (department: string) => {
      const reading = must(readFor(small, { kind: 'item', id: 'PAY-01' }, department));
      return { n: reading.moments.n, level: levelOf(reading), distribution: distributionOf(reading, sharesOf(item, must(reading.counts))) };
    };
    const [six, nine, many] = ['six', 'nine', 'many'].map(describe);
    expect([must(six).n < 8, must(six).level !== null, must(six).distribution]).toEqual([true, true, null]);
    expect(must(must(nine).distribution).counts).toBeNull();
    expect(must(must(many).distribution).counts).toHaveLength(5);
  });

  test('an item nobody was asked is not there', () => {
    expect(readFor(last, { kind: 'item', id: 'ISQ-01' }, 'company')).toBeNull();
  });
});

describe('the heat map', () => {
  test('begins with the company and shows no row below k', () => {
    const { rows } = map();
    expect(rows[0]?.department).toBe('company');
    for (const row of rows) expect(row.group.answered).toBeGreaterThanOrEqual(5);
  });

  test('shows everybody once at the finest rows', () => {
    const { rows } = map();
    const finest = rows.filter((row) => row.group.atoms.length === 1).map((row) => row.group.atoms[0]);
    expect(new Set(finest).size).toBe(finest.length);
    expect(finest.length).toBe(last.release.partitions['5']?.atoms.length);
  });

  test('an overworked department has an arrow against the rest, others a dash that says what could have been seen', () => {
    const made = map();
    const column = made.subjects.findIndex(({ id }) => id === 'workload');
    const cell = must(made.cells[rowOf(made, last, 'finance')]?.[column]);
    expect(cell.rest?.arrow).toBe('down');
    const plant = must(made.cells[rowOf(made, last, 'plant')]?.[column]);
    expect(plant.rest?.detectable).toBeGreaterThan(10);
  });

  test('the company has no rest to be compared with', () => {
    expect(map().cells[0]?.every((cell) => cell?.rest === null)).toBe(true);
  });

  test('departments too small for a test have neither arrow nor dash', () => {
    const made = map();
    for (const cell of made.cells.flat()) if (cell && cell.reading.moments.n < 8) expect([cell.rest, cell.change]).toEqual([null, null]);
  });

  test('noise alone seldom draws an arrow', () => {
    const noise = Array.from({ length: 12 }, (_, seed) => aWave({ ...aCompanyOfMany, seed: 100 + seed }));
    const withArrows = noise.filter((wave) => must(heatMapOf(wave, undefined, subjects)).cells.flat().some((cell) => cell?.rest?.arrow));
    expect(withArrows.length).toBeLessThanOrEqual(4);
  });

  test('a family is judged as a whole: untested cells cost nothing', () => {
    const difference = { points: 20, interval: [5, 35] as const, p: 0.02, delta: 0.4, standardError: 8, degrees: 60, spread: 25, room: 60, large: false, exploratory: false };
    expect(judgeFamily([difference, null, null])[0]).toMatchObject({ q: 0.02, arrow: 'up', small: false, detectable: null });
    const others = Array.from({ length: 9 }, () => ({ ...difference, p: 0.9 }));
    expect(judgeFamily([difference, ...others])[0]).toMatchObject({ q: 0.2, arrow: null });
    expect(judgeFamily([{ ...difference, points: 4 }])[0]?.arrow).toBeNull();
    expect(judgeFamily([{ ...difference, delta: 0.1 }])[0]?.arrow).toBeNull();
    expect(judgeFamily([{ ...difference, points: 4, large: true }])[0]).toMatchObject({ arrow: 'up', small: true });
    expect(judgeFamily([{ ...difference, points: 0.4, large: true }])[0]?.arrow).toBeNull();
  });
});

describe('from wave to wave', () => {
  test('a rising dimension rises and the first wave has nothing to be compared with', () => {
    expect(changeOf(waves[0], last, dimension('pay'), 'company').difference?.points).toBeGreaterThan(10);
    expect(changeOf(undefined, last, dimension('pay'), 'company').broken).toBe('first-wave');
  });

  test('a department that is put together differently is not compared', () => {
    const bigger = aWave({ ...aCompanyOfMany, people: { ...aCompanyOfMany.people, 'key-accounts': 9 }, seed: 5 });
    const broken = ['north', 'south'].map((id) => changeOf(waves[1], bigger, workload, id).broken);
    expect(broken).toContain('composition');
    expect(changeOf(waves[1], bigger, workload, 'company').broken).toBeNull();
  });

  test('other words are another question', () => {
    const reworded: Wave = { ...last, wording: new Map([...last.wording, ['PAY-01', 'other words']]) };
    expect(changeOf(waves[1], reworded, dimension('pay'), 'company').broken).toBe('wording');
    expect(trendOf([waves[1] as Wave, reworded], { kind: 'item', id: 'PAY-01' }, 'company').points[1]?.broken).toBe('wording');
  });

  test('a dimension with another question added is compared on the question both waves asked', () => {
    const more = aWave({ ...aCompanyOfMany, further: ['PAY-02'], seed: 9 });
    expect(sharedSubject(last, more, dimension('pay'))).toEqual({ kind: 'item', id: 'PAY-01' });
    expect(trendOf([...waves, more], dimension('pay'), 'company').subject).toEqual({ kind: 'item', id: 'PAY-01' });
    expect(sharedSubject(last, more, dimension('growth'))).toBeNull();
  });

  test('a line has a point per wave and limits from six on', () => {
    const line = trendOf(waves, dimension('pay'), 'company');
    expect(line.points.map((point) => point.broken)).toEqual(['first-wave', null, null]);
    expect(line.limits).toBeNull();
    const six = Array.from({ length: 6 }, (_, wave) => aWave({ ...aCompanyOfMany, id: `${wave}`, seed: wave + 1 }));
    expect(trendOf(six, workload, 'company').limits).toMatchObject({ provisional: true });
  });
});

describe('what stands out', () => {
  test('findings name the strongest, what moved, and the department below the rest', () => {
    const [level, change, difference] = findingsOf(map(last, waves[0]), 0, 'outcome');
    expect(level).toMatchObject({ code: 'strongest-and-weakest', strongest: { dimension: 'pay' } });
    expect(change).toMatchObject({ code: 'rose', dimension: 'pay' });
    expect(difference).toMatchObject({ code: 'below-the-rest', dimension: 'workload', row: { department: 'finance' } });
  });

  test('noise is called noise', () => {
    const quiet = [1, 2].map((seed) => aWave({ ...aCompanyOfMany, seed, participation: 0.5 }));
    const codes = findingsOf(map(quiet[1], quiet[0]), 0, 'outcome').map((one) => one.code);
    expect(codes.slice(1)).toEqual(['no-clear-change', 'departments-alike']);
  });

  test('no finding is about a row with fewer than ten answers', () => {
    const finding = findingsOf(map(), 0, 'outcome')[2];
    if (finding && 'row' in finding) expect(finding.row.group.answered).toBeGreaterThanOrEqual(10);
  });

  test('a department has strengths and short planks, none of them both', () => {
    const { strengths, short } = planksOf(last, map(), { department: 'finance', overall: 'outcome' });
    expect(short[0]?.dimension).toBe('workload');
    expect(short[0]?.rest?.arrow).toBe('down');
    expect(short[0]?.flagged).toBe(true);
    const both = [...strengths, ...short].map((plank) => plank.dimension);
    expect(new Set(both).size).toBe(both.length);
    expect(both).not.toContain('outcome');
  });

  test('priorities put the unmet must-be first and show their factors', () => {
    const [first] = prioritiesOf(last, map(), { department: 'finance', overall: 'outcome' });
    expect(first).toMatchObject({ dimension: 'workload', control: 1, evidence: 1, flagged: true });
    expect(first?.need).toBeGreaterThan(0);
  });
});

describe('beside the scores', () => {
  test('what matters most adds up to at most three areas a person', () => {
    const needs = must(needsOf(last, 'company'));
    expect(needs.needs.reduce((sum, need) => sum + need.share, 0)).toBeLessThanOrEqual(3);
    expect(weightedSatisfaction(last, 'company')).toBeGreaterThan(0);
  });

  test('reasons are named only where at least k people gave them', () => {
    const reasons = must(reasonsOf(last, 'WKL-01', 'company'));
    for (const option of reasons.options) expect(option.people).toBeGreaterThanOrEqual(5);
  });

  test('comments of a department come from groups of ten and more inside it', () => {
    const all = must(commentsOf(last, 'company'));
    const some = must(commentsOf(last, 'finance'));
    expect(all.comments).toHaveLength(last.release.comments.length);
    expect(some.comments.length).toBeLessThan(all.comments.length);
    expect(some.group.answered).toBeGreaterThanOrEqual(10);
  });

  test('correlations come with an interval and never with the outcome itself', () => {
    const together = goingTogether(last, 'OUT-01');
    expect(together.map((one) => one.item)).not.toContain('OUT-01');
    for (const { correlation, interval } of together) expect(interval[0] <= correlation && correlation <= interval[1]).toBe(true);
  });

  test('shares of what goes together add up to the whole', () => {
    const shares = goingTogether(last, 'OUT-01').map(({ share }) => share ?? 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  test('two questions of a dimension have a reliability, one alone has none', () => {
    expect(reliabilityOfDimension(last, 'workload')).toMatchObject({ method: 'spearman-brown' });
    expect(reliabilityOfDimension(last, 'pay')).toBeNull();
    expect(reliabilityOfDimension(last, 'elsewhere')).toBeNull();
  });

  test('rated importance weighs by what lies above the least of it', () => {
    const items = Object.fromEntries(Object.entries(last.release.items).filter(([id]) => id !== 'importance-pick3'));
    const rated = { ...items, 'importance-rate-pay': must(items['PAY-01']), 'importance-rate-growth': must(items['COM-04']) };
    const wave: Wave = { ...last, release: { ...last.release, items: rated } };
    const [pay, growth] = ['pay', 'growth'].map((id) => must(readFor(wave, dimension(id), 'company')).moments.mean);
    const index = must(weightedSatisfaction(wave, 'company'));
    expect(index).toBeGreaterThan(Math.min(must(pay), must(growth)));
    expect(index).toBeLessThan(Math.max(must(pay), must(growth)));
    expect(needsOf(wave, 'company')).toBeNull();
  });
});

// Before and after a plan, read from two releases: the raw change of the department, what it would have gained without any plan,
// and the difference between the two with its interval. Formulas: regression to the mean, slope over departments without a plan.
import type { Chance } from '../kernel/chance.ts';
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import { sameComposition, sharedSubject } from './comparability.ts';
import { normalCdf, z975 } from './distributions.ts';
import { carryOver, expectedDrift, type DepartmentPair } from './plan-effect.ts';
import { readFor, type Reading, type Subject } from './readings.ts';
import { changeBetween } from './two-waves.ts';
import type { Wave } from './wave.ts';

export interface EffectReading {
  /** Index points. */
  readonly raw: number;
  readonly drift: number;
  readonly net: number;
  readonly standardError: number;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
  /** Two-sided, before any correction for other plans. */
  readonly p: number;
  readonly before: Reading;
  readonly after: Reading;
}

export interface Planned {
  readonly department: string;
  readonly dimension: string;
  /** Departments that had a plan on this dimension between the waves: their movement is not «without a plan». */
  readonly withPlan: ReadonlySet<string>;
}

const resamples = 1000;

export function effectBetween(earlier: Wave, later: Wave, planned: Planned, chance: Chance): Outcome<EffectReading, 'wording' | 'composition' | 'too-few'> {
  const subject = sharedSubject(earlier, later, { kind: 'dimension', id: planned.dimension });
  if (!subject) return refused('wording');
  const [before, after] = [readFor(earlier, subject, planned.department), readFor(later, subject, planned.department)];
  if (!before || !after) return refused('too-few');
  if (!sameComposition(before, after, planned.department === later.root)) return refused('composition');
  const own = pairsOf(earlier, later, subject, planned.withPlan);
  const slope = carryOver(centred([subject, ...otherSubjects(earlier, later, planned.dimension)], (one) => pairsOf(earlier, later, one, planned.withPlan)));
  const driftOf = (pairs: readonly DepartmentPair[]) => expectedDrift(before.moments.mean, meansOf(pairs), slope);
  const drift = own.length === 0 ? 0 : driftOf(own);
  const raw = after.moments.mean - before.moments.mean;
  const standardError = Math.sqrt(changeBetween(before.moments, after.moments, null).standardError ** 2 + varianceOf(own, driftOf, chance));
  const net = raw - drift;
  const p = standardError === 0 ? 1 : 2 * (1 - normalCdf(Math.abs(net) / standardError));
  return done({ raw, drift, net, standardError, low: net - z975 * standardError, high: net + z975 * standardError, p, before, after });
}

function otherSubjects(earlier: Wave, later: Wave, dimension: string): Subject[] {
  const ids = Object.keys(later.release.dimensions).filter((id) => id !== dimension);
  return ids.flatMap((id) => sharedSubject(earlier, later, { kind: 'dimension', id }) ?? []);
}

/** The smallest shown departments of the same composition in both waves; larger ones would count their people twice. */
function pairsOf(earlier: Wave, later: Wave, subject: Subject, withPlan: ReadonlySet<string>): DepartmentPair[] {
  const partition = later.base;
  const shown = partition === null ? [] : (later.release.partitions[partition]?.departments ?? []);
  const finest = shown.filter((one) => !shown.some((other) => other.id !== one.id && other.atoms.length < one.atoms.length && other.atoms.every((atom) => one.atoms.includes(atom))));
  return finest.flatMap(({ id }) => {
    if (withPlan.has(id)) return [];
    const [first, second] = [readFor(earlier, subject, id), readFor(later, subject, id)];
    return first && second && sameComposition(first, second, id === later.root) ? [{ first: first.moments.mean, second: second.moments.mean }] : [];
  });
}

/** Pooled over dimensions, each around its own mean: otherwise the slope would tell dimensions apart instead of departments. */
function centred(subjects: readonly Subject[], pairs: (subject: Subject) => readonly DepartmentPair[]): DepartmentPair[] {
  return subjects.flatMap((subject) => {
    const list = pairs(subject);
    const means = meansOf(list);
    return list.length < 2 ? [] : list.map(({ first, second }) => ({ first: first - means.first, second: second - means.second }));
  });
}

const meansOf = (pairs: readonly DepartmentPair[]): DepartmentPair => ({
  first: pairs.reduce((sum, pair) => sum + pair.first, 0) / pairs.length,
  second: pairs.reduce((sum, pair) => sum + pair.second, 0) / pairs.length,
});

function varianceOf(pairs: readonly DepartmentPair[], driftOf: (pairs: readonly DepartmentPair[]) => number, chance: Chance): number {
  if (pairs.length < 2) return 0;
  const drifts = Array.from({ length: resamples }, () => driftOf(pairs.map(() => pairs[chance(pairs.length)] as DepartmentPair)));
  const mean = drifts.reduce((sum, one) => sum + one, 0) / resamples;
  return drifts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (resamples - 1);
}

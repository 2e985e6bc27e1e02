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
  // Outside 0 … 1 it is noise: nobody is expected to fall because the score was low, nor to move away from the mean.
  const slope = Math.min(1, Math.max(0, carryOver(centred([subject, ...otherSubjects(earlier, later, planned.dimension)], (one) => pairsOf(earlier, later, one, planned.withPlan)))));
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

/**
 * The smallest groups without a plan, of the same composition in both waves. Larger ones would count their people twice, and so
 * would two departments that are counted together.
 */
function pairsOf(earlier: Wave, later: Wave, subject: Subject, withPlan: ReadonlySet<string>): DepartmentPair[] {
  const found = new Map<string, { readonly first: Reading; readonly second: Reading }>();
  for (const id of later.tree.ids) {
    const [first, second] = [readFor(earlier, subject, id), readFor(later, subject, id)];
    if (!first || !second || !sameComposition(first, second, id === later.root)) continue;
    if (!second.group.departments.some((one) => isPlanned(later, one, withPlan))) found.set(second.group.atoms.join(), { first, second });
  }
  const groups = [...found.values()];
  const holdsAnother = (one: Reading) => groups.some(({ second }) => second.group.atoms.length < one.group.atoms.length && second.group.atoms.every((atom) => one.group.atoms.includes(atom)));
  return groups.filter(({ second }) => !holdsAnother(second)).map(({ first, second }) => ({ first: first.moments.mean, second: second.moments.mean }));
}

/** A plan of a department is one of everybody below it. */
function isPlanned({ tree }: Wave, department: string, withPlan: ReadonlySet<string>): boolean {
  for (let at = tree.indexOf.get(department) ?? -1; at >= 0; at = tree.parent[at] ?? -1) if (withPlan.has(tree.ids[at] as string)) return true;
  return false;
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

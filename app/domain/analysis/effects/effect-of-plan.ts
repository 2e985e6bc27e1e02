// Before and after a plan: the raw change of the department, what would have come without the plan, and the rest with its interval. What
// would have come is what groups without such a plan did in the same time, and how far a group like this one comes back by itself.
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import { changeOf, type CommonGround, type ComparedGroup, type GroundOfDimension, type PlannedFigure } from '../changes/common-ground.ts';
import { isCompanyIn, sameComposition } from '../changes/comparability.ts';
import { betweenGroups, commonMean, estimatedMean, sumOfAll, type Estimate, type EstimatedMean } from '../statistics/estimated-means.ts';
import { comingBack, staying, type Before, type Expectation, type Setting } from './expected-without-plan.ts';
import { readFor, type Reading, type Subject } from '../readings.ts';

/** What the plan did, if what would have come is this. */
export interface Net {
  /** Index points. */
  readonly points: number;
  readonly standardError: number;
}

export interface Beyond {
  /** Index points that such a group gains or loses by itself; without the movement of all. */
  readonly back: number;
  /** If it comes back as such groups do. */
  readonly returning: Net;
  /** If it stays where it was. */
  readonly staying: Net;
  readonly degrees: number;
}

export interface EffectReading {
  readonly before: Reading;
  readonly after: Reading;
  /** What was compared: the dimension, or the question of it that both waves asked. */
  readonly subject: Subject;
  /** Groups without such a plan and their common change; null for fewer than three. */
  readonly others: { readonly groups: number; readonly change: number } | null;
  /** Null where fewer than five groups have no such plan: then nobody can say what would have come. */
  readonly beyond: Beyond | null;
}

export interface JudgedFigure extends PlannedFigure {
  /** Surveys that closed before this day say nothing of where the department stood: something was done since. Null: all count. */
  readonly since?: string | null;
}

const fewestBeside = 3;
const fewestForNet = 5;

export function effectOn(ground: CommonGround, { department, dimension, since = null }: JudgedFigure): Outcome<EffectReading, 'wording' | 'composition' | 'too-few'> {
  const own = ground.dimensions.get(dimension);
  if (!own) return refused('wording');
  const [before, after] = [readFor(ground.before, own.subject, department), readFor(ground.after, own.subject, department)];
  if (!before || !after) return refused('too-few');
  if (!sameComposition(before, after, isCompanyIn({ earlier: ground.before, later: ground.after }, department))) return refused('composition');
  const inside = new Set(after.group.departments);
  const beside = own.groups.filter(({ departments }) => !departments.some((one) => inside.has(one)));
  const others = beside.filter(({ planned }) => !planned);
  const change = others.length < fewestBeside ? null : commonChange(ground, others);
  const beyond = change === null || others.length < fewestForNet ? null : beyondOf({ ground, own, department, since, before, after, beside, others, change });
  return done({ before, after, subject: own.subject, others: change && { groups: others.length, change: change.mean }, beyond });
}

/** Surer ones weigh more; what groups truly moved by adds to each. */
function commonChange({ movement }: CommonGround, others: readonly ComparedGroup[]): EstimatedMean {
  return commonMean(others.map(changeOf).map(({ mean, variance }) => ({ mean, variance: movement.anew.value * variance })), movement.moves);
}

interface Parts {
  readonly ground: CommonGround;
  readonly own: GroundOfDimension;
  readonly department: string;
  readonly since: string | null;
  readonly before: Reading;
  readonly after: Reading;
  readonly beside: readonly ComparedGroup[];
  readonly others: readonly ComparedGroup[];
  readonly change: EstimatedMean;
}

function beyondOf(parts: Parts): Beyond {
  const { ground, own, before, after, others, change } = parts;
  const [here, now] = [estimatedMean(before.moments, own.usual.before), estimatedMean(after.moments, own.usual.after)];
  const between = spreadBetween(parts, here);
  const level = commonMean(others.map((one) => one.before), between.value);
  const past: Before = { distances: [...earlierDistances(parts), { mean: here.mean - level.mean, variance: here.variance }] };
  const figures = sumOfAll([...ground.dimensions.values()].map(({ groups }) => groups.length));
  const setting: Setting = { between, movement: ground.movement, figures };
  const net = ({ distance, variance, lasts }: Expectation): Net => ({
    points: now.mean - level.mean - change.mean - distance,
    standardError: Math.sqrt(variance + change.variance + (1 - lasts) ** 2 * level.variance),
  });
  const returning = comingBack(past, now, setting);
  return {
    back: returning.distance - (here.mean - level.mean),
    returning: net(returning),
    staying: net(staying(past, now, setting)),
    degrees: Math.max(2, ground.movement.changes / 2),
  };
}

/** All dimensions together; of this one the planned group counts as one, whatever it is made of. */
function spreadBetween({ ground, own, beside }: Parts, here: EstimatedMean): Estimate {
  const tables = [...ground.dimensions.values()].map((one) => (one === own ? [...beside.map(({ before }) => before), here] : one.groups.map(({ before }) => before)));
  return betweenGroups(tables);
}

function earlierDistances({ own, department, since, after }: Parts): EstimatedMean[] {
  return own.earlier.flatMap(({ wave, others, usual }) => {
    if (since !== null && wave.release.survey.closed < since) return [];
    const reading = readFor(wave, own.subject, department);
    if (!reading || reading.moments.n < 2 || !sameComposition(reading, after, false)) return [];
    const { mean, variance } = estimatedMean(reading.moments, usual);
    return [{ mean: mean - others.mean, variance: variance + others.variance }];
  });
}

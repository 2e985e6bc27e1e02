// What is common to all plans that two waves judge: how groups without such a plan moved, and what the waves before said. Worked out once
// for a pair of waves.
import type { Steps } from '../../kernel/steps.ts';
import { sharedSubject } from './comparability.ts';
import { betweenGroups, commonMean, estimatedMean, usualVariance, type EstimatedMean } from '../statistics/estimated-means.ts';
import { movementOf, type Movement } from '../statistics/movement.ts';
import { pairedGroupsSteps, type PairedGroup } from './paired-groups.ts';
import type { Subject } from '../readings.ts';
import type { Wave } from '../wave.ts';

export interface ComparedGroup {
  readonly departments: readonly string[];
  readonly before: EstimatedMean;
  readonly after: EstimatedMean;
  /** Somebody in it has a plan on this dimension: what it does is no sign of what happens without. */
  readonly planned: boolean;
}

/** Of a wave before the baseline. */
export interface EarlierWave {
  readonly wave: Wave;
  readonly others: EstimatedMean;
  readonly usual: number;
}

export interface GroundOfDimension {
  readonly subject: Subject;
  readonly groups: readonly ComparedGroup[];
  /** Variance of one answer. */
  readonly usual: { readonly before: number; readonly after: number };
  /** The first one first. */
  readonly earlier: readonly EarlierWave[];
}

export interface CommonGround {
  readonly before: Wave;
  readonly after: Wave;
  readonly dimensions: ReadonlyMap<string, GroundOfDimension>;
  readonly movement: Movement;
}

export interface PlannedFigure {
  readonly department: string;
  readonly dimension: string;
}

interface Waves {
  /** The baseline last. */
  readonly before: readonly Wave[];
  readonly after: Wave;
  /** Every plan that was under way between the last two. */
  readonly plans: readonly PlannedFigure[];
}

/** More do not make a distance surer: the company was another one. */
const mostEarlier = 3;

export function* commonGroundSteps({ before, after, plans }: Waves): Steps<CommonGround> {
  const baseline = before.at(-1) as Wave;
  const dimensions = new Map<string, GroundOfDimension>();
  for (const id of Object.keys(after.release.dimensions)) {
    const subject = sharedSubject(baseline, after, { kind: 'dimension', id });
    if (!subject) continue;
    const ofDimension = plans.filter(({ dimension }) => dimension === id);
    const groups = comparedGroups(after, yield* pairedGroupsSteps(baseline, after, subject), new Set(ofDimension.map(({ department }) => department)));
    const earlier = ofDimension.length === 0 ? [] : yield* earlierWaves(before.slice(0, -1).slice(-mostEarlier), { subject, after, groups: groups.groups });
    dimensions.set(id, { subject, ...groups, earlier });
  }
  const moved = [...dimensions.values()].map(({ groups }) => groups.filter(({ planned }) => !planned).map(changeOf));
  return { before: baseline, after, dimensions, movement: movementOf(moved) };
}

export const changeOf = ({ before, after }: ComparedGroup): EstimatedMean => ({ mean: after.mean - before.mean, variance: before.variance + after.variance });

function comparedGroups(wave: Wave, paired: readonly PairedGroup[], withPlan: ReadonlySet<string>): Pick<GroundOfDimension, 'groups' | 'usual'> {
  const usual = { before: usualVariance(paired.map(({ before }) => before)), after: usualVariance(paired.map(({ after }) => after)) };
  const groups = paired.map(({ departments, before, after }) => ({
    departments,
    before: estimatedMean(before, usual.before),
    after: estimatedMean(after, usual.after),
    planned: departments.some((one) => isPlanned(wave, one, withPlan)),
  }));
  return { groups, usual };
}

/** A plan of a department is one of everybody below it. */
function isPlanned({ tree }: Wave, department: string, withPlan: ReadonlySet<string>): boolean {
  for (let at = tree.indexOf.get(department) ?? -1; at >= 0; at = tree.parent[at] ?? -1) if (withPlan.has(tree.ids[at] as string)) return true;
  return false;
}

/** Where the same was asked; a wave that knew too few of the groups says nothing about how far one stood from them. */
function* earlierWaves(waves: readonly Wave[], { subject, after, groups }: { subject: Subject; after: Wave; groups: readonly ComparedGroup[] }): Steps<EarlierWave[]> {
  const found: EarlierWave[] = [];
  const compared = new Set(groups.filter(({ planned }) => !planned).map(({ departments }) => keyOf(departments)));
  for (const wave of waves) {
    const shared = sharedSubject(wave, after, subject);
    if (shared?.kind !== subject.kind) continue;
    const paired = yield* pairedGroupsSteps(wave, after, subject);
    const usual = usualVariance(paired.map(({ before }) => before));
    const others = paired.filter(({ departments }) => compared.has(keyOf(departments))).map(({ before }) => estimatedMean(before, usual));
    if (others.length >= compared.size / 2 && others.length > 1) found.push({ wave, usual, others: commonMean(others, betweenGroups([others]).value) });
  }
  return found;
}

const keyOf = (departments: readonly string[]) => [...departments].sort().join('\n');

// How often the reading of an effect is right about companies of which everything is known.
import { commonGroundSteps } from '#app/domain/analysis/changes/common-ground.ts';
import { effectOn } from '#app/domain/analysis/effects/effect-of-plan.ts';
import { pOf, printed, verdictOf, type Verdict } from '#app/domain/analysis/effects/plan-effect.ts';
import { atOnce } from '#app/domain/kernel/steps.ts';
import { playEffect, type EffectWorld } from './effect-worlds.ts';

export interface Verdicts {
  /** Worlds in which there was enough to compare with. */
  readonly of: number;
  readonly better: number;
  readonly worse: number;
  /** Probably or clearly. */
  readonly saidBetter: number;
  readonly saidWorse: number;
  /** 95 % intervals that hold what the plan truly did. */
  readonly held: number;
  /** Mean of the smallest effects that were said to be seen. */
  readonly smallest: number;
  /** Seen clearly by somebody who knows how far chance alone moves such a difference, and that nothing comes back by itself: what no method
      surpasses that keeps its 95 %. */
  readonly seenKnowing: number;
}

export function verdictsIn(world: EffectWorld, times: number, seed: number): Verdicts {
  const judged = Array.from({ length: times }, (_, run) => judge(world, seed + 7919 * run)).filter((one) => one !== null);
  const count = (holds: (one: (typeof judged)[number]) => boolean) => judged.filter(holds).length;
  const said = (...those: Verdict[]) => count(({ verdict }) => those.includes(verdict));
  return {
    of: judged.length,
    better: said('improved'),
    worse: said('worse'),
    saidBetter: said('improved', 'probably-improved'),
    saidWorse: said('worse', 'probably-worse'),
    held: count(({ held }) => held),
    smallest: judged.reduce((sum, { smallest }) => sum + smallest, 0) / judged.length,
    seenKnowing: seenKnowing(judged),
  };
}

function seenKnowing(judged: readonly { readonly beside: number; readonly truth: number }[]): number {
  const chance = Math.sqrt(judged.reduce((sum, { beside, truth }) => sum + (beside - truth) ** 2, 0) / judged.length);
  return judged.filter(({ beside }) => beside >= 5 && beside > 1.96 * chance).length;
}

function judge(world: EffectWorld, seed: number) {
  const { waves, department, dimension, truth } = playEffect(world, seed);
  const ground = atOnce(commonGroundSteps({ before: waves.slice(0, -1), after: waves.at(-1)!, plans: [{ department, dimension }] }));
  const reading = effectOn(ground, { department, dimension });
  if (!reading.ok || !reading.value.beyond) return null;
  const shown = printed(reading.value);
  const { low, high, smallest } = shown.beyond!;
  const beside = reading.value.after.moments.mean - reading.value.before.moments.mean - (reading.value.others?.change ?? 0);
  return { verdict: verdictOf(reading.value, shown, pOf(reading.value.beyond)), held: low <= truth && truth <= high, smallest, beside, truth };
}

const teamsOf = (people: number): number[] => {
  const sizes: number[] = [];
  for (let left = people; left >= 8; left -= sizes.at(-1)!) sizes.push(Math.min(left, 8 + ((sizes.length * 5) % 13)));
  return sizes;
};

/** A company of teams of 8 to 20, and one department of its own size where one is asked for. */
export const companyOf = (people: number, first?: number): number[] => (first === undefined ? teamsOf(people) : [first, ...teamsOf(people - first)]);

/** So many people that about `answers` of them answer. */
export const peopleFor = (answers: number): number => Math.round(answers / 0.805);

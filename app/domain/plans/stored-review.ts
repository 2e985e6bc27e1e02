// Reviews as they lie in the database. Those of the first version drew every department back alike, and let what was counted make a verdict
// on the score «probably better»: their figures stay as they were, and the two statements are told apart.
import * as v from 'valibot';
import { storedDay, storedLocalized } from '../kernel/stored.ts';
import { reachOf, reaches, reviewMethods, verdicts } from './effect-review.ts';

const number = v.number();
const text = v.string();
const reading = v.object({ index: number, n: number });
const beyond = v.object({ anyway: number, back: v.nullable(number), net: number, low: number, high: number, smallest: v.nullable(number) });
const effect = v.object({ raw: number, from: reading, to: reading, basis: v.nullable(storedLocalized), others: v.nullable(v.object({ groups: number, change: number })), beyond: v.nullable(beyond) });

export const storedReview = v.object({
  releaseHash: text,
  on: storedDay,
  effect: v.nullable(effect),
  verdict: v.picklist(verdicts),
  because: text,
  reached: v.nullable(v.picklist(reaches)),
  leadingMet: v.boolean(),
  early: v.boolean(),
  method: v.picklist(reviewMethods),
  comment: text,
});

const first = v.looseObject({
  effect: v.nullable(v.object({ raw: number, drift: number, net: number, low: number, high: number, from: reading, to: reading })),
  verdict: v.picklist(verdicts),
  leadingMet: v.boolean(),
});
type First = v.InferOutput<typeof first>;

/** `promised`: the figure that the plan promised of the score. */
export function withTwoStatements(review: unknown, promised: number | null): unknown {
  const parsed = v.safeParse(first, review);
  if (!parsed.success) return review;
  const { effect: measured, verdict, ...rest } = parsed.output;
  const { raw, drift, net, low, high, from, to } = measured ?? {};
  const split = measured && { raw, from, to, basis: null, others: null, beyond: { anyway: drift, back: null, net, low, high, smallest: null } };
  const reached = measured && promised !== null ? reachOf(promised, { index: measured.to.index, low: -Infinity }) : null;
  return { ...rest, effect: split, verdict: restedOnCount(parsed.output) ? 'no-clear-change' : verdict, reached, method: 'one-slope' };
}

/** «Probably better» asked for five points whose 80 % interval excluded nothing, or for the count alone. */
function restedOnCount({ effect: measured, verdict, leadingMet }: First): boolean {
  if (!measured || verdict !== 'probably-improved' || !leadingMet) return false;
  const half = (measured.high - measured.low) / 2;
  // Of a 95 % interval to one of 80 %; tenths were kept.
  return measured.net < 4.95 || measured.net - (1.2816 / 1.96) * half < -0.05;
}

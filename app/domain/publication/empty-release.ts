// Fewer ballots than k: the survey still ends with its one release, which counts people and says nothing about what they answered.
import type { Release } from './release/release.ts';
import type { TallyInput } from './tally/tally-input.ts';

export function emptyRelease(input: TallyInput): Release {
  const { survey, manifest, k, counts, leafOf, receipts, previous } = input;
  return {
    release: 1,
    survey,
    manifest,
    k,
    counts: { ...counts, ballots: leafOf.length, moved: null },
    ...(input.slips && { slips: input.slips }),
    partitions: {},
    items: {},
    dimensions: {},
    cuts: [],
    correlations: null,
    comments: [],
    audit: { minimumSupport: k, dropped: input.cuts.map(({ question, scope }) => ({ question, scope, why: 'too-few' })), steps: 0 },
    receipts,
    previous,
  };
}

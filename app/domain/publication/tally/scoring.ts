// What an answer counts as: favourable above the middle of the scale, unfavourable below it, after reversing. The limits of
// «recommend» are those of the recommendation question everywhere: 9–10 and 0–6.

export interface Scoring {
  readonly kind: 'scale' | 'recommend';
  readonly points: number;
  readonly reverse: boolean;
}

/** The value with the best answer last; values count from 0. */
export function scoreOf(scoring: Scoring, value: number): number {
  return scoring.reverse ? scoring.points - 1 - value : value;
}

export function isFavourable(scoring: Scoring, value: number): boolean {
  const score = scoreOf(scoring, value);
  return scoring.kind === 'recommend' ? score >= 9 : 2 * score > scoring.points - 1;
}

export function isUnfavourable(scoring: Scoring, value: number): boolean {
  const score = scoreOf(scoring, value);
  return scoring.kind === 'recommend' ? score <= 6 : 2 * score < scoring.points - 1;
}

/** One step up from unfavourable, as a value. */
export function leastNotUnfavourable(scoring: Scoring): number {
  return scoreOf(scoring, scoring.kind === 'recommend' ? 7 : Math.floor(scoring.points / 2));
}

/** One step up from not favourable, as a value. */
export function leastFavourable(scoring: Scoring): number {
  return scoreOf(scoring, scoring.kind === 'recommend' ? 9 : Math.floor((scoring.points + 1) / 2));
}

/** 0 (worst) to 100 (best). */
export function indexOf(scoring: Scoring, value: number): number {
  return (scoreOf(scoring, value) / (scoring.points - 1)) * 100;
}

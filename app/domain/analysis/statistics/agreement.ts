// Do the people of a group see the same thing? A mean of a divided group describes nobody in it.

export type Agreement = 'shared' | 'mixed' | 'divided';

/** r_wg = 1 − s²/σ² with the variance (A²−1)/12 of answers at random, never below 0 (James, Demaree and Wolf 1984). */
export function withinGroupAgreement(variance: number, points: number): number {
  return Math.max(0, 1 - variance / ((points * points - 1) / 12));
}

export function agreementOf(variance: number, points: number): Agreement {
  const value = withinGroupAgreement(variance, points);
  return value >= 0.7 ? 'shared' : value >= 0.5 ? 'mixed' : 'divided';
}

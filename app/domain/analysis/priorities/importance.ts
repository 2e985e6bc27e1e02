// What people call important weighs in the satisfaction index and in the order of priorities: an indicator nobody needs is not
// a short plank, however low it is.

/** Weight of the company's share in a department's: as if ten more people had chosen as the company did. */
const companyWeight = 10;

/** Share of the people who answered that named an area. */
export const shareNaming = (people: number, answered: number): number => (answered > 0 ? people / answered : 0);

/** A department's share drawn towards the company's. */
export function shrunkShare(share: number, answered: number, companyShare: number): number {
  return (answered * share + companyWeight * companyShare) / (answered + companyWeight);
}

/** Index 0–100 weighted by importance: Σ w·S with w = I/ΣI. Weights belong to the company and are the same for every department. */
export function weightedIndex(parts: readonly { readonly importance: number; readonly index: number }[]): number | null {
  const total = parts.reduce((sum, part) => sum + part.importance, 0);
  if (total === 0) return null;
  return parts.reduce((sum, part) => sum + (part.importance / total) * part.index, 0);
}

/** Rated importance is near its ceiling everywhere, so a floor is taken off: I − min(I) + ½. */
export function aboveFloor(ratings: readonly number[]): number[] {
  const least = Math.min(...ratings);
  return ratings.map((rating) => rating - least + 0.5);
}

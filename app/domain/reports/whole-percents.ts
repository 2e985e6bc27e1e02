// Shares of one whole that are printed side by side add up to 100.

/** Whole per cents by largest remainder; zeros where there is nothing. */
export function inWholePercents(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (100 * part) / total);
  const floors = exact.map(Math.floor);
  const missing = 100 - floors.reduce((sum, one) => sum + one, 0);
  const order = exact.map((one, at) => ({ at, rest: one - (floors[at] as number) })).sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order.slice(0, missing)) floors[at] = (floors[at] as number) + 1;
  return floors;
}

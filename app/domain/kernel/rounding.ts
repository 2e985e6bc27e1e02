// The one way a figure becomes the number that is printed. Two ways would print two numbers for one figure: halves would go up here and
// down there, and a figure that was rounded before it is rounded again would land beside itself.

/** Sums come out a hair beside the half that they are. */
const hair = 1e-9;

/** To the given decimals, halves away from zero, so that a rise and a fall of the same size print the same. Never −0. */
export function toDecimals(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return (Math.sign(value) * Math.floor(Math.abs(value) * factor + 0.5 + hair)) / factor + 0;
}

/** To a whole number. */
export const whole = (value: number): number => toDecimals(value, 0);

/** As it is printed, with all its decimals: «3.0» below «2.9». */
export const fixed = (value: number, decimals: number): string => toDecimals(value, decimals).toFixed(decimals);

/**
 * Whole shares of `total`, by default per cents, in proportion to the parts, which add up to it (largest remainder, Hamilton 1792):
 * equal remainders go to the larger part, then to the first. All zero where there is nobody.
 */
export function wholeShares(parts: readonly number[], total = 100): number[] {
  const sum = parts.reduce((one, other) => one + other, 0);
  if (sum <= 0) return parts.map(() => 0);
  const exact = parts.map((part) => (total * part) / sum);
  const shares = exact.map((share) => Math.floor(share + hair));
  const left = total - shares.reduce((one, other) => one + other, 0);
  const remainder = (at: number) => (exact[at] as number) - (shares[at] as number);
  const order = parts.map((_, at) => at).sort((one, other) => compared(remainder(other), remainder(one)) || compared(parts[other] as number, parts[one] as number) || one - other);
  for (const at of order.slice(0, left)) shares[at] = (shares[at] as number) + 1;
  return shares;
}

const compared = (one: number, other: number): number => (Math.abs(one - other) < hair ? 0 : one - other);

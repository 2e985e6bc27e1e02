// How many people of a group must be asked: below about sixty it is nearly everybody, so they are asked completely.
import { z975 } from './distributions.ts';

/** Fewest answers of a group of `size` for a margin of `margin` (a share, 0.1 = ten points) at p = ½. */
export function sampleSize(size: number, margin: number): number {
  const unlimited = (z975 * z975 * 0.25) / (margin * margin);
  return Math.ceil(unlimited / (1 + (unlimited - 1) / size));
}

// An attacker who knows who belongs to what and reads one question of a release: enumerates every way people can have answered that
// agrees with all its figures. Knows nothing of the implementation.
import type { FindWorld, WorldProgram } from '#app/domain/publication/doubt/certainty.ts';

/** People the attacker cannot tell apart: their cell, then their band of each cut (−1 outside of it). */
export interface Kind {
  readonly places: readonly number[];
  readonly people: number;
}

export interface Figures {
  /** By cell: favourable and neutral answers. */
  readonly cells: readonly { readonly favourable: number; readonly neutral: number }[];
  /** By cut, by band: favourable answers. */
  readonly bands: readonly (readonly number[])[];
}

/** For each kind the fewest of its people that are unfavourable in any world; Infinity where no world fits at all. */
export function fewestUnfavourable(kinds: readonly Kind[], figures: Figures): number[] {
  const fewest = kinds.map(() => Infinity);
  const cells = figures.cells.map((cell) => ({ ...cell }));
  const bands = figures.bands.map((cut) => [...cut]);
  const chosen: number[] = [];
  const last = new Map(kinds.map((kind, index) => [kind.places[0]!, index]));
  const fill = (index: number): void => {
    if (index === kinds.length) {
      if (bands.every((cut) => cut.every((left) => left === 0))) kinds.forEach((_, at) => (fewest[at] = Math.min(fewest[at]!, chosen[at]!)));
      return;
    }
    const { places, people } = kinds[index]!;
    const cell = cells[places[0]!]!;
    const take = (favourable: number, neutral: number): void => {
      cell.favourable -= favourable;
      cell.neutral -= neutral;
      places.slice(1).forEach((band, cut) => band >= 0 && (bands[cut]![band]! -= favourable));
      chosen[index] = people - favourable - neutral;
    };
    for (let favourable = 0; favourable <= Math.min(people, cell.favourable); favourable += 1) {
      if (places.slice(1).some((band, cut) => band >= 0 && bands[cut]![band]! < favourable)) break;
      for (let neutral = 0; neutral <= Math.min(people - favourable, cell.neutral); neutral += 1) {
        take(favourable, neutral);
        if (last.get(places[0]!) !== index || (cell.favourable === 0 && cell.neutral === 0)) fill(index + 1);
        take(-favourable, -neutral);
      }
    }
  };
  fill(0);
  return fewest;
}

/** A solver that tries everything; for tests with a handful of classes. */
export const everyWorld: FindWorld = ({ upper, sums, wanted }: WorldProgram) => {
  const left = sums.map(({ is }) => is);
  const sumsOf = upper.map((_, variable) => sums.flatMap(({ of }, sum) => (of.includes(variable) ? [sum] : [])));
  const world: number[] = [];
  let best: { world: number[]; freed: number } | null = null;
  const fill = (variable: number): void => {
    if (best?.freed === wanted.length) return;
    if (variable === upper.length) {
      const freed = wanted.filter((one) => world[one]! > 0).length;
      if (left.every((rest) => rest === 0) && freed > (best?.freed ?? 0)) best = { world: [...world], freed };
      return;
    }
    for (let value = 0; value <= upper[variable]!; value += 1) {
      if (sumsOf[variable]!.some((sum) => left[sum]! < value)) break;
      world[variable] = value;
      for (const sum of sumsOf[variable]!) left[sum]! -= value;
      fill(variable + 1);
      for (const sum of sumsOf[variable]!) left[sum]! += value;
    }
  };
  fill(0);
  return (best as { world: number[] } | null)?.world ?? null;
};

// Whether departments that rate each other give back what they get: over all pairs of providers, what each gives the other. From published
// cells alone, and only from those in which everybody works for the one who gives: what is counted with others is nobody's own word.
import { sumOf } from '../statistics/histogram.ts';
import type { ServiceWave } from './provider-effect.ts';
import { serviceMatrix } from './service-matrix.ts';
import { liesWithin, ratersOf } from './service-raters.ts';

export interface Reciprocity {
  readonly pairs: number;
  /** Pearson, each pair both ways round: it is the same whoever is named first. */
  readonly r: number;
}

/** Of marks without any reciprocity at most three tables in a hundred go beyond the limit from here on (five and a half with five pairs). */
const fewestPairs = 8;
export const muchReciprocity = 0.6;

/** Null where fewer pairs rate each other, or all give the same. */
export function reciprocityOf({ wave, providers }: ServiceWave): Reciprocity | null {
  const rated = serviceMatrix(wave.release, providers.map(({ id }) => id));
  const within = liesWithin(wave.departments);
  const raters = ratersOf(wave.departments, providers);
  const given = (from: string, to: string): number | null => {
    const giver = providers.find(({ id }) => id === from)!;
    const cells = rated.find(({ id }) => id === to)!.cells.filter(({ departments }) => {
      const could = raters(to, departments);
      return could.length > 0 && could.every((one) => within(one, giver.departments));
    });
    return cells.length === 0 ? null : sumOf(cells.map(({ n, index }) => n * index)) / sumOf(cells.map(({ n }) => n));
  };
  const pairs = rated.flatMap(({ id: one }, at) => rated.slice(at + 1).flatMap(({ id: other }): [number, number][] => {
    const [there, back] = [given(one, other), given(other, one)];
    return there === null || back === null ? [] : [[there, back]];
  }));
  const r = pairs.length < fewestPairs ? null : bothWays(pairs);
  return r === null ? null : { pairs: pairs.length, r };
}

function bothWays(pairs: readonly (readonly [number, number])[]): number | null {
  const all = pairs.flat();
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  const spread = all.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const together = 2 * pairs.reduce((sum, [there, back]) => sum + (there - mean) * (back - mean), 0);
  return spread > 0 ? together / spread : null;
}

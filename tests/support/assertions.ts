// How many things a map asserts, whichever page, letter or export says them.
import type { Judged } from '#app/domain/analysis/changes/comparison.ts';
import type { HeatMap } from '#app/domain/analysis/map/heat-map.ts';

export interface Asserted {
  readonly change: number;
  readonly rest: number;
}

export function assertedBy(map: HeatMap): Asserted {
  const all = [...map.cells.flat(), ...[...map.alone.values()].flat(), ...map.questions.flatMap((claims) => [...claims.values()])];
  const count = (side: 'change' | 'rest') => all.filter((one) => (one?.[side] as Judged | null | undefined)?.arrow).length;
  return { change: count('change'), rest: count('rest') };
}

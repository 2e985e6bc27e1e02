// Three findings in words, as codes: how it stands, what moved, where it differs. «Nothing clear» is a finding too, and nothing is
// said about a group that has no number of its own.
import type { HeatCell, HeatMap, HeatRow } from './heat-map.ts';

export type Finding =
  | { readonly code: 'strongest-and-weakest'; readonly strongest: Ranked; readonly weakest: Ranked }
  | { readonly code: 'one-dimension'; readonly strongest: Ranked }
  | { readonly code: 'rose' | 'fell'; readonly dimension: string; readonly points: number }
  | { readonly code: 'no-clear-change'; readonly detectable: number }
  | { readonly code: 'first-wave' | 'not-comparable' | 'departments-alike' | 'like-the-rest' | 'too-few' }
  | { readonly code: 'below-the-rest' | 'above-the-rest'; readonly row: HeatRow; readonly dimension: string; readonly points: number };

interface Ranked {
  readonly dimension: string;
  readonly index: number;
}

/** About the group of one row of the map; for the company (row 0) the third finding is about its departments. */
export function findingsOf(map: HeatMap, row: number, overall: string): readonly Finding[] {
  return [level(map, row, overall), change(map, row), difference(map, row)];
}

const cellsOf = (map: HeatMap, row: number): readonly (readonly [dimension: string, cell: HeatCell])[] =>
  map.subjects.flatMap(({ id }, column) => {
    const cell = map.cells[row]?.[column];
    return cell ? [[id, cell] as const] : [];
  });

function level(map: HeatMap, row: number, overall: string): Finding {
  const standings = cellsOf(map, row)
    .flatMap(([dimension, { index }]) => (index === null || dimension === overall ? [] : [{ dimension, index }]))
    .sort((a, b) => b.index - a.index);
  const [strongest, weakest] = [standings[0], standings.at(-1)];
  if (!strongest || !weakest) return { code: 'too-few' };
  return strongest === weakest ? { code: 'one-dimension', strongest } : { code: 'strongest-and-weakest', strongest, weakest };
}

function change(map: HeatMap, row: number): Finding {
  const cells = cellsOf(map, row);
  const judged = cells.flatMap(([dimension, cell]) => (cell.change ? [{ dimension, ...cell.change }] : []));
  if (judged.length === 0) return { code: cells.some(([, cell]) => cell.broken !== 'first-wave') ? 'not-comparable' : 'first-wave' };
  const clear = judged.filter((one) => one.arrow).sort((a, b) => Math.abs(b.points) - Math.abs(a.points))[0];
  if (clear) return { code: clear.arrow === 'up' ? 'rose' : 'fell', dimension: clear.dimension, points: clear.points };
  return { code: 'no-clear-change', detectable: Math.min(...judged.map((one) => one.detectable)) };
}

function difference(map: HeatMap, about: number): Finding {
  const company = about === 0;
  const clear = map.rows.flatMap((row, at) =>
    (company ? at > 0 : at === about)
      ? cellsOf(map, at).flatMap(([dimension, { rest }]) => (rest?.arrow && !rest.exploratory ? [{ row, dimension, points: rest.points }] : []))
      : [],
  );
  // What is below comes first: it is what somebody can act on.
  const worst = clear.sort((a, b) => a.points - b.points)[0];
  const best = clear.at(-1);
  if (worst && worst.points < 0) return { code: 'below-the-rest', ...worst };
  if (best) return { code: 'above-the-rest', ...best };
  return { code: company ? 'departments-alike' : 'like-the-rest' };
}

// Up to five findings in words, as codes: how it stands, what moved, where it differs. «Nothing clear» is a finding too, and comes after
// what is sure; nothing is said about a group that has no number of its own.
import { whole } from '../../kernel/rounding.ts';
import type { Break } from '../changes/comparability.ts';
import type { Judged } from '../changes/comparison.ts';
import type { HeatCell, HeatMap } from './heat-map.ts';
import type { HeatRow } from './heat-rows.ts';
import type { Subject } from '../readings.ts';

/** Why nothing can be compared with the survey before. */
type NoComparison = 'no-comparison-not-asked' | 'no-comparison-wording' | 'no-comparison-composition' | 'no-comparison-too-few';

interface Moved {
  readonly dimension: string;
  readonly points: number;
  /** Sure, and too small to act on. */
  readonly small: boolean;
}

export type Finding =
  | { readonly code: 'strongest-and-weakest'; readonly strongest: Ranked; readonly weakest: Ranked }
  | { readonly code: 'one-dimension' | 'levels-alike'; readonly strongest: Ranked }
  /** `basis`: the question that both surveys asked, where the dimension asks others now. */
  | ({ readonly code: 'rose' | 'fell'; readonly basis: Subject | null } & Moved)
  | { readonly code: 'no-clear-change'; readonly detectable: number }
  | { readonly code: 'no-clear-change-bare' | 'first-wave' | NoComparison | 'departments-alike' | 'departments-untested' | 'like-the-rest' | 'rest-untested' | 'too-few' }
  | ({ readonly code: 'below-the-rest' | 'above-the-rest'; readonly row: HeatRow } & Moved);

interface Ranked {
  readonly dimension: string;
  readonly index: number;
}

/** Of what moved, and of what differs. */
const mostOfAKind = 2;

/** About the group of one row of the map, the weightiest first; for the company (row 0) the last kind is about its departments. */
export function findingsOf(map: HeatMap, row: number, overall: string): readonly Finding[] {
  const found = [changes(map, row), differences(map, row)];
  return [level(map, row, overall), ...found.filter((one) => Array.isArray(one)).flat(), ...found.filter((one) => !Array.isArray(one))];
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
  if (strongest === weakest) return { code: 'one-dimension', strongest };
  return whole(strongest.index) === whole(weakest.index) ? { code: 'levels-alike', strongest } : { code: 'strongest-and-weakest', strongest, weakest };
}

const isClear = (one: Judged): boolean => one.arrow !== null && !one.exploratory;

function changes(map: HeatMap, row: number): readonly Finding[] | Finding {
  const cells = cellsOf(map, row);
  const judged = cells.flatMap(([dimension, { change: one, basis }]) => (one ? [{ dimension, one, basis }] : []));
  if (judged.length === 0) return { code: whyNot(cells.map(([, cell]) => cell.broken)) };
  const clear = judged.filter(({ one }) => isClear(one)).sort((a, b) => Math.abs(b.one.points) - Math.abs(a.one.points));
  if (clear.length > 0) {
    return clear.slice(0, mostOfAKind).map(({ dimension, one, basis }) => ({ code: one.points > 0 ? 'rose' : 'fell', dimension, points: one.points, small: one.small, basis }));
  }
  // True of every dimension of the row, so the largest limit; a row of which one has no limit is said to have none.
  const limits = judged.map(({ one }) => one.detectable);
  return limits.includes(null) ? { code: 'no-clear-change-bare' } : { code: 'no-clear-change', detectable: Math.max(...(limits as number[])) };
}

/** The reason that most dimensions of the row have. */
function whyNot(breaks: readonly (Break | null)[]): 'first-wave' | 'too-few' | NoComparison {
  const count = (one: Break) => breaks.filter((found) => found === one).length;
  const [most] = (['first-wave', 'not-asked', 'wording', 'composition', 'too-few'] as const).toSorted((a, b) => count(b) - count(a));
  if (breaks.length === 0 || most === undefined) return 'too-few';
  return most === 'first-wave' ? most : `no-comparison-${most}`;
}

function differences(map: HeatMap, about: number): readonly Finding[] | Finding {
  const company = about === 0;
  const compared = map.rows.flatMap((row, at) =>
    (company ? at > 0 : at === about) ? cellsOf(map, at).flatMap(([dimension, { rest }]) => (rest ? [{ row, dimension, rest }] : [])) : [],
  );
  if (compared.length === 0) return { code: company ? 'departments-untested' : 'rest-untested' };
  const clear = compared.filter(({ rest }) => isClear(rest)).sort((a, b) => a.rest.points - b.rest.points);
  if (clear.length === 0) return { code: company ? 'departments-alike' : 'like-the-rest' };
  // What is below comes first: it is what somebody can act on.
  const [below, above] = [clear.filter(({ rest }) => rest.points < 0), clear.filter(({ rest }) => rest.points >= 0).reverse()];
  return [...below, ...above].slice(0, mostOfAKind).map(({ row, dimension, rest }) => ({ code: rest.points < 0 ? 'below-the-rest' : 'above-the-rest', row, dimension, points: rest.points, small: rest.small }));
}

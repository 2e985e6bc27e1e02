// «Where to look first» as a list: the finest groups at and below a department that are likely below the company, the largest expected
// shortfall first. For HR and heads alone.
import { fewestForNumber, likelyFrom } from '../analysis/map/likely.ts';
import type { Guess } from '../analysis/map/look-first.ts';
import type { HeatCell, HeatMap } from '../analysis/map/heat-map.ts';
import type { HeatRow } from '../analysis/map/heat-rows.ts';
import { usualTarget, type TargetOf } from '../analysis/priorities/standing.ts';
import type { Wave } from '../analysis/wave.ts';
import { rounded } from './figures-shown.ts';
import type { GroupView, Labels } from './labels.ts';

export interface LikelyView {
  readonly kind: 'likely';
  /** Whole per cents; null where fewer than a hundred people answered: a hint. */
  readonly percent: number | null;
}

export interface LookFirstRow {
  readonly id: string;
  readonly group: GroupView;
  readonly dimension: string;
  readonly index: number;
  readonly n: number;
  /** Whole per cents; null: a hint only. */
  readonly below: number | null;
  readonly underTarget: number | null;
  /** Expected index points below the company. */
  readonly shortfall: number;
}

export interface LookFirstView {
  /** Fewer than a hundred people answered. */
  readonly hint: boolean;
  readonly rows: readonly LookFirstRow[];
  /** How many more there are. */
  readonly more: number;
  readonly none: 'one-group' | 'nothing-likely' | null;
}

const mostRows = 8;

/** Never said as certain: it is a guess. */
const percentSaid = (chance: number): number => Math.min(99, Math.max(1, rounded(100 * chance)));

const isLikely = (guess: Guess | null): guess is Guess & { readonly below: number } => guess !== null && guess.below !== null && guess.below >= likelyFrom;

const isHint = (wave: Wave): boolean => wave.base === null || wave.company(wave.base).answered < fewestForNumber;

/** What the map marks: null below 80 %. */
export function likelyView(wave: Wave, cell: HeatCell): LikelyView | null {
  return isLikely(cell.likely) ? { kind: 'likely', percent: isHint(wave) ? null : percentSaid(cell.likely.below) } : null;
}

interface ForWhom {
  readonly department: string;
  readonly overall: string;
  readonly targetOf: TargetOf;
}

/** `overall`: the dimension of the overall question, which is nobody's to take up by itself. */
export function lookFirstView(wave: Wave, map: HeatMap, { department, overall, targetOf }: ForWhom, labels: Labels): LookFirstView {
  const cells = finestBelow(wave, map, department).filter(({ subject }) => subject !== overall);
  const hint = isHint(wave);
  const likely = cells.flatMap((one) => (isLikely(one.cell.likely) ? [{ ...one, guess: one.cell.likely }] : [])).sort((a, b) => b.guess.shortfall - a.guess.shortfall);
  const rows = likely.slice(0, mostRows).map(({ row, cell, subject, guess }) => ({
    id: `${row.id}:${subject}`,
    group: row.department === null ? labels.pool(cell.reading.group) : labels.group(row.department, wave.group(cell.reading.group.partition, row.department) ?? cell.reading.group),
    dimension: labels.dimension(subject),
    index: rounded(cell.reading.moments.mean),
    n: cell.reading.moments.n,
    below: hint ? null : percentSaid(guess.below),
    // The guess is worked out once per release, and knows the usual target alone.
    underTarget: hint || targetOf(subject) !== usualTarget(subject) ? null : percentSaid(guess.underTarget),
    shortfall: Math.max(1, rounded(guess.shortfall)),
  }));
  const compared = cells.some(({ cell }) => cell.likely !== null && cell.likely.below !== null);
  return { hint, rows, more: Math.max(0, likely.length - mostRows), none: rows.length > 0 ? null : compared ? 'nothing-likely' : 'one-group' };
}

interface Place {
  readonly row: HeatRow;
  readonly cell: HeatCell;
  readonly subject: string;
}

/** Groups that hold no smaller one, each once for each dimension: several rows may be counted together. */
function finestBelow(wave: Wave, map: HeatMap, department: string): Place[] {
  const place = wave.tree.indexOf.get(department) ?? 0;
  const inside = (row: HeatRow) => {
    const index = wave.tree.indexOf.get(row.department ?? row.place ?? '') ?? -1;
    return index >= place && index < (wave.tree.end[place] ?? 0);
  };
  const seen = new Set<string>();
  return map.rows.flatMap((row, at) =>
    !inside(row) ? [] : (map.cells[at] ?? []).flatMap((cell, column) => {
      const subject = map.subjects[column]?.id ?? '';
      const key = `${subject}:${cell?.reading.group.atoms.join() ?? ''}`;
      if (!cell || cell.index === null || cell.reading.group.atoms.length !== 1 || seen.has(key)) return [];
      seen.add(key);
      return [{ row, cell, subject }];
    }),
  );
}

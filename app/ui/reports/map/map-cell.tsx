// One cell of the map: the level as a number and a colour, a mark where a difference is sure, and everything else when one points at it,
// focuses or taps it. A screen reader and paper have all of it at once.
import type { HeatCellView } from '#app/domain/reports/heat-view.ts';
import { stepOf, weightOf, type Compared } from '#app/domain/reports/heat-view.ts';
import type { Text } from '#app/text/text.ts';
import { useText } from '#app/ui/text.ts';
import { differenceText } from '#app/text/difference-text.ts';
import { namesInBrief, namesText } from './group-name.tsx';

export interface CellProps {
  readonly cell: HeatCellView | null;
  readonly compared: Compared;
  /** The day of the survey compared with, where it is not the one before. */
  readonly day?: string | null;
  /** The topmost department, which has no rest to be compared with. */
  readonly whole: boolean;
  /** The cell that the Tab key reaches; arrows go on from it. */
  readonly first: boolean;
}

export function MapCell({ cell, compared, day = null, whole, first }: CellProps) {
  const text = useText();
  if (!cell) {
    return (
      <td className="none" tabIndex={first ? 0 : -1}>
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">{text('results.heat.not-asked')}</span>
      </td>
    );
  }
  const { arrow, exploratory } = cell.difference;
  return (
    <td data-step={stepOf(cell.index)} className={weightOf(cell.n)} tabIndex={first ? 0 : -1}>
      {cell.index}
      {arrow && <span className={exploratory ? 'mark hint' : 'mark'} aria-hidden="true">{arrow === 'up' ? '▲' : '▼'}</span>}
      {cell.likely && <span className="mark likely" aria-hidden="true">◔</span>}
      {cell.beyond.length > 0 && <span className="mark" aria-hidden="true">*</span>}
      <span className="more">{saidOf(text, cell, { compared: isJudged(cell, whole && compared === 'rest') ? compared : null, day })}</span>
    </td>
  );
}

// A question under an area that did not stand out is not compared, and the company has no rest: nothing is said of it.
const isJudged = ({ difference: { points, broken } }: HeatCellView, hasNoRest: boolean): boolean => points !== null || (broken !== null && !hasNoRest);

function saidOf(text: Text, cell: HeatCellView, { compared, day }: { compared: Compared | null; day: string | null }): string {
  const { arrow, points, q } = cell.difference;
  const change = () => (day !== null && arrow && points !== null ? text(`map.change.${arrow}`, { points: Math.abs(points), day: text.day(day) }) : differenceText(text, cell.difference, 'change'));
  const parts = [
    text('results.n', { n: text.number(cell.n) }),
    ...(compared === null ? [] : [compared === 'rest' ? differenceText(text, cell.difference, 'rest') : change()]),
    ...(compared === null || arrow === null || q === null ? [] : [text('results.evidence.q', { q: q <= 0.01 ? '≤ 0.01' : q })]),
    ...(cell.likely ? [cell.likely.percent === null ? text('results.heat.likely.hint') : text('results.heat.likely', { percent: cell.likely.percent })] : []),
    ...(cell.beyond.length > 0 ? [text('results.with.here', { others: cell.beyond.length > 3 ? namesInBrief(text, cell.beyond) : namesText(text, cell.beyond) })] : []),
  ];
  return parts.join(' · ');
}

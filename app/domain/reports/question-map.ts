// Departments by the questions of one dimension. A mark stands only where the dimension itself stood out in that department: a thousand
// departments by eight questions, each judged alone, would be eight thousand chances of a false alarm.
import { rungOf } from '../analysis/statistics/ladder.ts';
import { partitionOfSubject, read, readFor, type Subject } from '../analysis/readings.ts';
import type { HeatMap } from '../analysis/map/heat-map.ts';
import type { HeatRow } from '../analysis/map/heat-rows.ts';
import type { Wave } from '../analysis/wave.ts';
import { questionsUnder } from '../analysis/changes/question-claims.ts';
import { judgedView, movedView, rounded, type DifferenceView } from './figures-shown.ts';
import { asItBegins, rowsShown } from './heat-order.ts';
import { groupOfRow, lowestFirst, rowHead, type Compared, type HeatCellView, type HeatLook, type HeatView } from './heat-view.ts';
import type { Labels } from './labels.ts';

/** `map`: whose rows these are. */
export function questionMapView(wave: Wave, map: HeatMap, labels: Labels, { dimension, ...look }: HeatLook & { readonly dimension: string }): HeatView {
  const order = look.order ?? asItBegins;
  const questions = questionsUnder(wave, dimension).filter((id) => wave.release.items[id]?.kind === 'scale');
  const known = new Set(questions);
  const cellOf = (at: number, id: string) => cellAt({ wave, map, labels, compared: look.compared }, at, id);
  const standing = {
    language: labels.language,
    group: (at: number) => groupOfRow(map.rows[at] as HeatRow, labels),
    index: (at: number, id: string) => (known.has(id) ? (cellOf(at, id)?.index ?? null) : undefined),
    look: (at: number) => (look.lookFirst ?? lowestFirst)(map, at),
  };
  const { rows, ...shown } = rowsShown(wave, map, look.department, { order, standing });
  return {
    compared: look.compared,
    columns: questions.map((id) => ({ id, label: labels.questionText(id) })),
    rows: rows.map(({ at, below }) => ({ ...rowHead(wave, map.rows[at] as HeatRow, look.department, labels), below, cells: questions.map((id) => cellOf(at, id)) })),
    ...shown,
    order: shown.known ? order : { ...order, sort: 'tree' },
  };
}

interface Looking {
  readonly wave: Wave;
  readonly map: HeatMap;
  readonly labels: Labels;
  readonly compared: Compared;
}

function cellAt({ wave, map, labels, compared }: Looking, at: number, id: string): HeatCellView | null {
  const subject: Subject = { kind: 'item', id };
  const row = map.rows[at] as HeatRow;
  const partition = partitionOfSubject(wave, subject);
  if (partition === null) return null;
  const group = row.department === null ? wave.groupOfAll(partition, row.group.departments) : wave.group(partition, row.department);
  const reading = row.place === null ? readFor(wave, subject, wave.root) : group && read(wave, subject, group);
  if (!reading || !rungOf(reading.moments.n).level) return null;
  const index = reading.moments.mean;
  return { n: reading.moments.n, index: rounded(index), difference: claimOf(map, at, { id, index, compared }), beyond: labels.beyond(reading.group, row.group), likely: null };
}

function claimOf(map: HeatMap, at: number, { id, index, compared }: { id: string; index: number; compared: Compared }): DifferenceView {
  const claim = map.alone.get(id)?.[at] ?? map.questions[at]?.get(id);
  return compared === 'rest' ? judgedView(claim?.rest ?? null) : movedView(claim?.change ?? null, index);
}

// Departments by the questions of one dimension. Levels only: a question is compared where its dimension moved, on the page of
// questions, and a thousand departments by eight questions would be eight thousand chances of a false alarm.
import { rungOf } from '../analysis/ladder.ts';
import { partitionOfSubject, read, readFor, type Subject } from '../analysis/readings.ts';
import type { HeatMap, HeatRow } from '../analysis/heat-map.ts';
import type { Wave } from '../analysis/wave.ts';
import { questionsUnder } from '../analysis/question-claims.ts';
import { rounded, untested } from './figures-shown.ts';
import { asItBegins, rowsShown } from './heat-order.ts';
import { groupOfRow, lowestFirst, rowHead, type HeatCellView, type HeatLook, type HeatView } from './heat-view.ts';
import type { Labels } from './labels.ts';

/** `map`: whose rows these are. */
export function questionMapView(wave: Wave, map: HeatMap, labels: Labels, { dimension, ...look }: HeatLook & { readonly dimension: string }): HeatView {
  const order = look.order ?? asItBegins;
  const questions = questionsUnder(wave, dimension).filter((id) => wave.release.items[id]?.kind === 'scale');
  const known = new Set(questions);
  const cellOf = (at: number, id: string) => cellAt(wave, { row: map.rows[at] as HeatRow, subject: { kind: 'item', id }, labels });
  const standing = {
    language: labels.language,
    group: (at: number) => groupOfRow(map.rows[at] as HeatRow, labels),
    index: (at: number, id: string) => (known.has(id) ? (cellOf(at, id)?.index ?? null) : undefined),
    look: (at: number) => (look.lookFirst ?? lowestFirst)(map, at),
  };
  const { rows, ...shown } = rowsShown(wave, map, look.department, { order, standing });
  return {
    compared: null,
    columns: questions.map((id) => ({ id, label: labels.questionText(id) })),
    rows: rows.map(({ at, below }) => ({ ...rowHead(wave, map.rows[at] as HeatRow, look.department, labels), below, cells: questions.map((id) => cellOf(at, id)) })),
    ...shown,
    order: shown.known ? order : { ...order, sort: 'tree' },
  };
}

function cellAt(wave: Wave, { row, subject, labels }: { row: HeatRow; subject: Subject; labels: Labels }): HeatCellView | null {
  const partition = partitionOfSubject(wave, subject);
  if (partition === null) return null;
  const group = row.department === null ? wave.groupOfAll(partition, row.group.departments) : wave.group(partition, row.department);
  const reading = row.place === null ? readFor(wave, subject, wave.root) : group && read(wave, subject, group);
  if (!reading || !rungOf(reading.moments.n).level) return null;
  return { n: reading.moments.n, index: rounded(reading.moments.mean), difference: untested, beyond: labels.beyond(reading.group, row.group), likely: null };
}

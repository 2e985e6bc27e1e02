// How a table of a report is put together: its columns are named once, and a row gives a cell for each of them in the same order.
import type { Cell, Column, ColumnKind, Table } from './document.ts';
import { column, numberCell, textCell, type Say } from './say.ts';

export type Given = string | number | null | Cell;

interface Sketch<Row> {
  readonly id: string;
  readonly columns: readonly (readonly [id: string, kind: ColumnKind])[];
  readonly rows: readonly Row[];
  readonly cells: (row: Row) => readonly Given[];
  readonly source: string;
}

/** Its caption stands under `report.table.<id>`. */
export function tableOf<Row>(say: Say, { id, columns, rows, cells, source }: Sketch<Row>): Table {
  return {
    kind: 'table',
    id,
    caption: say(`report.table.${id}`),
    columns: columns.map(([name, kind]): Column => column(say, name, kind)),
    rows: rows.map((row) => cells(row).map((given) => cellOf(say, given))),
    source,
  };
}

function cellOf(say: Say, given: Given): Cell {
  if (typeof given === 'string') return textCell(given);
  return given === null || typeof given === 'number' ? numberCell(say, given) : given;
}

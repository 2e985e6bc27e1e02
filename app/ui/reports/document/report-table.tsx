// A table of a report with its source; numbers stand under each other.
import type { Table } from '#app/domain/reports/document/document.ts';

const isWord = (kind: Table['columns'][number]['kind']): boolean => kind === 'text' || kind === 'day';

/** Columns that say nothing anywhere are left out: on paper there is no room for them. */
export function ReportTable({ table }: { table: Table }) {
  const shown = table.columns.map((column, at) => ({ column, at })).filter(({ at }) => at === 0 || table.rows.some((row) => row[at]?.text !== ''));
  return (
    <figure className="report-figure">
      <div className="scroll" tabIndex={0} role="group" aria-label={table.caption}>
        <table className="table">
          <caption>{table.caption}</caption>
          <thead>
            <tr>
              {shown.map(({ column }) => (
                <th key={column.id} scope="col" className={isWord(column.kind) ? undefined : 'num'} title={column.about}>
                  {column.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, line) => (
              <tr key={line}>
                {shown.map(({ column, at }) =>
                  at === 0 ? (
                    <th key={column.id} scope="row">{row[at]?.text}</th>
                  ) : (
                    <td key={column.id} className={isWord(column.kind) ? undefined : 'num'}>{row[at]?.text}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption>{table.source}</figcaption>
    </figure>
  );
}

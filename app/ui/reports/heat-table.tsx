// Departments by dimensions as a table: number and arrow in every cell, colour only where there is evidence.
import { Link } from '@remix-run/react';
import type { HeatCellView, HeatRowView, HeatView } from '#app/domain/reports/heat-view.ts';
import { useText } from '#app/ui/text.ts';
import { DifferenceMark } from './difference.tsx';
import { GroupName, namesInBrief, namesText } from './group-name.tsx';

interface Props {
  readonly heat: HeatView;
  /** Address of the page about a department. */
  readonly addressOf: (department: string) => string;
  readonly caption: string;
}

export function HeatTable({ heat, addressOf, caption }: Props) {
  const text = useText();
  return (
    <div className="scroll heat-frame" tabIndex={0} role="group" aria-label={caption}>
      <table className="heat">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text('results.heat.department')}</th>
            {heat.columns.map((column) => (
              <th key={column.id} scope="col">
                <span className="column">{column.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {heat.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" data-depth={Math.min(row.depth, 3)}>
                <RowName row={row} addressOf={addressOf} />
              </th>
              {row.cells.map((cell, column) => (
                <Cell key={heat.columns[column]?.id} cell={cell} heat={heat} whole={row.depth === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowName({ row, addressOf }: { row: HeatRowView; addressOf: Props['addressOf'] }) {
  const text = useText();
  const name = <GroupName group={row.group} />;
  return (
    <>
      {row.opens === null ? name : <Link to={addressOf(row.opens)}>{name}</Link>}
      <small className="quiet num">{text('results.n', { n: row.group.answered })}</small>
    </>
  );
}

/** `whole`: the topmost department, which has no rest to be compared with. */
function Cell({ cell, heat, whole }: { cell: HeatCellView | null; heat: HeatView; whole: boolean }) {
  const text = useText();
  if (!cell) {
    return (
      <td className="none">
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">{text('results.heat.not-asked')}</span>
      </td>
    );
  }
  const { arrow, exploratory } = cell.difference;
  const tone = arrow ? `${arrow}${exploratory ? ' hint' : ''}` : undefined;
  return (
    <td className={tone}>
      <span className="index">{cell.index}</span>
      {(!whole || cell.difference.points !== null || heat.compared !== 'rest') && <DifferenceMark difference={cell.difference} against={heat.compared === 'rest' ? 'rest' : 'change'} />}
      {cell.likely && <LikelyMark likely={cell.likely} />}
      <small className="n">{text('results.n', { n: cell.n })}</small>
      {cell.beyond.length > 0 && (
        <small className="beyond" title={text('results.with.here', { others: namesText(text, cell.beyond, 20) })}>
          {text('results.with.short', { others: namesInBrief(text, cell.beyond) })}
        </small>
      )}
    </td>
  );
}

/** Not the arrow: it is a guess beside what is proved. */
function LikelyMark({ likely }: { likely: NonNullable<HeatCellView['likely']> }) {
  const text = useText();
  const words = likely.percent === null ? text('results.heat.likely.hint') : text('results.heat.likely', { percent: likely.percent });
  return (
    <span className="likely" title={words}>
      <span aria-hidden="true">◔</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

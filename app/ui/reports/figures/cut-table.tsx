// One table by a background question: questions as rows, bands as columns, the number of answers in every cell.
import { Link } from '@remix-run/react';
import type { CutView, ShareCell } from '#app/domain/reports/cut-view.ts';
import { useText } from '#app/ui/text.ts';
import { bandText } from './band-name.ts';

interface Props {
  readonly cut: CutView;
  /** The question drawn beside the table; null where none is. */
  readonly drawn: string | null;
  /** Address of this page with a question drawn. */
  readonly addressOf: (item: string) => string;
}

export function CutTable({ cut, drawn, addressOf }: Props) {
  const text = useText();
  return (
    <div className="scroll heat-frame" tabIndex={0} role="group" aria-label={cut.label}>
      <table className="heat by-band">
        <caption className="visually-hidden">{text('results.cuts.caption', { question: cut.text })}</caption>
        <thead>
          <tr>
            <th scope="col">{text('results.questions.question')}</th>
            {cut.bands.map((band) => (
              <th key={band.labels.join()} scope="col">
                <span className="column">{bandText(text, band)}</span>
                <small className="n">{text('results.n', { n: band.answered })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cut.items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <Link to={addressOf(item.id)} preventScrollReset aria-current={item.id === drawn ? 'true' : undefined}>
                  {item.text}
                </Link>
              </th>
              {item.cells.map((cell, band) => (
                <Cell key={cut.bands[band]?.labels.join()} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: ShareCell | null }) {
  const text = useText();
  if (!cell) {
    return (
      <td className="none">
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">{text('results.heat.not-asked')}</span>
      </td>
    );
  }
  const tone = cell.points === null ? undefined : cell.points > 0 ? 'up' : 'down';
  return (
    <td className={tone}>
      <span className="index">{text('results.percent', { n: cell.percent })}</span>
      <Mark cell={cell} />
      <small className="n">{text('results.n', { n: cell.n })}</small>
    </td>
  );
}

function Mark({ cell: { points, tested } }: { cell: ShareCell }) {
  const text = useText();
  if (!tested) return null;
  if (points === null) {
    return (
      <span className="mark">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{text('results.cuts.unclear')}</span>
      </span>
    );
  }
  return (
    <span className="mark">
      <span aria-hidden="true">{points > 0 ? `▲ +${points}` : `▼ −${-points}`}</span>
      <span className="visually-hidden">{text(points > 0 ? 'results.cuts.above' : 'results.cuts.below', { points: Math.abs(points) })}</span>
    </span>
  );
}

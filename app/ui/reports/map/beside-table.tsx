// Departments beside one another: dimensions as rows, so that two numbers to compare stand in one line.
import type { BesideView } from '#app/domain/reports/beside-view.ts';
import { useText } from '#app/ui/text.ts';
import { goByKey, speakAgain } from './cell-keys.ts';
import { GroupName } from './group-name.tsx';
import { MapCell } from './map-cell.tsx';
import { ShowAll } from './map-key.tsx';

export function BesideTable({ beside, caption, day, company }: { beside: BesideView; caption: string; day: string | null; company: string }) {
  const text = useText();
  return (
    <div className="map-box">
      <div className="map-frame" tabIndex={0} role="group" aria-label={caption}>
        <table className="map beside" onKeyDown={goByKey} onFocus={speakAgain} onMouseOver={speakAgain}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text('results.levels.dimension')}</th>
              {beside.sides.map(({ id, group }) => (
                <th key={id} scope="col">
                  <GroupName group={group} />
                  <small className="quiet">{text('results.n', { n: group.answered })}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {beside.rows.map((row, at) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, side) => (
                  <MapCell key={beside.sides[side]?.id} cell={cell} compared={beside.compared} day={day} whole={beside.sides[side]?.id === company} first={at + side === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ShowAll />
    </div>
  );
}

// The map as a table: departments by dimensions or by the questions of one. Head and first column stay; every order is an address.
import { Link } from '@remix-run/react';
import type { HeatRowView, HeatView } from '#app/domain/reports/heat-view.ts';
import { queryOfMap, type MapWish } from '#app/forms/map-wish.ts';
import { useText } from '#app/ui/text.ts';
import { goByKey, speakAgain } from './cell-keys.ts';
import { GroupName } from './group-name.tsx';
import { MapCell } from './map-cell.tsx';
import { ShowAll } from './map-key.tsx';

export interface MapLinks {
  /** Address of the page about a department. */
  readonly addressOf: (department: string) => string;
  /** Address of the page of the map, and what it shows now. */
  readonly map: string;
  readonly wish: MapWish;
}

interface Props extends MapLinks {
  readonly heat: HeatView;
  readonly caption: string;
  /** The day of the survey compared with, where it is not the one before. */
  readonly day?: string | null;
}

export function HeatTable({ heat, caption, day, ...links }: Props) {
  const firstRow = heat.rows.findIndex(({ cells }) => cells.length > 0);
  return (
    <div className="map-box">
      <div className="map-frame" tabIndex={0} role="group" aria-label={caption}>
        <table className="map" onKeyDown={goByKey} onFocus={speakAgain} onMouseOver={speakAgain}>
          <caption className="visually-hidden">{caption}</caption>
          <Heads heat={heat} {...links} />
          <tbody>
            {heat.rows.map((row, at) => (
              <tr key={row.id}>
                <th scope="row" data-depth={Math.min(row.depth, 3)}>
                  <RowName row={row} {...links} />
                </th>
                {row.cells.map((cell, column) => (
                  <MapCell key={heat.columns[column]?.id} cell={cell} compared={heat.compared} day={day} whole={at === 0} first={at === firstRow && column === 0} />
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

function Heads({ heat, map, wish }: { heat: HeatView } & Pick<MapLinks, 'map' | 'wish'>) {
  const text = useText();
  const columns = [{ id: 'name', label: text('results.heat.department') }, ...heat.columns];
  return (
    <thead>
      <tr>
        {columns.map(({ id, label }) => {
          const way = heat.order.sort === id ? 'ascending' : heat.order.sort === `-${id}` ? 'descending' : undefined;
          const sort = way === 'ascending' ? `-${id}` : way === 'descending' ? 'tree' : id;
          return (
            <th key={id} scope="col" aria-sort={way}>
              <Link className="column" to={`${map}?${queryOfMap({ ...wish, sort, part: 1 })}`} preventScrollReset title={label.length > 24 ? label : undefined}>
                {label}
              </Link>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function RowName({ row, addressOf, map, wish }: { row: HeatRowView } & MapLinks) {
  const text = useText();
  const name = <GroupName group={row.group} />;
  const turned = wish.turned.includes(row.id) ? wish.turned.filter((id) => id !== row.id) : [...wish.turned, row.id];
  return (
    <span className="row-name">
      {row.opens === null ? name : <Link to={addressOf(row.opens)}>{name}</Link>}
      <small className="quiet">{text('results.n', { n: row.group.answered })}</small>
      {row.below && (
        <Link className="fold no-print" to={`${map}?${queryOfMap({ ...wish, turned, part: 1 })}`} aria-expanded={row.below.open} preventScrollReset>
          <span aria-hidden="true">{row.below.open ? '▾' : '▸'} {row.below.rows}</span>
          <span className="visually-hidden">{text(row.below.open ? 'map.fold' : 'map.unfold', { n: row.below.rows, department: row.group.names[0]?.name ?? '' })}</span>
        </Link>
      )}
    </span>
  );
}

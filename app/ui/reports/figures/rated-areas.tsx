// How important every area was rated, drawn and as a table.
import { useMemo } from 'react';
import type { RatedArea } from '#app/domain/reports/rated-view.ts';
import { LevelDots, type LevelDot } from '#app/ui/charts/level-dots.tsx';
import { useText } from '#app/ui/text.ts';
import { FigureMenu } from './figure-menu.tsx';
import { GroupName } from '../map/group-name.tsx';

export const ratedDotsOf = (rated: readonly RatedArea[]): LevelDot[] => rated.map(({ label, level: { index, interval } }) => ({ label, index, interval, worstCase: null, other: null }));

export function RatedAreas({ rated }: { readonly rated: readonly RatedArea[] }) {
  const text = useText();
  const dots = useMemo(() => ratedDotsOf(rated), [rated]);
  const names = useMemo(() => ({ index: text('results.rated.value'), interval: text('results.levels.interval'), worstCase: '', other: '' }), [text]);
  const [first, last] = [rated[0], rated.at(-1)];
  if (!first || !last) return null;
  const finding = text('results.rated.finding', { high: first.level.index, most: first.label, low: last.level.index, least: last.label });
  return (
    <LevelDots finding={finding} label={text('results.rated.label')} dots={dots} names={names} menu={rated.length > 1 && <FigureMenu chart="importance-rated" name={text('results.rated')} />}>
      <table className="table">
        <caption className="visually-hidden">{finding}</caption>
        <thead>
          <tr>
            <th scope="col">{text('results.importance.area')}</th>
            <th scope="col" className="num">{text('results.rated.value')}</th>
            <th scope="col" className="num">{text('results.levels.interval')}</th>
          </tr>
        </thead>
        <tbody>
          {rated.map(({ id, label, group, level }) => (
            <tr key={id}>
              <th scope="row">
                {label}
                <br />
                <small className="quiet">{text('results.n', { n: level.n })}</small>
                {group.with.length > 0 && <GroupName group={group} />}
              </th>
              <td className="num">{level.index}</td>
              <td className="num">
                {text('results.range', { low: level.interval[0], high: level.interval[1] })}
                {level.repeatability !== null && <small className="quiet compared">{text('figures.asked-again')}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </LevelDots>
  );
}

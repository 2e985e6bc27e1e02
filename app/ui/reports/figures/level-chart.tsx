// Where every dimension stands, drawn and as a table.
import { useMemo } from 'react';
import type { DimensionView } from '#app/domain/reports/dimension-view.ts';
import { overallDimension } from '#app/domain/reports/overall-view.ts';
import { LevelDots, type LevelDot } from '#app/ui/charts/level-dots.tsx';
import { useText } from '#app/ui/text.ts';
import type { Text } from '#app/text/text.ts';
import { ComparedWith } from './compared-with.tsx';
import { differenceText } from '#app/text/difference-text.ts';
import { FigureMenu } from './figure-menu.tsx';
import { GroupName } from '../map/group-name.tsx';

export function LevelChart({ dimensions }: { dimensions: readonly DimensionView[] }) {
  const text = useText();
  const dots = useMemo(() => levelDotsOf(dimensions), [dimensions]);
  const names = useMemo(
    () => ({ index: text('results.levels.index'), interval: text('results.levels.interval'), worstCase: text('results.levels.worst'), other: text('results.levels.before'), target: text('yardsticks.target'), outside: text('yardsticks.outside.short') }),
    [text],
  );
  // The whole is no part of itself.
  const parts = dimensions.filter(({ id }) => id !== overallDimension);
  const sorted = (parts.length > 0 ? parts : [...dimensions]).sort((a, b) => b.level.index - a.level.index);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return null;
  const values = { strongest: first.label, high: first.level.index, weakest: last.label, low: last.level.index };
  const finding = text(first === last ? 'results.levels.finding.one' : 'results.levels.finding', values);
  return (
    <LevelDots finding={finding} label={labelOf(text, dimensions)} dots={dots} names={names} menu={<FigureMenu chart="levels" name={text('results.levels')} />}>
      <LevelTable dimensions={dimensions} caption={finding} />
    </LevelDots>
  );
}

/** Targets and outside values are named where they are drawn. */
function labelOf(text: Text, dimensions: readonly DimensionView[]): string {
  const parts = [text('results.levels.label')];
  if (dimensions.some(({ target }) => target !== null)) parts.push(text('yardsticks.drawn.target'));
  if (dimensions.some(({ outside }) => outside.length > 0)) parts.push(text('yardsticks.drawn.outside'));
  return parts.join('');
}

/** The survey before is drawn where the two were compared. */
export const levelDotsOf = (dimensions: readonly DimensionView[]): LevelDot[] =>
  dimensions.map(({ label, level, change, changeOf, target, outside }) => ({
    label,
    index: level.index,
    interval: level.interval,
    worstCase: level.repeatability === null ? level.worstCase : null,
    other: change.points === null || changeOf !== null ? null : level.index - change.points,
    target,
    outside: outside[0]?.index ?? null,
  }));

function LevelTable({ dimensions, caption }: { dimensions: readonly DimensionView[]; caption: string }) {
  const text = useText();
  const range = ([low, high]: readonly [number, number]) => text('results.range', { low, high });
  const heads = ['dimension', 'index', 'favourable', 'interval', 'worst', 'change', 'rest'] as const;
  const inWords: readonly string[] = ['dimension', 'change', 'rest'];
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className={inWords.includes(head) ? undefined : 'num'}>
              {text(`results.levels.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {dimensions.map(({ id, label, level, group, favourable, change, changeOf, rest, target, best, outside }) => (
          <tr key={id}>
            <th scope="row">
              {label}
              <br />
              <small className="quiet">{text('results.n', { n: level.n })}</small>
              {group.with.length > 0 && <GroupName group={group} />}
            </th>
            <td className="num">
              {level.index}
              <ComparedWith target={target} best={best} outside={outside} />
            </td>
            <td className="num">{favourable && text('results.percent', { n: favourable.percent })}</td>
            <td className="num">
              {range(level.interval)}
              {level.repeatability !== null && <small className="quiet compared">{text('figures.asked-again')}</small>}
            </td>
            <td className="num">{level.worstCase && level.repeatability === null ? range(level.worstCase) : '–'}</td>
            <td>
              {differenceText(text, change, 'change')}
              {changeOf !== null && change.points !== null && <small className="quiet compared">{text('figures.change-of', { question: changeOf })}</small>}
            </td>
            <td>{differenceText(text, rest, 'rest')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// What people chose in a question of the company's own: a point with its interval for each option that is told, and all of them as a table.
import { useMemo } from 'react';
import { chosenChartId } from '#app/domain/reports/document/chart-ids.ts';
import type { ChosenView } from '#app/domain/reports/chosen-view.ts';
import { LevelDots, type LevelDot } from '#app/ui/charts/level-dots.tsx';
import { useText } from '#app/ui/text.ts';
import { ChosenTable } from './chosen-table.tsx';
import { FigureMenu } from './figure-menu.tsx';
import { GroupName } from '../map/group-name.tsx';

/** An option that fewer than k people chose has no figure, and no point. */
export const chosenDotsOf = ({ options }: ChosenView): LevelDot[] => options.flatMap(({ label, chosen }) => (chosen ? [{ label, index: chosen.percent, interval: chosen.interval, worstCase: null, other: null }] : []));

export function ChosenChart({ chosen, k }: { readonly chosen: ChosenView; readonly k: number }) {
  const text = useText();
  const dots = useMemo(() => chosenDotsOf(chosen), [chosen]);
  const names = useMemo(() => ({ index: text('results.chosen.share'), interval: text('results.levels.interval'), worstCase: '', other: '' }), [text]);
  const sorted = [...dots].sort((one, other) => other.index - one.index);
  const [most, least] = sorted.length < 2 ? [] : [sorted[0], sorted.at(-1)];
  return (
    <div className="stack-tight">
      <p className="quiet small">
        <GroupName group={chosen.group} /> · {text('results.n', { n: chosen.ballots })}
      </p>
      {most && least ? (
        <LevelDots
          finding={text('results.chosen.finding', { high: most.index, most: most.label, low: least.index, least: least.label })}
          label={text('results.chosen.label', { n: chosen.ballots })}
          dots={dots}
          names={names}
          menu={<FigureMenu chart={chosenChartId(chosen.id)} name={chosen.text} />}
        >
          <ChosenTable chosen={chosen} k={k} />
        </LevelDots>
      ) : (
        <div className="scroll" tabIndex={0} role="group" aria-label={chosen.text}>
          <ChosenTable chosen={chosen} k={k} />
        </div>
      )}
      <p className="quiet small">{text('results.chosen.note')}</p>
    </div>
  );
}

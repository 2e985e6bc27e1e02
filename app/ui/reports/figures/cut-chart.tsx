// One question of a table, band by band: a point with its interval, and a ring for everybody else.
import { useMemo } from 'react';
import type { CutView } from '#app/domain/reports/cut-view.ts';
import type { Text } from '#app/text/text.ts';
import { LevelDots, type LevelDot } from '#app/ui/charts/level-dots.tsx';
import { useText } from '#app/ui/text.ts';
import { backgroundChartId } from '#app/domain/reports/document/chart-ids.ts';
import { bandText } from './band-name.ts';
import { FigureMenu } from './figure-menu.tsx';

interface Props {
  readonly cut: CutView;
  readonly item: string;
}

export function CutChart({ cut, item }: Props) {
  const text = useText();
  const rows = useMemo(() => rowsOf(text, cut, item), [text, cut, item]);
  const dots = useMemo(() => bandDotsOf(rows), [rows]);
  const names = useMemo(
    () => ({ index: text('results.cuts.share'), interval: text('results.levels.interval'), worstCase: '', other: text('results.cuts.others') }),
    [text],
  );
  // One band alone says nothing about bands.
  if (rows.length < 2) return null;
  const question = cut.items.find(({ id }) => id === item)?.text ?? '';
  const finding = findingOf(text, rows);
  return (
    <LevelDots
      finding={
        <>
          {question}
          <br />
          {finding}
        </>
      }
      label={text('results.cuts.chart')}
      dots={dots}
      names={names}
      menu={item === cut.telling && <FigureMenu chart={backgroundChartId(cut.question)} name={`${cut.label}: ${question}`} />}
    >
      <table className="table">
        <caption className="visually-hidden">{`${question} ${finding}`}</caption>
        <thead>
          <tr>
            <th scope="col">{text('results.cuts.band')}</th>
            <th scope="col" className="num">{text('results.cuts.share')}</th>
            <th scope="col" className="num">{text('results.levels.interval')}</th>
            <th scope="col" className="num">{text('results.cuts.others')}</th>
            <th scope="col" className="num">{text('results.cuts.answers')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cell }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="num">{text('results.percent', { n: cell.percent })}</td>
              <td className="num">{text('results.range', { low: cell.interval[0], high: cell.interval[1] })}</td>
              <td className="num">{text('results.percent', { n: cell.others })}</td>
              <td className="num">{text('results.n', { n: cell.n })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </LevelDots>
  );
}

export type Row = ReturnType<typeof rowsOf>[number];

/** A band has no worst case: how many people are in it is known of nobody. */
export const bandDotsOf = (rows: readonly Row[]): LevelDot[] =>
  rows.map(({ label, cell }) => ({ label, index: cell.percent, interval: cell.interval, worstCase: null, other: cell.others }));

function rowsOf(text: Text, cut: CutView, item: string) {
  const cells = cut.items.find(({ id }) => id === item)?.cells ?? [];
  return cells.flatMap((cell, band) => (cell ? [{ label: bandText(text, cut.bands[band] as CutView['bands'][number]), cell }] : []));
}

function findingOf(text: Text, rows: readonly Row[]): string {
  const [most] = rows.filter(({ cell }) => cell.points !== null).sort((one, other) => Math.abs(other.cell.points ?? 0) - Math.abs(one.cell.points ?? 0));
  if (most) {
    const points = most.cell.points ?? 0;
    const values = { band: most.label, percent: most.cell.percent, points: Math.abs(points) };
    return text(points > 0 ? 'results.cuts.finding.above' : 'results.cuts.finding.below', values);
  }
  return text(rows.some(({ cell }) => cell.tested) ? 'results.cuts.finding.alike' : 'results.cuts.finding.few');
}

// Everything behind the plain words of one's own results: figures with their limits, every dimension, every survey.
import { useMemo } from 'react';
import type { OwnPage, SideView } from '#app/domain/reports/own-page.ts';
import { overallDimension } from '#app/domain/reports/overall-view.ts';
import { LevelDots, type LevelDot } from '#app/ui/charts/level-dots.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';
import { differenceText } from '#app/text/difference-text.ts';
import { FindingList } from './finding-list.tsx';
import { GroupName, namesText } from './map/group-name.tsx';
import { SummaryTiles } from './summary-tiles.tsx';
import { TrendChart } from './figures/trend-chart.tsx';

export function OwnDetails({ page }: { page: OwnPage }) {
  const text = useText();
  return (
    <div className="stack-wide">
      <Side title={text('results.own.company')} side={page.company} />
      {page.own && <Side title={text('results.own.department')} side={page.own} named />}
      {page.rows.length > 0 && (
        <Card title={page.own ? text('results.own.levels') : text('results.levels')}>
          <OwnChart page={page} />
        </Card>
      )}
      {page.trend && page.trend.points.length > 1 && (
        <Card title={text('results.trend')}>
          <p className="quiet">{text('results.trend.lead')}</p>
          <TrendChart trend={page.trend} />
        </Card>
      )}
    </div>
  );
}

function Side({ title, side, named = false }: { title: string; side: SideView; named?: boolean }) {
  return (
    <section className="stack" aria-label={title}>
      <h3>{title}</h3>
      {named && <GroupName group={side.group} />}
      <SummaryTiles participation={side.participation} overall={side.overall} />
      <FindingList findings={side.findings} />
    </section>
  );
}

/** The own department beside the company, or the company alone. */
export const ownDotsOf = (rows: OwnPage['rows']): LevelDot[] =>
  rows.map(({ label, company, own }) => {
    const { level } = own ?? company;
    return { label, index: level.index, interval: level.interval, worstCase: level.worstCase, other: own ? company.level.index : null };
  });

function OwnChart({ page }: { page: OwnPage }) {
  const text = useText();
  const { rows, own } = page;
  const dots = useMemo(() => ownDotsOf(rows), [rows]);
  const names = useMemo(
    () => ({
      index: own ? text('results.own.department') : text('results.own.company'),
      interval: text('results.levels.interval'),
      worstCase: text('results.levels.worst'),
      other: text('results.own.company'),
    }),
    [own, text],
  );
  // The whole is no part of itself.
  const parts = ownDotsOf(rows.filter(({ id }) => id !== overallDimension));
  const sorted = (parts.length > 0 ? parts : [...dots]).sort((a, b) => b.index - a.index);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return null;
  const finding = text(first === last ? 'results.levels.finding.one' : 'results.levels.finding', { strongest: first.label, high: first.index, weakest: last.label, low: last.index });
  return (
    <LevelDots finding={finding} label={text(own ? 'results.own.levels.label' : 'results.own.levels.label.company')} dots={dots} names={names}>
      <OwnTable page={page} caption={finding} />
    </LevelDots>
  );
}

function OwnTable({ page, caption }: { page: OwnPage; caption: string }) {
  const text = useText();
  const favourable = (share: { readonly percent: number } | null) => (share ? text('results.percent', { n: share.percent }) : '–');
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text('results.levels.dimension')}</th>
          <th scope="col" className="num">{text('results.own.company')}</th>
          <th scope="col" className="num">{text('results.levels.favourable')}</th>
          {page.own && <th scope="col" className="num">{text('results.own.department')}</th>}
          {page.own && <th scope="col">{text('results.levels.rest')}</th>}
        </tr>
      </thead>
      <tbody>
        {page.rows.map(({ id, label, company, own }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td className="num">
              {company.level.index} <small className="quiet">{text('results.n', { n: company.level.n })}</small>
            </td>
            <td className="num">{favourable(company.favourable)}</td>
            {page.own && (
              <td className="num">
                {own ? own.level.index : '–'} {own && <small className="quiet">{text('results.n', { n: own.level.n })}</small>}
                {own && own.group.with.length > 0 && <small className="quiet"> · {text('results.with', { others: namesText(text, own.group.with) })}</small>}
              </td>
            )}
            {page.own && <td>{own ? differenceText(text, own.rest, 'rest') : '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

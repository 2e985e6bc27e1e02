// How the company and one's own department answered, for everybody, in plain words: how we answered, my department, what matters most,
// what happens next and by when. Limits, intervals and numbers of answers are one tap away.
import { Link } from '@remix-run/react';
import { overallDimension } from '#app/domain/reports/overall-view.ts';
import type { OwnPage, SideView } from '#app/domain/reports/own-page.ts';
import type { Text } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { useText } from '#app/ui/text.ts';
import { AskedNotice } from './asked-notice.tsx';
import { FromFile } from './from-file.tsx';
import { namesText } from './map/group-name.tsx';
import { OwnDetails } from './own-details.tsx';

interface Props {
  readonly page: OwnPage;
  /** The day by which heads have to answer what clearly falls short; null for a survey of another tool. */
  readonly answersBy: string | null;
  readonly today: string;
  /** Whether HR passed on what people wrote. */
  readonly words?: boolean;
}

export function OwnResults({ page, answersBy, today, words = false }: Props) {
  const text = useText();
  const { company, own, needs, survey } = page;
  return (
    <div className="stack-wide results">
      <FromFile survey={survey} />
      <AskedNotice survey={survey} />
      <Card title={text('own.answered')}>
        <Said lines={linesOf(text, page, 'company')} />
      </Card>
      <Card title={text('results.own.department')}>{own ? <Said lines={[...whoText(text, own, survey.k), ...linesOf(text, page, 'own')]} /> : <p>{text(page.notAsked ? 'audience.own.not-asked' : 'results.own.none')}</p>}</Card>
      {needs.length > 0 && (
        <Card title={text('results.own.needs')}>
          <ol className="needs">
            {needs.map((need) => (
              <li key={need.label}>
                {need.label} <span className="quiet num">{text('results.percent', { n: need.percent })}</span>
              </li>
            ))}
          </ol>
        </Card>
      )}
      <Card title={text('own.next')}>
        {answersBy !== null && <p>{text(answersBy < today ? 'own.next.was' : 'own.next.by', { day: text.day(answersBy) })}</p>}
        <p>
          <Link to="/feed">{text('results.own.next.link')}</Link>
        </p>
      </Card>
      {(company.overall || page.rows.length > 0) && (
        <Disclosure summary={text('own.details')}>
          <OwnDetails page={page} />
        </Disclosure>
      )}
      {words && (
        <p>
          <Link to={`/results/${survey.id}/comments`}>{text('words.read')}</Link>
        </p>
      )}
      <p>
        <Link to={`/results/${survey.id}/method`}>{text('results.nav.method')}</Link>
      </p>
    </div>
  );
}

function Said({ lines }: { lines: readonly string[] }) {
  return (
    <div className="stack-tight">
      {lines.map((line, at) => (
        <p key={line} className={at === 0 ? 'strong' : undefined}>
          {line}
        </p>
      ))}
    </div>
  );
}

function whoText(text: Text, { group }: SideView, k: number): string[] {
  const name = namesText(text, group.names);
  return group.with.length === 0 ? [name] : [text('own.counted', { department: name, others: namesText(text, group.with), k })];
}

/** How it stands, what changed for sure, where it is highest and lowest, how many answered. */
function linesOf(text: Text, { company, own, rows }: OwnPage, whose: 'company' | 'own'): string[] {
  const side = whose === 'own' ? (own ?? company) : company;
  const { overall, participation } = side;
  const lines: string[] = [];
  if (overall) lines.push(text('own.overall', { index: overall.level.index, percent: overall.favourable.percent }));
  if (overall && overall.change.arrow && overall.change.points !== null) lines.push(text(`own.change.${overall.change.arrow}`, { points: Math.abs(overall.change.points) }));
  else if (overall && overall.change.points !== null) lines.push(text('own.change.unclear'));
  // The whole is no part of itself.
  const standings = rows.flatMap(({ id, label, [whose]: figure }) => (figure && id !== overallDimension ? [{ label, index: figure.level.index }] : []));
  lines.push(...spanText(text, standings));
  const { answered, invited } = participation;
  lines.push(invited === null ? text('own.people.some', { answered: text.number(answered) }) : text('own.people', { answered: text.number(answered), invited: text.number(invited) }));
  return lines;
}

/** Where all stand alike there is no highest and no lowest. */
function spanText(text: Text, standings: readonly { readonly label: string; readonly index: number }[]): string[] {
  const sorted = [...standings].sort((one, other) => other.index - one.index);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  if (first === last) return [text('own.span.one', { label: first.label, index: first.index })];
  return [first.index === last.index ? text('own.span.alike', { index: first.index }) : text('own.span', { strongest: first.label, high: first.index, weakest: last.label, low: last.index })];
}

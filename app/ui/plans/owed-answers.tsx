// Answers that are owed: told to those to whom they are owed, with who owes them and since when, and to those who owe them.
import { Link } from '@remix-run/react';
import { daysBetween } from '#app/domain/kernel/day.ts';
import type { OwedAnswer, OwedPage } from '#app/domain/plans/owed-page.ts';
import { Badge } from '../controls/badge.tsx';
import { Card } from '../controls/card.tsx';
import { useText } from '../text.ts';

const keyOf = (one: OwedAnswer) => `${one.departmentId} ${one.dimensionId} ${one.issueId ?? ''}`;

export function OwedToReader({ owed: { toReader, today } }: { owed: OwedPage }) {
  const text = useText();
  if (toReader.length === 0) return null;
  return (
    <Card title={text('owed.title')}>
      <ul className="list">
        {toReader.map((one) => {
          const about = { dimension: one.dimension, department: one.departmentName, name: one.by ?? text('owed.nobody'), day: text.day(one.due) };
          return <li key={keyOf(one)}>{one.due < today ? text('owed.late', { ...about, n: daysBetween(one.due, today) }) : text('owed.due', about)}</li>;
        })}
      </ul>
      <p className="small quiet">{text('owed.how')}</p>
    </Card>
  );
}

const questionOf = (one: OwedAnswer) => new URLSearchParams({ department: one.departmentId, dimension: one.dimensionId, ...(one.issueId !== null && { issue: one.issueId }) }).toString();

export function OwedByReader({ owed: { byReader, today } }: { owed: OwedPage }) {
  const text = useText();
  if (byReader.length === 0) return null;
  return (
    <Card title={text('owed.yours')} tone="accent">
      <ul className="list">
        {byReader.map((one) => {
          const late = one.due < today;
          const about = { dimension: one.dimension, department: one.departmentName, day: text.day(one.due) };
          return (
            <li key={keyOf(one)} className="row apart">
              <div className="stack-tight">
              <Badge tone={late ? 'late' : 'wait'} icon="calendar">
                {late ? text('owed.yours.late', { ...about, n: daysBetween(one.due, today) }) : text('owed.yours.due', about)}
              </Badge>
              {one.from !== null && <span className="small quiet">{text('plans.unanswered.from', { department: one.from })}</span>}
              </div>
              <div className="row">
                <Link className="button small primary" to={`/plans/new?${questionOf(one)}`} aria-label={text('team.plan.of', { dimension: one.dimension })}>
                  {text('team.plan')}
                </Link>
                <Link className="button small" to={`/plans/answer?${questionOf(one)}`} aria-label={text('team.why-not.of', { dimension: one.dimension })}>
                  {text('team.why-not')}
                </Link>
              </div>
            </li>
          );
        })}
      </ul>
      <p className="small quiet">{text('owed.yours.how')}</p>
    </Card>
  );
}

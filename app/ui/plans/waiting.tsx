// Issues that wait for an answer of the reader: handed over from below, or opened again.
import { Link } from '@remix-run/react';
import type { Day } from '#app/domain/kernel/day.ts';
import type { WaitingIssue } from '#app/domain/plans/plan-list.ts';
import { Badge } from '../controls/badge.tsx';
import { Card } from '../controls/card.tsx';
import { useText } from '../text.ts';

export function Waiting({ issues, today }: { issues: readonly WaitingIssue[]; today: Day }) {
  const text = useText();
  if (issues.length === 0) return null;
  return (
    <Card title={text('plans.unanswered')}>
      <ul className="list">
        {issues.map((issue) => {
          const query = new URLSearchParams({ department: issue.departmentId, dimension: issue.dimensionId, issue: issue.issueId });
          return (
            <li key={issue.issueId} className="row apart">
              <div>
                <p className="strong">{text('plan.of', { dimension: issue.dimension, department: issue.departmentName })}</p>
                <p className="small quiet">
                  {issue.figure && `${text('team.index', { index: issue.figure.index })} · ${text('team.n', { n: issue.figure.n })}`}
                  {issue.handedOn && ` · ${text('plan.hand.done', { day: text.day(issue.handedOn) })}`}
                  {issue.from && ` · ${text('plans.unanswered.from', { department: issue.from })}`}
                </p>
                <Badge tone={issue.answerBy < today ? 'late' : 'wait'} icon="calendar">
                  {text('plans.unanswered.by', { day: text.day(issue.answerBy) })}
                </Badge>
              </div>
              <div className="row">
                <Link className="button small primary" to={`/plans/new?${query}`} aria-label={text('team.plan.of', { dimension: issue.dimension })}>
                  {text('team.plan')}
                </Link>
                <Link className="button small" to={`/plans/answer?${query}`} aria-label={text('team.why-not.of', { dimension: issue.dimension })}>
                  {text('team.why-not')}
                </Link>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

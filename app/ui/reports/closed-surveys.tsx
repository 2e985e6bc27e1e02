import { Link } from '@remix-run/react';
import type { ClosedSurvey } from '#app/domain/reports/survey-list.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { AskedMark } from '#app/ui/surveys/asking/asked-mark.tsx';
import { useText } from '#app/ui/text.ts';

/** Closed surveys as rows; `full` for those who may read everything. */
export function ClosedSurveys({ surveys, full }: { surveys: readonly (ClosedSurvey & { readonly weeks?: number | null })[]; full: boolean }) {
  const text = useText();
  return (
    <ul className="closed-surveys">
      {surveys.map((survey) => (
        <li key={survey.id} className={survey.weeks ? 'card aged' : 'card'}>
          <div>
            <h2>
              <Link to={`/results/${survey.id}${full ? '/full' : ''}`}>{survey.title}</Link>
            </h2>
            <p className="quiet">
              {text('results.closed-on', { day: text.day(survey.closed) })} {survey.past && <Badge>{text('past.badge')}</Badge>} {survey.weeks && <Badge tone="wait">{text('results.old.short', { weeks: survey.weeks })}</Badge>}
            </p>
            {survey.asked && <AskedMark asked={survey.asked} />}
          </div>
          <dl className="num">
            {survey.index !== null && (
              <div>
                <dt>{text('results.overall')}</dt>
                <dd>{survey.index}</dd>
              </div>
            )}
            <div>
              <dt>{text('results.participation')}</dt>
              <dd>{survey.percent === null ? text.number(survey.answered) : text('results.percent', { n: survey.percent })}</dd>
            </div>
          </dl>
          {full && (
            <Link className="small" to={`/results/${survey.id}`}>
              {text('results.list.own')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

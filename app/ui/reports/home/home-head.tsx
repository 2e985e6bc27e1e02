// For a head: what the own people need most, whether it was answered, and a sentence ready to be told to them.
import { Link } from '@remix-run/react';
import { useState } from 'react';
import type { Day } from '#app/domain/kernel/day.ts';
import type { NeedView } from '#app/domain/reports/own-page.ts';
import type { Text } from '#app/text/text.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { useText } from '#app/ui/text.ts';

interface Results {
  readonly survey: { readonly id: string; readonly title: string; readonly closed: string };
  readonly age: { readonly weeks: number } | null;
  readonly answered: number;
  readonly with: readonly string[];
  readonly needs: readonly NeedView[];
  readonly short: { readonly id: string; readonly label: string; readonly index: number; readonly n: number } | null;
  readonly answer: { readonly planId: string; readonly title: string } | 'other' | null;
  readonly due: Day | null;
  readonly report: boolean;
}

interface Led {
  readonly department: { readonly id: string; readonly name: string };
  readonly results: Results | null;
}

interface Props {
  readonly head: Led & { readonly others: readonly Led[]; readonly more: number };
  readonly today: Day;
}

/** The sentence says what the page says, and nothing that is not in the release. */
function tellText(text: Text, results: Results, today: Day): string {
  const { survey, answered, short, answer, due } = results;
  const who = results.with.length > 0 ? text('homes.head.tell.us-with', { others: text.list(results.with) }) : text('homes.head.tell.us');
  const common = { answered, who, survey: survey.title };
  if (!short) return text('homes.head.tell.nothing', common);
  const about = { ...common, dimension: short.label, index: short.index };
  if (answer === 'other') return text('homes.head.tell.other', about);
  if (answer) return text('homes.head.tell.planned', { ...about, title: answer.title });
  if (due === null) return text('homes.head.tell.open', about);
  return text(due < today ? 'homes.head.tell.late' : 'homes.head.tell.asked', { ...about, day: text.day(due) });
}

function Telling({ sentence }: { sentence: string }) {
  const text = useText();
  const [copied, setCopied] = useState('');
  const copy = () => void navigator.clipboard?.writeText(sentence).then(() => setCopied(sentence));
  return (
    <div className="telling">
      <h3>{text('homes.head.tell')}</h3>
      <blockquote>{sentence}</blockquote>
      <button type="button" className="button small no-print" onClick={copy}>
        <span role="status">{text(copied === sentence ? 'sealed.copied' : 'sealed.copy')}</span>
      </button>
    </div>
  );
}

function Short({ results, department, today }: { results: Results; department: { readonly id: string; readonly name: string }; today: Day }) {
  const text = useText();
  const { short, answer, due } = results;
  if (!short) return <p>{text('homes.head.none', { department: department.name })}</p>;
  const late = due !== null && due < today;
  const query = new URLSearchParams({ department: department.id, dimension: short.id });
  return (
    <>
      <div className="row apart">
        <p className="strong">{text('homes.head.short', { dimension: short.label, index: short.index, n: short.n })}</p>
        {results.age && <Badge tone="wait">{text('results.old.short', { weeks: results.age.weeks })}</Badge>}
        {due !== null && answer === null && (
          <Badge tone={late ? 'late' : 'wait'} icon="calendar">
            {text(late ? 'homes.head.was' : 'homes.head.asks', { day: text.day(due) })}
          </Badge>
        )}
      </div>
      {answer === null && (
        <div className="row no-print">
          <Link className="button small primary" to={`/plans/new?${query}`} aria-label={text('team.plan.of', { dimension: short.label })}>
            {text('team.plan')}
          </Link>
          <Link className="button small" to={`/plans/answer?${query}`} aria-label={text('team.why-not.of', { dimension: short.label })}>
            {text('team.why-not')}
          </Link>
        </div>
      )}
      {answer !== null && answer !== 'other' && (
        <p>
          <Link to={`/plans/${answer.planId}`}>{text('homes.head.plan', { title: answer.title })}</Link>
        </p>
      )}
    </>
  );
}

/** A card for each department: none of them hides behind the first. */
export function HomeHead({ head: { others, more, ...first }, today }: Props) {
  const text = useText();
  return (
    <>
      {[first, ...others].map((one) => (
        <OfDepartment key={one.department.id} {...one} today={today} />
      ))}
      {more > 0 && (
        <p>
          <Link to="/team">{text('homes.head.more', { n: more })}</Link>
        </p>
      )}
    </>
  );
}

function OfDepartment({ department, results, today }: Led & Pick<Props, 'today'>) {
  const text = useText();
  return (
    <Card title={text('homes.head', { department: department.name })}>
      {!results && <p className="quiet">{text('homes.head.no-results')}</p>}
      {results && (
        <>
          <p className="small quiet">{text('team.results.title', { survey: results.survey.title, day: text.day(results.survey.closed) })}</p>
          <Short results={results} department={department} today={today} />
          {results.with.length > 0 && <p className="small quiet">{text('homes.head.with', { others: text.list(results.with) })}</p>}
          {results.needs.length > 0 && (
            <div className="stack-tight">
              <h3>{text('homes.head.needs')}</h3>
              <ol className="needs">
                {results.needs.map((need) => (
                  <li key={need.label}>
                    {need.label} <span className="quiet num">{text('results.percent', { n: need.percent })}</span>
                  </li>
                ))}
              </ol>
            </div>
          )}
          <Telling sentence={tellText(text, results, today)} />
        </>
      )}
      {results?.report && (
        <p>
          <Link to={`/results/${results.survey.id}/report?${new URLSearchParams({ department: department.id })}`}>{text('homes.head.report', { department: department.name })}</Link>
        </p>
      )}
      <p>
        <Link to={`/team?department=${department.id}`}>{text('homes.head.team', { department: department.name })}</Link>
      </p>
    </Card>
  );
}

// Strengths and short planks of a department. A short plank asks for an answer: two clicks make a plan of it.
import { Link } from '@remix-run/react';
import type { Day } from '#app/domain/kernel/day.ts';
import type { AnsweredState } from '#app/domain/plans/issue.ts';
import type { PlankView } from '#app/domain/reports/department-page.ts';
import { Badge } from '../controls/badge.tsx';
import { Card } from '../controls/card.tsx';
import { Icon } from '../controls/icon.tsx';
import { differenceText } from '#app/text/difference-text.ts';
import { namesText } from '#app/ui/reports/map/group-name.tsx';
import { useText } from '../text.ts';
import { ScoreBar } from './score-bar.tsx';

/** `with` is said only where it is not that of the whole department. */
function PlankWords({ plank, usual, short = false }: { plank: PlankView; usual: string; short?: boolean }) {
  const text = useText();
  const { label, level, group, rest, change, flagged, standing, target, question, company, reasons } = plank;
  const [low, high] = level.interval;
  const others = group.with.length > 0 ? namesText(text, group.with) : '';
  return (
    <>
      <div className="row apart">
        <h3>{label}</h3>
        <p className="num">
          <strong>{text('team.index', { index: level.index })}</strong> <span className="small quiet">{text('team.n', { n: level.n })}</span>
        </p>
      </div>
      <ScoreBar index={level.index} low={low} high={high} />
      <p className="small quiet">
        {low !== high && text('team.range', { low, high })}
        {others !== '' && others !== usual && ` · ${text('team.plank.with', { others })}`}
      </p>
      {(standing === 'below-target' || standing === 'above-target') && <p className="small">{text(`team.${standing}`, { target })}</p>}
      {(rest.arrow || change.arrow) && (
        <p className="small">{[rest.arrow && differenceText(text, rest, 'rest'), change.arrow && differenceText(text, change, 'change')].filter(Boolean).join(' · ')}</p>
      )}
      {(question || company !== null) && (
        <p className="small quiet">
          {[question && text('results.priorities.question', { question: question.text, index: question.index }), company !== null && text('results.priorities.company', { index: company })].filter(Boolean).join(' · ')}
        </p>
      )}
      {short && flagged && (
        <p className="small flagged">
          <Icon name="warning" />
          {text('team.flagged')}
        </p>
      )}
      {short && reasons.length > 0 && <p className="small">{text('team.reasons', { reasons: text.list(reasons.map(({ label: reason, people }) => text('team.reason', { reason, n: people }))) })}</p>}
    </>
  );
}

interface Props {
  readonly planks: readonly PlankView[];
  readonly usual: string;
}

export function Strengths({ planks, usual }: Props) {
  const text = useText();
  return (
    <Card title={text('team.strengths')}>
      {planks.length === 0 && <p>{text('team.strengths.none')}</p>}
      <ul className="planks bare">
        {planks.map((plank) => (
          <li key={plank.id}>
            <PlankWords plank={plank} usual={usual} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Neither short nor good: this is how it stands. `alone`: there is nothing else on the page. */
function leadOf(planks: readonly PlankView[], alone: boolean): 'team.others.below' | 'team.others.none-stands-out' | 'team.others.lead' {
  if (planks.some(({ standing }) => standing === 'below-target')) return 'team.others.below';
  return alone ? 'team.others.none-stands-out' : 'team.others.lead';
}

export function OtherPlanks({ planks, usual, alone }: Props & { readonly alone: boolean }) {
  const text = useText();
  if (planks.length === 0) return null;
  return (
    <Card title={text('team.others')}>
      <p className="small quiet">{text(leadOf(planks, alone))}</p>
      <ul className="planks bare">
        {planks.map((plank) => (
          <li key={plank.id}>
            <PlankWords plank={plank} usual={usual} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface ShortProps extends Props {
  readonly departmentId: string;
  readonly answers: Readonly<Record<string, { readonly state: AnsweredState; readonly planId: string | null; readonly issueId: string | null }>>;
  readonly answerBy: Day;
  readonly today: Day;
}

export function ShortPlanks({ planks, usual, departmentId, answers, answerBy, today }: ShortProps) {
  const text = useText();
  return (
    <Card title={text('team.short')}>
      {planks.length === 0 && <p>{text('team.short.none')}</p>}
      {planks.some(({ asks }) => asks) && (
        <p className="small quiet">
          <Badge tone="wait">{text('team.asks')}</Badge> {text(answerBy < today ? 'team.short.by.was' : 'team.short.by', { day: text.day(answerBy) })}
        </p>
      )}
      <ul className="planks short bare">
        {planks.map((plank) => (
          <li key={plank.id}>
            {plank.asks && <Badge tone="wait">{text('team.asks')}</Badge>}
            <PlankWords plank={plank} usual={usual} short />
            <PlankAnswer plank={plank} departmentId={departmentId} answer={answers[plank.id]} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PlankAnswer({ plank, departmentId, answer }: { plank: PlankView; departmentId: string; answer: ShortProps['answers'][string] | undefined }) {
  const text = useText();
  const dimension = plank.label;
  if (answer?.planId) {
    return (
      <div className="row">
        <Badge tone="good" icon="check">
          {text('team.answered.planned')}
        </Badge>
        <Link to={`/plans/${answer.planId}`} aria-label={text('team.planned.of', { dimension })}>
          {text('team.planned')}
        </Link>
      </div>
    );
  }
  if (answer) {
    return (
      <div className="row">
        <Badge icon="check">{text(`team.answered.${answer.state}`)}</Badge>
        {answer.issueId && (answer.state === 'declined' || answer.state === 'forwarded') && (
          <Link to={`/plans/answers/${answer.issueId}`} aria-label={text('plan.amend.read.of', { dimension })}>
            {text('plan.amend.read')}
          </Link>
        )}
      </div>
    );
  }
  const query = new URLSearchParams({ department: departmentId, dimension: plank.id });
  return (
    <div className="row no-print">
      <Link className="button primary" to={`/plans/new?${query}`} aria-label={text('team.plan.of', { dimension })}>
        {text('team.plan')}
      </Link>
      <Link className="button plain" to={`/plans/answer?${query}`} aria-label={text('team.why-not.of', { dimension })}>
        {text('team.why-not')}
      </Link>
    </div>
  );
}

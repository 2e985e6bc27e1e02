// The page of a plan, in the order in which it is read on a phone: what you said, what we do, how far it is, what is in the way.
import type { Day } from '#app/domain/kernel/day.ts';
import { isClosed, isUnderWay, type ActionPlan } from '#app/domain/plans/action-plan.ts';
import { isUnresolved } from '#app/domain/plans/blocker.ts';
import type { Issue } from '#app/domain/plans/issue.ts';
import type { ProgressNote } from '#app/domain/plans/progress-note.ts';
import { statusOfPromise } from '#app/domain/plans/promised.ts';
import { isOpen } from '#app/domain/plans/step.ts';
import { Card } from '../controls/card.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { Notice } from '../controls/notice.tsx';
import type { Reply } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import { AgreeingCard, type Agreeing } from './agreeing.tsx';
import { BlockerList, RaiseForm } from './blockers.tsx';
import { Diary } from './diary.tsx';
import { EffectText } from './effect-text.tsx';
import { ClosingCard, GivingUp } from './ending.tsx';
import { EvidenceText } from './evidence-text.tsx';
import { MeasureList } from './measure-list.tsx';
import { AddStepForm, NoteForm } from './progress-forms.tsx';
import { StepList } from './step-list.tsx';
import { TurnButton } from './turn-button.tsx';

export interface PlanView extends Omit<Agreeing, 'hr'> {
  readonly issue: Issue;
  readonly notes: readonly ProgressNote[];
  readonly versions: readonly ActionPlan[];
  readonly words: { readonly dimension: string; readonly measures: Readonly<Record<string, string>>; readonly counted: Readonly<Record<string, string>> };
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly reviewableFrom: Day | null;
  readonly requests: { readonly note: string; readonly step: string; readonly blocker: string };
  readonly names: Readonly<Record<string, string>>;
  readonly me: { readonly personId: string; readonly leads: boolean; readonly hr: boolean; readonly takesPart: boolean };
}

interface Props {
  readonly view: PlanView;
  readonly reply: Reply | undefined;
}

/** What a form of the page gets back: nothing, unless it was that form. */
const replyTo = (reply: Reply | undefined, intent: string) => (reply?.values['intent'] === intent ? reply : undefined);

/** A form begins anew once it was sent, and only then: a tap elsewhere on the page must not lose what is being typed. */
const lastNoteOf = ({ notes, me }: PlanView) => notes.find((note) => note.event === 'note' && note.authorId === me.personId)?.id ?? '';

export function PlanBody({ view, reply }: Props) {
  const text = useText();
  const { plan, issue, words } = view;
  const general = reply?.errors[''];
  return (
    <div className="plan-page">
      <div className="stack-wide">
        {general && (
          <Notice tone="danger" live>
            {text.code('error', general, reply?.details)}
          </Notice>
        )}
        <Turning view={view} reply={reply} />
        <Working view={view} reply={reply} />
        <Obstacles view={view} reply={reply} />
        <Card title={text('plan.history')}>
          {view.me.takesPart && !isClosed(plan) && <NoteForm key={lastNoteOf(view)} request={view.requests.note} reply={replyTo(reply, 'note')} />}
          <Diary notes={view.notes} names={view.names} />
        </Card>
      </div>
      <div className="stack-wide">
        <Card title={text('plan.said')}>
          <EvidenceText evidence={issue.evidence} dimension={words.dimension} goal={plan.target?.index} />
          {issue.cause && (
            <p>
              {text('plan.cause')}
              {text('punctuation.colon')}
              {text(`plan.cause.${issue.cause}`)}
            </p>
          )}
        </Card>
        <Card title={text(isUnderWay(plan) || plan.days.implemented === null ? 'plan.do' : 'plan.did')}>
          <MeasureList measures={plan.measures} titles={words.measures} counted={words.counted} counting={view.me.leads && isUnderWay(plan) ? { reply: replyTo(reply, 'count') } : null} />
          <Promises view={view} />
          <Goal view={view} />
        </Card>
        <More view={view} reply={reply} />
      </div>
    </div>
  );
}

/** The one thing that can be decided now, at the top. */
function Turning({ view, reply }: Props) {
  const text = useText();
  const { plan, me, reviewableFrom } = view;
  if (plan.cancelled) return <Notice tone="warn">{text('plan.cancelled', { reason: plan.cancelled.reason })}</Notice>;
  if ((plan.state === 'draft' || plan.state === 'consulted') && me.leads) return <AgreeingCard {...view} hr={me.hr} />;
  if (plan.state === 'in-progress' && me.leads && plan.steps.length > 0 && !plan.steps.some(isOpen)) {
    return (
      <Card title={text('plan.finish')} tone="accent">
        <p>{text('plan.finish.lead')}</p>
        <div>
          <TurnButton intent="finish">{text('plan.finish')}</TurnButton>
        </div>
      </Card>
    );
  }
  if ((plan.state === 'implemented' || plan.state === 'monitoring') && plan.days.implemented && reviewableFrom) {
    return <Notice>{text('plan.waiting', { day: text.day(plan.days.implemented), from: text.day(reviewableFrom) })}</Notice>;
  }
  return <Results view={view} reply={reply} />;
}

function Results({ view, reply }: Props) {
  const text = useText();
  const { plan, me } = view;
  if (!plan.review) return null;
  return (
    <>
      <Card title={text('plan.result')}>
        {plan.result && <p className="said">{plan.result.text}</p>}
        {plan.result?.next && <p>{text('feed.result.next', { next: plan.result.next })}</p>}
        <EffectText review={plan.review} />
      </Card>
      {plan.state === 'reviewed' && me.hr && <ClosingCard verdict={plan.review.verdict} reply={replyTo(reply, 'close')} />}
      {plan.state === 'reviewed' && me.leads && (
        <div className="row">
          {!me.hr && <span className="quiet">{text('plan.close.waits')}</span>}
          <TurnButton intent="replan" className="button">
            {text('plan.replan')}
          </TurnButton>
        </div>
      )}
    </>
  );
}

function Working({ view, reply }: Props) {
  const text = useText();
  const { plan, me, names, today, people, requests } = view;
  const canAdd = me.leads && (isUnderWay(plan) || plan.state === 'draft' || plan.state === 'consulted');
  return (
    <Card title={text('plan.steps')}>
      <StepList planId={plan.id} steps={plan.steps} names={names} today={today} moving={isUnderWay(plan)} mayWorkOn={(step) => !isClosed(plan) && (me.leads || step.ownerId === me.personId)} />
      {canAdd && <AddStepForm key={plan.steps.length} request={requests.step} reply={replyTo(reply, 'add-step')} people={people} me={me.personId} today={today} />}
    </Card>
  );
}

function Obstacles({ view, reply }: Props) {
  const text = useText();
  const { plan, me, names, today, requests } = view;
  const open = plan.blockers.some(isUnresolved);
  if (!open && !(me.takesPart && isUnderWay(plan))) return null;
  return (
    <Card title={text('plan.blockers')}>
      {open && <BlockerList blockers={plan.blockers} names={names} today={today} resolving={me.takesPart ? { reply: replyTo(reply, 'unblock') } : null} />}
      {me.takesPart && isUnderWay(plan) && <RaiseForm key={plan.blockers.length} request={requests.blocker} reply={replyTo(reply, 'block')} />}
    </Card>
  );
}

function Promises({ view: { plan, today } }: Pick<Props, 'view'>) {
  const text = useText();
  if (plan.promises.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3>{text('plan.promises')}</h3>
      {plan.promises.map((one) => (
        <p key={one.id}>
          {one.text} <span className="small quiet">{text(`plan.promise.${statusOfPromise(one, today)}`, { day: text.day(one.due) })}</span>
        </p>
      ))}
    </div>
  );
}

function Goal({ view: { plan, issue } }: Pick<Props, 'view'>) {
  const text = useText();
  const { index, n, smallestChange } = issue.evidence;
  if (!plan.target) return <p className="quiet">{text('plan.goal.none')}</p>;
  return (
    <div className="stack-tight">
      <h3>{text('plan.goal')}</h3>
      <p>{text('plan.goal.text', { from: Math.round(index), to: plan.target.index, day: text.day(plan.target.by) })}</p>
      {plan.target.index - index < smallestChange && <p className="small quiet">{text('plan.goal.chance', { n, points: smallestChange })}</p>}
    </div>
  );
}

function More({ view, reply }: Props) {
  const text = useText();
  const { plan, me, versions } = view;
  return (
    <div className="stack-tight no-print">
      {isUnderWay(plan) && me.leads && (
        <p>
          <a href={`/plans/${plan.id}/edit`}>{text('plan.edit')}</a> <span className="small quiet">{text('plan.edit.again')}</span>
        </p>
      )}
      {versions.length > 0 && (
        <Disclosure summary={text('plan.versions')}>
          <ul className="list">
            {versions.map((one) => (
              <li key={one.version}>
                <p className="strong">{text('plan.version', { n: one.version })}</p>
                <p>{one.title}</p>
                {one.target && <p className="small quiet">{text('plan.goal.index', { to: one.target.index, day: text.day(one.target.by) })}</p>}
                <ul className="small">
                  {one.steps.map((step) => (
                    <li key={step.id}>
                      {step.title} · {text.day(step.due)}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {!isClosed(plan) && (me.hr || (plan.state === 'draft' && me.leads)) && <GivingUp reply={replyTo(reply, 'cancel')} />}
    </div>
  );
}

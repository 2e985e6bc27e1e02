// The page of a plan, in the order in which it is read on a phone: what you said, what we do, how far it is, what is in the way.
import { isClosed, isUnderWay } from '#app/domain/plans/action-plan.ts';
import { isUnresolved } from '#app/domain/plans/blocker.ts';
import type { Deed } from '#app/domain/plans/deed.ts';
import type { PlanPage } from '#app/domain/plans/plan-page.ts';
import { wasAgreed } from '#app/domain/plans/promise-changes.ts';
import { isAwaited, statusOfPromise } from '#app/domain/plans/promised.ts';
import { saidOf } from '#app/text/form-reply.ts';
import { Card } from '../controls/card.tsx';
import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';
import { BlockerList, ReportForm } from './blockers.tsx';
import { Diary } from './diary.tsx';
import { Done } from './done.tsx';
import { ChosenCard, NoticedText } from './heard.tsx';
import { MeasureList } from './measure-list.tsx';
import { More } from './plan-more.tsx';
import { Objections } from './objections.tsx';
import { replyTo, type PlanPart } from './plan-view.ts';
import { PromiseLine } from './promise-parts.tsx';
import { AddStepForm, NoteForm } from './progress-forms.tsx';
import { SourceText } from './source-text.tsx';
import { SupportsShown } from './supports.tsx';
import { StepList } from './step-list.tsx';
import { Turning } from './turning.tsx';
import { whole } from '#app/domain/kernel/rounding.ts';

/** Said above the page: it concerns all of it. */
const aboutThePlan: readonly Deed[] = ['drafted', 'agreed', 'not-yet', 'edited', 'close', 'give-up', 'show-draft', 'commit', 'finish', 'begin-anew', 'promise'];

/** A form begins anew once it was sent, and only then: a tap elsewhere on the page must not lose what is being typed. */
const lastNoteOf = ({ notes, me }: PlanPage) => notes.find((note) => note.event === 'note' && note.authorId === me.personId)?.id ?? '';

export function PlanBody({ view, reply, did }: PlanPart) {
  const text = useText();
  const { plan, issue, words } = view;
  const general = reply?.errors[''];
  return (
    <div className="plan-page">
      <div className="stack-wide">
        {general && (
          <Notice tone="danger" live>
            {saidOf(text, reply, '')}
          </Notice>
        )}
        <Done did={did} here={aboutThePlan} />
        <Turning view={view} reply={reply} did={did} />
        <Objections view={view} reply={reply} did={did} />
        <Working view={view} reply={reply} did={did} />
        <Obstacles view={view} reply={reply} did={did} />
        <Card title={text('plan.history')}>
          <Done did={did} here={['write-note']} />
          {view.me.takesPart && !isClosed(plan) && <NoteForm key={lastNoteOf(view)} request={view.requests.note} reply={replyTo(reply, 'write-note')} />}
          <Diary notes={view.notes} names={view.names} />
        </Card>
      </div>
      <div className="stack-wide">
        <Card title={text('plan.said')}>
          <SourceText issue={issue} dimension={words.dimension} goal={plan.target?.index ?? undefined} />
          <SupportsShown {...view.rests} />
          {issue.cause && (
            <p>
              {text('plan.cause')}
              {text('punctuation.colon')}
              {text(`plan.cause.${issue.cause}`)}
            </p>
          )}
        </Card>
        <Card title={text(isUnderWay(plan) || plan.days.implemented === null ? 'plan.do' : 'plan.did')}>
          <Done did={did} here={['count-leading']} />
          <MeasureList measures={plan.measures} titles={words.measures} counted={words.counted} counting={view.me.leads && isUnderWay(plan) ? { reply: replyTo(reply, 'count-leading') } : null} />
          <Promises view={view} />
          <Goal view={view} />
          {view.partners.length > 0 && <p className="small quiet">{text('plan.form.with', { departments: view.partners.join(' · ') })}</p>}
        </Card>
        {view.heard.chosen && <ChosenCard chosen={view.heard.chosen} />}
        {view.heard.noticed && !plan.review && (
          <Card title={text('plan.noticed.title')}>
            <NoticedText noticed={view.heard.noticed} />
          </Card>
        )}
        <More view={view} reply={reply} did={did} />
      </div>
    </div>
  );
}

function Working({ view, reply, did }: PlanPart) {
  const text = useText();
  const { plan, me, names, today, people, requests } = view;
  const canAdd = me.leads && (isUnderWay(plan) || plan.state === 'draft' || plan.state === 'consulted');
  return (
    <Card title={text('plan.steps')}>
      <Done did={did} here={['set-step-status', 'add-step', 'moved']} />
      <StepList planId={plan.id} steps={plan.steps} names={names} today={today} moving={isUnderWay(plan)} mayWorkOn={(step) => !isClosed(plan) && (me.leads || step.ownerId === me.personId)} />
      {canAdd && <AddStepForm key={plan.steps.length} request={requests.step} reply={replyTo(reply, 'add-step')} people={people} me={me.personId} today={today} />}
    </Card>
  );
}

function Obstacles({ view, reply, did }: PlanPart) {
  const text = useText();
  const { plan, me, names, today, requests } = view;
  const open = plan.blockers.some(isUnresolved);
  if (!open && !(me.takesPart && isUnderWay(plan))) return null;
  return (
    <Card title={text('plan.blockers')}>
      <Done did={did} here={['report-blocker', 'resolve-blocker']} />
      {open && <BlockerList blockers={plan.blockers} names={names} today={today} resolving={me.takesPart ? { reply: replyTo(reply, 'resolve-blocker') } : null} />}
      {me.takesPart && isUnderWay(plan) && <ReportForm key={plan.blockers.length} request={requests.blocker} reply={replyTo(reply, 'report-blocker')} />}
    </Card>
  );
}

function Promises({ view: { plan, me, today } }: Pick<PlanPart, 'view'>) {
  const text = useText();
  if (plan.promises.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3>{text('plan.promises')}</h3>
      {plan.promises.map((one) => (
        <PromiseLine key={one.id} planId={plan.id} promise={one} status={statusOfPromise(one, today)} deciding={wasAgreed(plan) && isAwaited(one) && (me.leads || one.by === me.personId)} />
      ))}
    </div>
  );
}

function Goal({ view: { plan, issue } }: Pick<PlanPart, 'view'>) {
  const text = useText();
  const { evidence } = issue;
  if (!plan.target) return <p className="quiet">{text('plan.goal.none')}</p>;
  const { index: to, by } = plan.target;
  if (to === null || evidence === null) return <p className="quiet">{text('plan.goal.counted', { day: text.day(by) })}</p>;
  const { index, n, smallestChange } = evidence;
  return (
    <div className="stack-tight">
      <h3>{text('plan.goal')}</h3>
      <p>{text('plan.goal.text', { from: whole(index), to, day: text.day(by) })}</p>
      {to - index < smallestChange && <p className="small quiet">{text('plan.goal.chance', { n, points: smallestChange })}</p>}
    </div>
  );
}

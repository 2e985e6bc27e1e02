// The one thing about a plan that can be decided now, and what came of it.
import { unreachable } from '#app/domain/kernel/unreachable.ts';
import { groundsOf } from '#app/domain/plans/achievement.ts';
import { isOpen } from '#app/domain/plans/step.ts';
import { Card } from '../controls/card.tsx';
import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';
import { AgreeingCard } from './agreeing.tsx';
import { AchievedFor, EffectText } from './effect-text.tsx';
import { NoticedText } from './heard.tsx';
import { ClosingCard } from './ending.tsx';
import { replyTo, type PlanPart } from './plan-view.ts';
import { TurnButton } from './turn-button.tsx';

export function Turning({ view, reply, did }: PlanPart) {
  const text = useText();
  const { plan, me, reviewableFrom } = view;
  if (plan.cancelled) return <Notice tone="warn">{text('plan.cancelled', { reason: plan.cancelled.reason })}</Notice>;
  const results = <Results view={view} reply={reply} did={did} />;
  switch (plan.state) {
    case 'draft':
    case 'consulted':
      return me.leads ? <AgreeingCard {...view} hr={me.hr} /> : results;
    case 'in-progress':
      return me.leads && plan.steps.length > 0 && !plan.steps.some(isOpen) ? <Finishing /> : results;
    case 'implemented':
    case 'monitoring':
      if (!plan.days.implemented || !reviewableFrom) return results;
      return <Notice>{text('plan.waiting', { day: text.day(plan.days.implemented), from: text.day(reviewableFrom) })}</Notice>;
    case 'committed':
    case 'blocked':
    case 'reviewed':
    case 'closed-achieved':
    case 'closed-not-achieved':
    case 'cancelled':
      return results;
    default:
      return unreachable(plan.state);
  }
}

function Finishing() {
  const text = useText();
  return (
    <Card title={text('plan.finish')} tone="accent">
      <p>{text('plan.finish.lead')}</p>
      <div>
        <TurnButton intent="finish">{text('plan.finish')}</TurnButton>
      </div>
    </Card>
  );
}

function Results({ view, reply }: PlanPart) {
  const text = useText();
  const { plan, me } = view;
  if (!plan.review) return null;
  return (
    <>
      <Card title={text('plan.result')}>
        {plan.result && <p className="said">{plan.result.text}</p>}
        {plan.result?.next && <p>{text('feed.result.next', { next: plan.result.next })}</p>}
        {plan.result && <AchievedFor grounds={plan.result.grounds} />}
        <EffectText review={plan.review} first={plan.earlyReview} goal={plan.target?.index ?? undefined} />
        {view.heard.noticed && <NoticedText noticed={view.heard.noticed} />}
      </Card>
      {plan.state === 'reviewed' && me.hr && <ClosingCard grounds={groundsOf(plan)} reply={replyTo(reply, 'close')} />}
      {plan.state === 'reviewed' && me.leads && (
        <div className="row">
          {!me.hr && <span className="quiet">{text('plan.close.waits')}</span>}
          <TurnButton intent="begin-anew" className="button">
            {text('plan.replan')}
          </TurnButton>
        </div>
      )}
    </>
  );
}

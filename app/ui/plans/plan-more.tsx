// What is needed seldom: changing an agreed plan, reading what was agreed earlier, giving it up.
import { Link } from '@remix-run/react';
import { isClosed, isUnderWay } from '#app/domain/plans/action-plan.ts';
import { Disclosure } from '../controls/disclosure.tsx';
import { useText } from '../text.ts';
import { GivingUp } from './ending.tsx';
import { replyTo, type PlanPart } from './plan-view.ts';

export function More({ view, reply }: PlanPart) {
  const text = useText();
  const { plan, me, versions } = view;
  return (
    <div className="stack-tight no-print">
      {isUnderWay(plan) && me.leads && (
        <p>
          <Link to={`/plans/${plan.id}/edit`}>{text('plan.edit')}</Link> <span className="small quiet">{text('plan.edit.again')}</span>
        </p>
      )}
      {versions.length > 0 && (
        <Disclosure summary={text('plan.versions')}>
          <ul className="list">
            {versions.map((one) => (
              <li key={one.version}>
                <p className="strong">{text('plan.version', { n: one.version })}</p>
                <p>{one.title}</p>
                {one.target && typeof one.target.index === 'number' && <p className="small quiet">{text('plan.goal.index', { to: one.target.index, day: text.day(one.target.by) })}</p>}
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
      {!isClosed(plan) && (me.hr || (plan.state === 'draft' && me.leads)) && <GivingUp reply={replyTo(reply, 'give-up')} />}
    </div>
  );
}

// What a head owes: plans with their next step, what is late, and promises.
import { Link } from '@remix-run/react';
import { daysBetween, type Day } from '#app/domain/kernel/day.ts';
import { isUnderWay } from '#app/domain/plans/action-plan.ts';
import type { ListedPlan } from '#app/domain/plans/plan-list.ts';
import { isAwaited, type Promised, type PromiseStatus } from '#app/domain/plans/promised.ts';
import { isLate } from '#app/domain/plans/step.ts';
import { Badge } from '../controls/badge.tsx';
import { useText } from '../text.ts';
import { PromiseBadge, PromiseStory } from './promise-parts.tsx';
import { PlanRow } from './plan-row.tsx';

interface Props {
  readonly plans: readonly ListedPlan[];
  readonly names: Readonly<Record<string, string>>;
  readonly today: Day;
}

export function TeamPlans({ plans, names, today }: Props) {
  const text = useText();
  if (plans.length === 0) return <p className="quiet">{text('team.plans.none')}</p>;
  return (
    <ul className="list">
      {plans.map((one) => (
        <PlanRow key={one.plan.id} {...one} names={names} today={today} />
      ))}
    </ul>
  );
}

export function LateSteps({ plans, names, today }: Props) {
  const text = useText();
  const late = plans
    .filter(({ plan }) => isUnderWay(plan))
    .flatMap(({ plan }) => plan.steps.filter((step) => isLate(step, today)).map((step) => ({ plan, step })))
    .sort((one, other) => (one.step.due < other.step.due ? -1 : 1));
  if (late.length === 0) return <p className="quiet">{text('team.late.none')}</p>;
  return (
    <ul className="list">
      {late.map(({ plan, step }) => (
        <li key={step.id} className="row apart">
          <div>
            <Link to={`/plans/${plan.id}`}>{step.title}</Link>
            <p className="small quiet">{text('plan.step.who', { name: names[step.ownerId] ?? '–', day: text.day(step.due) })}</p>
          </div>
          <Badge tone="late" icon="calendar">
            {text('plan.step.late', { n: daysBetween(step.due, today) })}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

export function PromiseList({ promises }: { promises: readonly (Promised & { readonly planId: string; readonly status: PromiseStatus })[] }) {
  const text = useText();
  const open = promises.filter(isAwaited);
  if (open.length === 0) return <p className="quiet">{text('team.promises.none')}</p>;
  return (
    <ul className="list">
      {open.map((one) => (
        <li key={one.id} className="row apart">
          <div className="stack-tight">
            <Link to={`/plans/${one.planId}/promises/${one.id}`}>{one.text}</Link>
            <PromiseStory promise={one} />
          </div>
          <PromiseBadge promise={one} status={one.status} />
        </li>
      ))}
    </ul>
  );
}

// A plan in a list: what it is about, how far it has come, what is next and by whom.
import { Link } from '@remix-run/react';
import { daysBetween, type Day } from '#app/domain/kernel/day.ts';
import { isClosed, type ActionPlan } from '#app/domain/plans/action-plan.ts';
import { nextStep } from '#app/domain/plans/plan-flags.ts';
import type { ListedPlan } from '#app/domain/plans/plan-list.ts';
import { Progress } from '../controls/progress.tsx';
import { useText } from '../text.ts';
import { FlagBadges, StateBadge } from './badges.tsx';
import { Instead } from './instead.tsx';

interface Props extends ListedPlan {
  readonly names: Readonly<Record<string, string>>;
  readonly today: Day;
}

export const doneOf = (plan: Pick<ActionPlan, 'steps'>) => {
  const counted = plan.steps.filter((step) => step.status !== 'dropped');
  return { done: counted.filter((step) => step.status === 'done').length, all: counted.length };
};

export function PlanRow({ plan, departmentName, words, names, today }: Props) {
  const text = useText();
  const { done, all } = doneOf(plan);
  return (
    <li className="plan-row">
      <div className="row">
        <StateBadge state={plan.state} />
        <FlagBadges plan={plan} today={today} />
      </div>
      <h3>
        <Link to={`/plans/${plan.id}`}>{plan.title}</Link>
      </h3>
      <p className="small quiet">
        {text('plan.of', { dimension: words.dimension, department: departmentName })} · {names[plan.ownerId]}
      </p>
      <Instead words={words} />
      {all > 0 && <Progress label={text('plan.steps')} value={done} most={all} said={text('plan.steps.done', { done, all })} />}
      {!isClosed(plan) && <Next plan={plan} names={names} today={today} />}
    </li>
  );
}

function Next({ plan, names, today }: Pick<Props, 'plan' | 'names' | 'today'>) {
  const text = useText();
  const next = nextStep(plan);
  if (!next) return null;
  const late = daysBetween(next.due, today) > 0;
  const said = { title: next.title, name: names[next.ownerId] ?? '–', day: text.day(next.due) };
  return <p className={late ? 'small late' : 'small'}>{text(late ? 'plan.next.late' : 'plan.next', said)}</p>;
}

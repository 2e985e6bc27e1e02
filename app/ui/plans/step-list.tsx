// Steps as they are worked on: one tap changes the status, on a phone and without JavaScript too.
import { Form, Link, useNavigation } from '@remix-run/react';
import { daysBetween, type Day } from '#app/domain/kernel/day.ts';
import { isLate, isOpen, originalDue, type Step, type StepStatus } from '#app/domain/plans/step.ts';
import { Badge } from '../controls/badge.tsx';
import { useText } from '../text.ts';
import { Plain } from './done.tsx';

interface Props {
  readonly planId: string;
  readonly steps: readonly Step[];
  readonly names: Readonly<Record<string, string>>;
  readonly today: Day;
  /** The plan is under way, so steps move. */
  readonly moving: boolean;
  readonly mayWorkOn: (step: Step) => boolean;
}

export function StepList({ planId, steps, names, today, moving, mayWorkOn }: Props) {
  const text = useText();
  if (steps.length === 0) return <p className="quiet">{text('plan.steps.none')}</p>;
  const sorted = [...steps].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return (
    <ol className="plan-steps bare">
      {sorted.map((step) => (
        <li key={step.id} data-status={step.status}>
          <StepWords step={step} name={names[step.ownerId] ?? '–'} today={today} />
          {moving && mayWorkOn(step) ? <Taps step={step} /> : <StatusBadge step={step} />}
          {mayWorkOn(step) && isOpen(step) && (
            <Link className="more small no-print" to={`/plans/${planId}/steps/${step.id}`}>
              {text('plan.step.more')}
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}

function StepWords({ step, name, today }: { step: Step; name: string; today: Day }) {
  const text = useText();
  const moved = originalDue(step) !== step.due;
  return (
    <div className="words">
      <p className="strong">{step.title}</p>
      <p className="small quiet">
        {text('plan.step.who', { name, day: text.day(step.due) })}
        {moved && ` · ${text('plan.step.was', { day: text.day(originalDue(step)) })}`}
        {step.doneOn && ` · ${text('plan.step.done-on', { day: text.day(step.doneOn) })}`}
      </p>
      {isLate(step, today) && (
        <Badge tone="late" icon="calendar">
          {text('plan.step.late', { n: daysBetween(step.due, today) })}
        </Badge>
      )}
    </div>
  );
}

const tones = { todo: 'quiet', doing: 'accent', blocked: 'late', done: 'good', dropped: 'quiet' } as const;

export function StatusBadge({ step }: { step: Step }) {
  const text = useText();
  return (
    <Badge tone={tones[step.status]} icon={step.status === 'done' ? 'check' : undefined}>
      {text(`plan.step.status.${step.status}`)}
    </Badge>
  );
}

const taps: readonly StepStatus[] = ['todo', 'doing', 'done'];

function Taps({ step }: { step: Step }) {
  const text = useText();
  const navigation = useNavigation();
  const sent = navigation.formData?.get('stepId') === step.id ? navigation.formData.get('status') : null;
  const shown = sent ?? step.status;
  return (
    <div className="row">
      <Form method="post" preventScrollReset className="taps">
        <Plain />
        <input type="hidden" name="intent" value="set-step-status" />
        <input type="hidden" name="stepId" value={step.id} />
        <input type="hidden" name="seen" value={step.revision} />
        <fieldset>
          <legend className="visually-hidden">{text('plan.step.status', { title: step.title })}</legend>
          {taps.map((status) => (
            <button key={status} name="status" value={status} aria-pressed={shown === status}>
              {text(`plan.step.status.${status}`)}
            </button>
          ))}
        </fieldset>
      </Form>
      {(step.status === 'blocked' || step.status === 'dropped') && <StatusBadge step={step} />}
    </div>
  );
}

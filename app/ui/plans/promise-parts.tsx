// A promise wherever it is shown: its words, who gave them, by when, how often the day moved, and what became of it.
import { Link } from '@remix-run/react';
import type { ListedPromise } from '#app/domain/plans/promise-page.ts';
import { firstDue, renewalsOf } from '#app/domain/plans/promised.ts';
import { Badge } from '../controls/badge.tsx';
import { useText } from '../text.ts';

const tones = { open: 'wait', kept: 'good', late: 'late', dropped: 'quiet' } as const;

type Shown = Pick<ListedPromise, 'promise' | 'status'>;

export function PromiseBadge({ promise, status }: Shown) {
  const text = useText();
  const keptLate = status === 'late' && promise.keptOn !== null;
  return (
    <Badge tone={keptLate ? 'wait' : tones[status]} icon={status === 'kept' ? 'check' : 'calendar'}>
      {keptLate ? text('promise.kept-late', { day: text.day(promise.keptOn) }) : text(`plan.promise.${status}`, { day: text.day(promise.due) })}
    </Badge>
  );
}

/** How often the day moved, and why it was dropped; nothing where neither happened. */
export function PromiseStory({ promise }: Pick<Shown, 'promise'>) {
  const text = useText();
  const moves = renewalsOf(promise).length;
  if (moves === 0 && promise.dropped === null) return null;
  return (
    <p className="small quiet">
      {moves > 0 && text('promise.moved', { n: moves, day: text.day(firstDue(promise)) })}
      {moves > 0 && promise.dropped !== null && ' · '}
      {promise.dropped !== null && text('promise.dropped', { reason: promise.dropped })}
    </p>
  );
}

const addressOf = (planId: string, promiseId: string) => `/plans/${planId}/promises/${promiseId}`;

export function PromiseRow({ listed: { promise, status, plan, departmentName }, names }: { listed: ListedPromise; names: Readonly<Record<string, string>> }) {
  const text = useText();
  return (
    <li className="row apart">
      <div className="stack-tight">
        <Link to={addressOf(plan.id, promise.id)}>{promise.text}</Link>
        <p className="small quiet">
          {text('promise.who', { name: names[promise.by] ?? '–', department: departmentName })} · {plan.title}
        </p>
        <PromiseStory promise={promise} />
      </div>
      <PromiseBadge promise={promise} status={status} />
    </li>
  );
}

interface Line extends Shown {
  readonly planId: string;
  /** This person may say what becomes of it. */
  readonly deciding: boolean;
  /** Says that it is a promise, where no heading does. */
  readonly named?: boolean;
}

/** On the page of its plan and in the feed. */
export function PromiseLine({ planId, promise, status, deciding, named = false }: Line) {
  const text = useText();
  return (
    <div className="stack-tight">
      <p>
        {named && `${text('plan.promises')}${text('punctuation.colon')}`}
        {promise.text} <PromiseBadge promise={promise} status={status} />
      </p>
      <PromiseStory promise={promise} />
      {deciding && (
        <p className="small no-print">
          <Link to={addressOf(planId, promise.id)} aria-label={text('promise.decide.of', { promise: promise.text })}>
            {text('promise.decide')}
          </Link>
        </p>
      )}
    </div>
  );
}

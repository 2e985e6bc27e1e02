import { redirect, type MetaFunction } from '@remix-run/node';
import type { Refusal } from '#app/domain/kernel/outcome.ts';
import { saying } from '#app/domain/plans/deed.ts';
import type { PromisePage } from '#app/domain/plans/promise-page.ts';
import { renewalsOf } from '#app/domain/plans/promised.ts';
import { promiseForm, type PromiseInput } from '#app/forms/plans.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { settlePromise, promisePage, wrongInRenewal } from '#app/services/plans.server.ts';
import type { Wrong } from '#app/text/form-reply.ts';
import { textOf, type ErrorCode } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { PromiseForms } from '#app/ui/plans/promise-forms.tsx';
import { PromiseBadge, PromiseStory } from '#app/ui/plans/promise-parts.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, params, language }) => {
  const found = await promisePage(app, actor, { planId: params['id'] ?? '', promiseId: params['promiseId'] ?? '', language });
  if (!found.ok) throw refuse(found.because);
  return { title: textOf(language)('promise.decide'), view: found.value };
});

const reasonField = { kept: '', renewed: 'renewReason', dropped: 'dropReason' } as const;

function fieldOf(because: string, fate: PromiseInput['fate']): string {
  if (because === 'day-not-later') return 'to';
  return because === 'needs-reason' || because === 'quotes-a-comment' ? reasonField[fate] : '';
}

function fateOf(input: PromiseInput) {
  if (input.fate === 'kept') return { how: 'kept' } as const;
  return input.fate === 'renewed' ? ({ how: 'renewed', to: input.to, reason: input.renewReason } as const) : ({ how: 'dropped', reason: input.dropReason } as const);
}

const placedFor = (fate: PromiseInput['fate']) => <Code extends ErrorCode>({ because, details }: Refusal<Code>): Wrong => ({ field: fieldOf(because, fate), code: because, details });

export const action = command({
  may: 'take-part',
  form: promiseForm,
  besides: async ({ app, actor, params, input }) => {
    if (input.fate !== 'renewed' || input.to === undefined || input.due === undefined) return [];
    const found = await wrongInRenewal(app, actor, { planId: params['id'] ?? '', promiseId: params['promiseId'] ?? '', seen: input.due, to: input.to });
    return found.map(placedFor('renewed')).filter(({ field }) => field === 'to');
  },
}, async ({ app, actor, params, input, values, rejectAll }) => {
  const planId = params['id'] ?? '';
  const done = await settlePromise(app, actor, { planId, promiseId: params['promiseId'] ?? '', seen: input.due, fate: fateOf(input) });
  if (done.ok) return redirect(saying(`/plans/${planId}`, 'promise', 'plain' in values));
  if (done.because === 'not-found' || done.because === 'forbidden') throw refuse(done.because);
  return rejectAll(done, placedFor(input.fate));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function History({ view: { promise, names } }: { view: PromisePage }) {
  const text = useText();
  return (
    <Card title={text('promise.history')}>
      <ol className="list small">
        {renewalsOf(promise).map((one) => (
          <li key={one.to}>{text('promise.history.line', { from: text.day(one.from), to: text.day(one.to), name: names[one.by] ?? '–', reason: one.reason })}</li>
        ))}
      </ol>
    </Card>
  );
}

export default function PromiseDecision() {
  const text = useText();
  const { view } = useLoaded<typeof loader>();
  const reply = useReply();
  const { promise, plan, names, today } = view;
  return (
    <div className="narrow">
      <PageHeader
        title={promise.text}
        badge={<PromiseBadge promise={promise} status={view.status} />}
        lead={text('promise.of', { name: names[promise.by] ?? '–', department: view.departmentName, day: text.day(promise.due) })}
        back={{ to: `/plans/${plan.id}`, label: plan.title }}
      />
      <div className="stack-wide">
        <PromiseStory promise={promise} />
        {view.deciding && <PromiseForms promise={promise} today={today} reply={reply} />}
        {renewalsOf(promise).length > 0 && <History view={view} />}
      </div>
    </div>
  );
}

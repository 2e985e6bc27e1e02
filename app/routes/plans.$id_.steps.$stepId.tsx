import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { saying } from '#app/domain/plans/deed.ts';
import { moveStepForm } from '#app/forms/plans.ts';
import { command, placedBy } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { moveStep, planPage, wrongInMove } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { DayField } from '#app/ui/forms/day-field.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { NeededNote } from '#app/ui/forms/needed-note.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextArea } from '#app/ui/forms/text-area.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { Plain } from '#app/ui/plans/done.tsx';
import { StatusBadge } from '#app/ui/plans/step-list.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, params, language }) => {
  const found = await planPage(app, actor, params['id'] ?? '', language);
  const step = found.ok ? found.value.plan.steps.find((one) => one.id === params['stepId']) : undefined;
  if (!found.ok || !step) throw refuse('not-found');
  if (!found.value.me.leads && step.ownerId !== actor.personId) throw refuse('forbidden');
  const { plan, names, today } = found.value;
  const moving = plan.state === 'committed' || plan.state === 'in-progress' || plan.state === 'blocked';
  return { title: textOf(language)('plan.step.move'), step, moving, plan: { id: plan.id, title: plan.title }, names, today };
});

const fields: Readonly<Record<string, string>> = { 'same-day': 'to', 'day-is-past': 'to', 'needs-reason': 'reason', 'quotes-a-comment': 'reason' };

const placed = placedBy(fields);

export const action = command({
  may: 'take-part',
  form: moveStepForm,
  besides: async ({ app, actor, params, input: { to, seen } }) =>
    to === undefined || seen === undefined ? [] : (await wrongInMove(app, actor, { planId: params['id'] ?? '', stepId: params['stepId'] ?? '', seen, to })).map(placed).filter(({ field }) => field === 'to'),
}, async ({ app, actor, params, input, values, rejectAll }) => {
  const planId = params['id'] ?? '';
  const done = await moveStep(app, actor, { planId, stepId: params['stepId'] ?? '', ...input });
  if (done.ok) return redirect(saying(`/plans/${planId}`, 'moved', 'plain' in values));
  if (done.because === 'not-found' || done.because === 'forbidden') throw refuse(done.because);
  return rejectAll(done, placed);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function StepPage() {
  const text = useText();
  const { step, moving, plan, names, today } = useLoaded<typeof loader>();
  const form = useValidatedForm(moveStepForm, useReply(), { asks: true });
  const labels = { to: text('plan.step.to'), reason: text('plan.step.reason') };
  return (
    <div className="narrow">
      <PageHeader
        title={step.title}
        badge={<StatusBadge step={step} />}
        lead={text('plan.step.who', { name: names[step.ownerId] ?? '–', day: text.day(step.due) })}
        back={{ to: `/plans/${plan.id}`, label: plan.title }}
      />
      <div className="stack-wide">
        <Card title={text('plan.step.move')}>
          <Form method="post" noValidate onSubmit={form.onSubmit} className="stack">
            <ErrorSummary form={form} labels={labels} />
            <NeededNote />
            <Plain />
            <input type="hidden" {...form.hidden('seen', String(step.revision))} />
            <DayField form={form} name="to" label={labels.to} needed initial={step.due} min={today} />
            <TextArea form={form} name="reason" label={labels.reason} needed rows={2} />
            <div>
              <SubmitButton>{text('plan.step.move')}</SubmitButton>
            </div>
          </Form>
          {step.dueChanges.length > 0 && (
            <ol className="list small">
              {step.dueChanges.map((change) => (
                <li key={change.to + change.on}>
                  {text('plan.event.step-moved', { step: step.title, from: text.day(change.from), to: text.day(change.to) })}
                  {text('punctuation.colon')}
                  {change.reason}
                </li>
              ))}
            </ol>
          )}
        </Card>
        {moving && (
          <Form method="post" action={`/plans/${plan.id}`} className="row">
            <Plain />
            <input type="hidden" name="intent" value="set-step-status" />
            <input type="hidden" name="stepId" value={step.id} />
            <input type="hidden" name="seen" value={step.revision} />
            <button className="button" name="status" value="blocked">
              {text('plan.step.status.blocked')}
            </button>
            <button className="button danger" name="status" value="dropped">
              {text('plan.step.drop')}
            </button>
          </Form>
        )}
      </div>
    </div>
  );
}

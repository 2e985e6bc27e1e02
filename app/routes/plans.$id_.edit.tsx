import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { saying } from '#app/domain/plans/deed.ts';
import { editPlanForm, isHalfCounted, leadingOf, ownOf, promiseOf, saidOf, fieldOf, valueFigureOf } from '#app/forms/plans.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { editPage, editPlan, offeredForPlan, restPlanOn } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { KeptForm } from '#app/ui/forms/kept-form.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { Plain } from '#app/ui/plans/done.tsx';
import { EvidenceText } from '#app/ui/plans/evidence-text.tsx';
import { OwnerField } from '#app/ui/plans/owner-field.tsx';
import { PlanFields } from '#app/ui/plans/plan-form.tsx';
import { SupportChoice } from '#app/ui/plans/supports.tsx';
import { fieldLabels } from '#app/ui/plans/field-labels.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'make-plans' }, async ({ app, actor, params, language }) => {
  const text = textOf(language);
  const found = await editPage(app, actor, params['id'] ?? '', text);
  if (!found.ok) throw refuse(found.because);
  return { title: text('plan.edit.title'), ...found.value, supports: await offeredForPlan(app, found.value.plan.id) };
});

const fields: Readonly<Record<string, string>> = { 'no-such-person': 'owner', 'too-many-measures': 'measures', 'no-such-measure': 'measures', 'promise-is-agreed': 'promiseDue', 'no-such-partner': 'partners' };

export const action = command({ may: 'make-plans', form: editPlanForm }, async ({ app, actor, params, input, values, reject }) => {
  if (isHalfCounted(input)) return reject('leadingGoal', 'needs-both-numbers');
  const planId = params['id'] ?? '';
  const { seen, owner, title, cause, measures, partners } = input;
  const content = {
    ...(input.written && { written: input.written, said: saidOf(input) }),
    title, ownerId: owner, partners, measures, valueFigure: valueFigureOf(input), own: ownOf(input), leading: leadingOf(input), promise: promiseOf(input), target: { index: input.target, by: input.by },
  };
  const saved = await editPlan(app, actor, { planId, seen, cause, ...content });
  if (saved.ok) {
    await restPlanOn(app, actor, planId, input.supports);
    return redirect(saying(`/plans/${planId}`, 'edited', 'plain' in values));
  }
  if (saved.because === 'not-found' || saved.because === 'forbidden') throw refuse(saved.because);
  return reject(fieldOf(saved.details) ?? fields[saved.because] ?? '', saved.because, saved.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditPlan() {
  const text = useText();
  const { plan, measures, clues, wishes, evidence, label, people, others, supports, today } = useLoaded<typeof loader>();
  const form = useValidatedForm(editPlanForm, useReply());
  return (
    <div className="reading">
      <PageHeader title={text('plan.edit.title')} lead={plan.agreed && text('plan.edit.again')} back={{ to: `/plans/${plan.id}`, label: plan.title }} />
      <Form method="post" noValidate onSubmit={form.onSubmit} className="stack-wide">
        <ErrorSummary form={form} labels={fieldLabels(text)} />
        {evidence && <EvidenceText evidence={evidence} dimension={label} goal={wishes.target === '' ? undefined : Number(wishes.target)} />}
        <KeptForm />
        <Plain />
        {plan.owner === '' && <Notice tone="warn">{text('plan.form.owner.left', { name: plan.ownerName })}</Notice>}
        <input type="hidden" {...form.hidden('seen', String(plan.revision))} />
        <PlanFields form={form} wishes={wishes} measures={measures} clues={clues} evidence={evidence} others={others} today={today}>
          <SupportChoice form={form} {...supports} />
          <Card title={text('plan.edit.owner')}>
            <OwnerField form={form} name="owner" label={text('plan.edit.owner')} people={people} initial={plan.owner} />
          </Card>
        </PlanFields>
        <div>
          <SubmitButton>{text('plan.edit.send')}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

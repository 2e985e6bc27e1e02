import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { causes } from '#app/domain/plans/cause.ts';
import { editPlanForm, leadingOf, ownOf, promiseOf } from '#app/forms/plans.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { editPage, editPlan, offeredForPlan, restPlanOn } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SelectField } from '#app/ui/forms/select-field.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { EvidenceText } from '#app/ui/plans/evidence-text.tsx';
import { PlanFields } from '#app/ui/plans/plan-form.tsx';
import { SupportChoice } from '#app/ui/plans/supports.tsx';
import { fieldLabels } from '#app/ui/plans/field-labels.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'make-plans' }, async ({ app, actor, params, url, language }) => {
  const text = textOf(language);
  const cause = causes.find((one) => one === url.searchParams.get('cause')) ?? null;
  const found = await editPage(app, actor, { planId: params['id'] ?? '', cause }, text);
  if (!found.ok) throw refuse(found.because);
  return { title: text('plan.edit.title'), ...found.value, supports: await offeredForPlan(app, found.value.plan.id) };
});

const fields: Readonly<Record<string, string>> = { 'no-such-person': 'owner', 'too-many-measures': 'measures', 'no-such-measure': 'measures', 'promise-is-agreed': 'promiseDue' };

export const action = command({ may: 'make-plans', form: editPlanForm }, async ({ app, actor, params, input, reject }) => {
  const planId = params['id'] ?? '';
  const { seen, owner, title, cause, measures, valueFigure } = input;
  const content = { title, ownerId: owner, measures, own: ownOf(input), leading: leadingOf(input), promise: promiseOf(input), target: { index: input.target, by: input.by } };
  const saved = await editPlan(app, actor, { planId, seen, cause, valueFigure, ...content });
  if (saved.ok) {
    await restPlanOn(app, actor, planId, input.supports);
    return redirect(`/plans/${planId}`);
  }
  if (saved.because === 'not-found' || saved.because === 'forbidden') throw refuse(saved.because);
  return reject(fields[saved.because] ?? '', saved.because, saved.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Another cause asks for other measures: the form begins anew with it. */
export default function EditPlan() {
  const { wishes } = useLoaded<typeof loader>();
  return <EditPlanForm key={wishes.cause} />;
}

function EditPlanForm() {
  const text = useText();
  const { plan, measures, wishes, evidence, label, people, supports, today } = useLoaded<typeof loader>();
  const form = useValidatedForm(editPlanForm, useReply());
  return (
    <div className="reading">
      <PageHeader title={text('plan.edit.title')} lead={plan.agreed && text('plan.edit.again')} back={{ to: `/plans/${plan.id}`, label: plan.title }} />
      <Form method="post" noValidate onSubmit={form.onSubmit} className="stack-wide">
        <ErrorSummary form={form} labels={fieldLabels(text)} />
        <EvidenceText evidence={evidence} dimension={label} goal={Number(wishes.target)} />
        <input type="hidden" {...form.hidden('seen', String(plan.revision))} />
        <PlanFields form={form} wishes={wishes} measures={measures} evidence={evidence} today={today} withCause={(cause) => `?cause=${cause}`}>
          <SupportChoice form={form} {...supports} />
          <Card title={text('plan.edit.owner')}>
            <SelectField form={form} name="owner" label={text('plan.edit.owner')} initial={plan.ownerId} choices={people.map(({ id, name }) => ({ value: id, label: name }))} />
          </Card>
        </PlanFields>
        <div>
          <SubmitButton>{text('plan.edit.send')}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, type Params } from '@remix-run/react';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Refusal } from '#app/domain/kernel/outcome.ts';
import { saying } from '#app/domain/plans/deed.ts';
import { fieldsOf, filledUpEdit, wasFoundIn } from '#app/forms/plan-mistakes.ts';
import { contentOf, editPlanForm, saidOf, typedTerms, type EditPlanInput } from '#app/forms/plans.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { editPage, editPlan, offeredForPlan, wrongInEdit, type EditRefusal, type PlanEdit } from '#app/services/plans.server.ts';
import type { Wrong } from '#app/text/form-reply.ts';
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
import { fieldLabels, PlanFields } from '#app/ui/plans/plan-form.tsx';
import { SupportChoice } from '#app/ui/plans/supports.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'make-plans' }, async ({ app, actor, params, language }) => {
  const text = textOf(language);
  const found = await editPage(app, actor, params['id'] ?? '', text);
  if (!found.ok) throw refuse(found.because);
  const { terms, wishes, ...shown } = found.value;
  return { title: text('plan.edit.title'), ...shown, wishes: { ...wishes, ...typedTerms(terms) }, supports: await offeredForPlan(app, found.value.plan.id) };
});

function editOf(planId: string, input: EditPlanInput): PlanEdit {
  const elsewhere = input.written && { written: input.written, said: saidOf(input, input.written) };
  return { planId, seen: input.seen, ownerId: input.owner, ...contentOf(input), supports: input.supports, ...elsewhere };
}

const placed = (one: Refusal<EditRefusal>): Wrong => ({ field: fieldsOf(one, 'owner')[0] ?? '', code: one.because, details: one.details });

/** What is wrong with the fields that could be read, whatever is wrong with the others. */
async function wrongBesides({ app, actor, params, input }: { app: App; actor: Actor; params: Params; input: Partial<EditPlanInput> }): Promise<readonly Wrong[]> {
  const found = await wrongInEdit(app, actor, editOf(params['id'] ?? '', filledUpEdit(input, actor.personId)));
  return found.filter((one) => wasFoundIn(input, fieldsOf(one, 'owner'))).map(placed);
}

export const action = command({ may: 'make-plans', form: editPlanForm, besides: wrongBesides }, async ({ app, actor, params, input, values, rejectAll }) => {
  const planId = params['id'] ?? '';
  const saved = await editPlan(app, actor, editOf(planId, input));
  if (saved.ok) {
    return redirect(saying(`/plans/${planId}`, 'edited', 'plain' in values));
  }
  if (saved.because === 'not-found' || saved.because === 'forbidden') throw refuse(saved.because);
  return rejectAll(saved, placed);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EditPlan() {
  const text = useText();
  const { plan, measures, clues, wishes, evidence, label, people, others, supports, today } = useLoaded<typeof loader>();
  const form = useValidatedForm(editPlanForm, useReply(), { asks: true });
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

import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { causes, type Cause } from '#app/domain/plans/cause.ts';
import { leadingOf, newPlanForm, ownOf, promiseOf } from '#app/forms/plans.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { newPlanPage, offeredSupports, restPlanOn, startPlan } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { DayField } from '#app/ui/forms/day-field.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SelectField } from '#app/ui/forms/select-field.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { EvidenceText } from '#app/ui/plans/evidence-text.tsx';
import { PlanFields, type PlanWishes } from '#app/ui/plans/plan-form.tsx';
import { SupportChoice } from '#app/ui/plans/supports.tsx';
import { fieldLabels } from '#app/ui/plans/field-labels.ts';
import { useText } from '#app/ui/text.ts';

const causeOf = (text: string | null): Cause => causes.find((one) => one === text) ?? 'value';

export const loader = page({ may: 'make-plans' }, async ({ app, actor, url, language }) => {
  const cause = causeOf(url.searchParams.get('cause'));
  const asked = { departmentId: url.searchParams.get('department') ?? '', dimension: url.searchParams.get('dimension') ?? '', issueId: url.searchParams.get('issue'), cause };
  const found = await newPlanPage(app, actor, asked);
  if (!found.ok) throw refuse(found.because);
  const { label, measures, ...offer } = found.value;
  const text = textOf(language);
  const [first] = measures;
  const wishes: PlanWishes = {
    title: text('plan.new.name.initial', { dimension: text.of(label), department: offer.departmentName }),
    cause,
    measures: first ? [first.id] : [],
    own: '',
    ownIsTalk: false,
    leadingName: first ? text.code('leading', first.id) : '',
    leadingStart: '',
    leadingGoal: '',
    valueFigure: '',
    promise: '',
    promiseDue: '',
    target: String(offer.suggested.target),
    by: offer.suggested.by,
  };
  const offered = measures.map(({ id, title, controllability, effort, leadWeeks }) => ({ id, title: text.of(title), controllability, effort, leadWeeks }));
  return { title: text('plan.new.title', { dimension: text.of(label) }), label: text.of(label), offer, measures: offered, wishes, supports: await offeredSupports(app, offer.departmentId, null), today: app.today() };
});

const fields: Readonly<Record<string, string>> = { 'day-is-past': 'stepDue', 'no-such-person': 'stepOwner', 'too-many-measures': 'measures', 'no-such-measure': 'measures' };

export const action = command({ may: 'make-plans', form: newPlanForm }, async ({ app, actor, input, reject }) => {
  const started = await startPlan(app, actor, {
    request: input.request,
    issueId: input.issue,
    departmentId: input.department,
    dimension: input.dimension,
    title: input.title,
    cause: input.cause,
    measures: input.measures,
    own: ownOf(input),
    leading: leadingOf(input),
    valueFigure: input.valueFigure,
    promise: promiseOf(input),
    target: { index: input.target, by: input.by },
    steps: [{ title: input.stepTitle, ownerId: input.stepOwner, due: input.stepDue }],
  });
  if (started.ok) {
    await restPlanOn(app, actor, started.value.planId, input.supports);
    return redirect(`/plans/${started.value.planId}`);
  }
  if (started.because === 'forbidden') throw refuse('forbidden');
  return reject(fields[started.because] ?? '', started.because, started.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Another cause asks for other measures: the form begins anew with it. */
export default function NewPlan() {
  const { wishes } = useLoaded<typeof loader>();
  return <NewPlanForm key={wishes.cause} />;
}

function NewPlanForm() {
  const text = useText();
  const { title, label, offer, measures, wishes, supports, today } = useLoaded<typeof loader>();
  const form = useValidatedForm(newPlanForm, useReply());
  const { departmentId, dimension, issueId } = offer;
  const query = (more: Record<string, string>) => `?${new URLSearchParams({ department: departmentId, dimension, ...(issueId ? { issue: issueId } : {}), ...more })}`;
  return (
    <div className="reading">
      <PageHeader title={title} lead={text('plan.new.lead')} back={{ to: `/team?department=${departmentId}`, label: text('team.title') }} />
      <Form method="post" noValidate onSubmit={form.onSubmit} className="stack-wide">
        {offer.existing && (
          <Notice tone="warn">
            <Link to={`/plans/${offer.existing.id}`}>{text('plan.new.existing', { title: offer.existing.title })}</Link>
          </Notice>
        )}
        <ErrorSummary form={form} labels={fieldLabels(text)} />
        <EvidenceText evidence={offer.evidence} dimension={label} goal={Number(wishes.target)} />
        {Object.entries({ request: offer.request, issue: issueId ?? '', department: departmentId, dimension }).map(([name, value]) => (
          <input key={name} type="hidden" {...form.hidden(name, value)} />
        ))}
        <PlanFields form={form} wishes={wishes} measures={measures} evidence={offer.evidence} today={today} withCause={(cause) => query({ cause })}>
          <SupportChoice form={form} {...supports} />
          <Card title={text('plan.new.step.3')}>
            <TextField form={form} name="stepTitle" label={text('plan.new.first')} initial={text('plan.new.first.initial')} />
            <div className="fields">
              <SelectField form={form} name="stepOwner" label={text('plan.step.owner')} initial={offer.me} choices={offer.people.map(({ id, name }) => ({ value: id, label: name }))} />
              <DayField form={form} name="stepDue" label={text('plan.step.due')} initial={offer.suggested.due} min={today} />
            </div>
          </Card>
        </PlanFields>
        <div className="stack-tight">
          <div className="row">
            <SubmitButton>{text('plan.new.send')}</SubmitButton>
            <Link to={`/plans/answer${query({})}`}>{text('plan.new.answer')}</Link>
          </div>
          <p className="small quiet">{text('plan.new.draft')}</p>
        </div>
      </Form>
    </div>
  );
}

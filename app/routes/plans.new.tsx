import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Refusal } from '#app/domain/kernel/outcome.ts';
import { blankTerms } from '#app/domain/plans/action-plan.ts';
import { causes } from '#app/domain/plans/cause.ts';
import { saying } from '#app/domain/plans/deed.ts';
import { otherSources } from '#app/domain/plans/issue.ts';
import { countedFromNothing } from '#app/domain/plans/measure-answers.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { fieldsOf, filledUp, wasFoundIn } from '#app/forms/plan-mistakes.ts';
import { contentOf, newPlanForm, saidOf, typedTerms, type NewPlanInput } from '#app/forms/plans.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { commitPlan, newPlanPage, offeredMeasures, offeredSupports, saidClues, startPlan, wrongInNewPlan, type NewPlan, type NewPlanPage, type StartRefusal } from '#app/services/plans.server.ts';
import type { Wrong } from '#app/text/form-reply.ts';
import { textOf, type Text } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { DayField } from '#app/ui/forms/day-field.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { KeptForm } from '#app/ui/forms/kept-form.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { Plain } from '#app/ui/plans/done.tsx';
import { OwnerField } from '#app/ui/plans/owner-field.tsx';
import { AboutField, fieldLabels, PlanFields, type PlanWishes } from '#app/ui/plans/plan-form.tsx';
import { SupportChoice } from '#app/ui/plans/supports.tsx';
import { SourceText } from '#app/ui/plans/source-text.tsx';
import { useText } from '#app/ui/text.ts';

/** A goal that could be seen or, where none could, a count that begins at nothing: agreed as it stands, it promises nothing that cannot be shown. */
function wishesOf(offer: NewPlanPage, cause: PlanWishes['cause'] | undefined, text: Text): PlanWishes {
  const { first, suggested, label, departmentName } = offer;
  const counts = suggested.target === null;
  const own = counts && first ? countedFromNothing(first.id) : null;
  const suggestedName = first ? text.code('leading', first.id) : '';
  return {
    ...typedTerms({ ...blankTerms, title: text('plan.new.name.initial', { dimension: text.of(label), department: departmentName }), target: { index: suggested.target, by: suggested.by } }),
    cause: cause ?? first?.rootCause ?? 'value',
    measures: first ? [first.id] : [],
    own: '',
    ownIsTalk: false,
    leadingName: counts && own === null ? text('plan.form.count.initial') : suggestedName,
    leadingStart: counts ? '0' : '',
    leadingGoal: counts ? String(own ?? 3) : '',
    valueFigure: '',
    promise: '',
    promiseDue: '',
    partners: [],
    written: text.language,
  };
}

export const loader = page({ may: 'make-plans' }, async ({ app, actor, url, language }) => {
  const query = url.searchParams;
  const asked = otherSources.find((one) => one === query.get('source')) ?? null;
  const found = await newPlanPage(app, actor, { departmentId: query.get('department') ?? '', dimension: query.get('dimension') ?? '', issueId: query.get('issue'), source: asked, provided: query.get('provided') });
  if (!found.ok) throw refuse(found.because);
  const { measures, clues, label, request, issueId, source, provided, facts, departmentId, departmentName, dimension, evidence, people, me, others, existing, suggested } = found.value;
  const text = textOf(language);
  const cause = causes.find((one) => one === query.get('cause'));
  return {
    title: text('plan.new.title', { dimension: text.of(label) }),
    label: text.of(label),
    offer: { request, issueId, source, provided, facts, departmentId, departmentName, dimension, evidence, people, me, others, existing, suggested },
    measures: offeredMeasures(measures, dimension, text),
    clues: saidClues(clues, text),
    wishes: wishesOf(found.value, cause, text),
    supports: await offeredSupports(app, departmentId, null),
    today: app.today(),
  };
});

const planOf = (input: NewPlanInput, language: Language): NewPlan => ({
  request: input.request,
  issueId: input.issue,
  source: input.source,
  provided: input.provided,
  about: input.about,
  departmentId: input.department,
  dimension: input.dimension,
  ...contentOf(input),
  written: input.written ?? language,
  said: saidOf(input, input.written ?? language),
  supports: input.supports,
  steps: [{ title: input.stepTitle, ownerId: input.stepOwner, due: input.stepDue }],
  agreeing: input.then === 'agree',
});

const placed = (one: Refusal<StartRefusal>): Wrong => ({ field: fieldsOf(one, 'stepOwner')[0] ?? '', code: one.because, details: one.details });

/** What is wrong with the fields that could be read, whatever is wrong with the others. */
async function wrongBesides({ app, actor, language, input }: { app: App; actor: Actor; language: Language; input: Partial<NewPlanInput> }): Promise<readonly Wrong[]> {
  const found = await wrongInNewPlan(app, actor, planOf(filledUp(input, actor.personId), language));
  return found.filter((one) => wasFoundIn(input, fieldsOf(one, 'stepOwner'))).map(placed);
}

export const action = command({ may: 'make-plans', form: newPlanForm, besides: wrongBesides }, async ({ app, actor, language, input, values, rejectAll }) => {
  const started = await startPlan(app, actor, planOf(input, language));
  if (!started.ok && started.because === 'forbidden') throw refuse('forbidden');
  if (!started.ok) return rejectAll(started, placed);
  const { planId } = started.value;
  const agreed = input.then === 'agree' ? await commitPlan(app, actor, planId) : null;
  return redirect(saying(`/plans/${planId}`, agreed === null ? 'drafted' : agreed.ok ? 'agreed' : 'not-yet', 'plain' in values));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewPlan() {
  const text = useText();
  const { title, label, offer, measures, clues, wishes, supports, today } = useLoaded<typeof loader>();
  const form = useValidatedForm(newPlanForm, useReply(), { asks: true });
  const { departmentId, dimension, issueId, source, facts, evidence } = offer;
  const answer = `/plans/answer?${new URLSearchParams({ department: departmentId, dimension, ...(issueId ? { issue: issueId } : {}) })}`;
  return (
    <div className="reading">
      <PageHeader title={title} lead={text('plan.new.lead')} back={{ to: `/team?department=${departmentId}`, label: text('team.title') }} />
      <Form method="post" noValidate onSubmit={form.onSubmit} className="stack-wide">
        {offer.existing && (
          <Notice tone="warn">
            <Link to={`/plans/${offer.existing.id}`}>{text('plan.new.existing', { title: text.of(offer.existing.title) })}</Link>
          </Notice>
        )}
        <ErrorSummary form={form} labels={fieldLabels(text)} />
        <KeptForm />
        <Plain />
        <SourceText issue={{ source: source ?? 'manual', evidence, facts }} dimension={label} goal={wishes.target === '' ? undefined : Number(wishes.target)} />
        {Object.entries({ request: offer.request, issue: issueId ?? '', department: departmentId, dimension, source: issueId === null ? (source ?? '') : '', provided: offer.provided ?? '' }).map(([name, value]) => (
          <input key={name} type="hidden" {...form.hidden(name, value)} />
        ))}
        {source && issueId === null && <AboutField form={form} />}
        <PlanFields form={form} wishes={wishes} measures={measures} clues={clues} evidence={evidence} others={offer.others} today={today}>
          <SupportChoice form={form} {...supports} />
          <Card title={text('plan.new.step.3')}>
            <TextField form={form} name="stepTitle" label={text('plan.new.first')} needed initial={text('plan.new.first.initial')} />
            <div className="fields">
              <OwnerField form={form} name="stepOwner" label={text('plan.step.owner')} people={offer.people} initial={offer.me} />
              <DayField form={form} name="stepDue" label={text('plan.step.due')} needed initial={offer.suggested.due} min={today} />
            </div>
          </Card>
        </PlanFields>
        <div className="stack-tight">
          <p className="small quiet">{text('plan.form.agree.hint', { department: offer.departmentName })}</p>
          <div className="row">
            <SubmitButton name="then" value="agree">{text('plan.form.agree')}</SubmitButton>
            <SubmitButton name="then" value="draft" className="button">
              {text('plan.form.draft')}
            </SubmitButton>
            {(evidence || issueId) && <Link to={answer}>{text('plan.new.answer')}</Link>}
          </div>
        </div>
      </Form>
    </div>
  );
}

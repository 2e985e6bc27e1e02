import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { saying } from '#app/domain/plans/deed.ts';
import { answerForm } from '#app/forms/plans.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { answerIssue, newPlanPage } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ChoiceGroup } from '#app/ui/forms/choice-group.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { NeededNote } from '#app/ui/forms/needed-note.tsx';
import { KeptForm } from '#app/ui/forms/kept-form.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextArea } from '#app/ui/forms/text-area.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { Plain } from '#app/ui/plans/done.tsx';
import { EvidenceText } from '#app/ui/plans/evidence-text.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'make-plans' }, async ({ app, actor, url, language }) => {
  const asked = { departmentId: url.searchParams.get('department') ?? '', dimension: url.searchParams.get('dimension') ?? '', issueId: url.searchParams.get('issue') };
  const found = await newPlanPage(app, actor, asked);
  if (!found.ok) throw refuse(found.because);
  const { label, evidence, departmentId, departmentName, dimension, issueId, hasAbove } = found.value;
  const text = textOf(language);
  return { title: text('plan.answer.title', { dimension: text.of(label) }), label: text.of(label), evidence, departmentId, departmentName, dimension, issueId, hasAbove };
});

const fields: Readonly<Record<string, string>> = { 'needs-reason': 'reason', 'needs-what-would-change': 'wouldChange', 'nobody-above': 'how' };

export const action = command({ may: 'make-plans', form: answerForm }, async ({ app, actor, input, values, reject }) => {
  const { department: departmentId, dimension, issue: issueId, how, reason, wouldChange } = input;
  const answered = await answerIssue(app, actor, { departmentId, dimension, issueId, how, reason, wouldChange });
  if (answered.ok) return redirect(saying(`/plans/answers/${answered.value.id}`, 'answered', 'plain' in values));
  if (answered.because === 'forbidden') throw refuse('forbidden');
  return reject(fields[answered.because] ?? '', answered.because, answered.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Answer() {
  const text = useText();
  const { title, label, evidence, departmentId, departmentName, dimension, issueId, hasAbove } = useLoaded<typeof loader>();
  const form = useValidatedForm(answerForm, useReply());
  const ways = hasAbove ? (['declined', 'forwarded'] as const) : (['declined'] as const);
  const labels = { how: text('plan.answer.how'), reason: text('plan.answer.reason'), wouldChange: text('plan.answer.would-change') };
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('plan.answer.lead', { department: departmentName })} back={{ to: `/team?department=${departmentId}`, label: text('team.title') }} />
      <Form method="post" noValidate onSubmit={form.onSubmit} className="stack-wide">
        <ErrorSummary form={form} labels={labels} />
        <KeptForm />
        <Plain />
        <NeededNote />
        {evidence && <EvidenceText evidence={evidence} dimension={label} />}
        {Object.entries({ issue: issueId ?? '', department: departmentId, dimension }).map(([name, value]) => (
          <input key={name} type="hidden" {...form.hidden(name, value)} />
        ))}
        <ChoiceGroup
          form={form}
          name="how"
          kind="one"
          label={labels.how}
          initial={['declined']}
          choices={ways.map((value) => ({ value, label: text(`plan.answer.${value}`), hint: text(`plan.answer.${value}.hint`) }))}
        />
        <TextArea form={form} name="reason" label={labels.reason} needed />
        <TextArea form={form} name="wouldChange" label={labels.wouldChange} hint={text('plan.answer.would-change.hint')} optional rows={2} />
        <div>
          <SubmitButton>{text('plan.answer.send')}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { deedIn, saying } from '#app/domain/plans/deed.ts';
import type { Answer } from '#app/domain/plans/issue.ts';
import { amendForm } from '#app/forms/plans.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { amendAnswer, answerPage } from '#app/services/plans.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { NeededNote } from '#app/ui/forms/needed-note.tsx';
import { KeptForm } from '#app/ui/forms/kept-form.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextArea } from '#app/ui/forms/text-area.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { AnswerWords, EarlierWords } from '#app/ui/plans/answer-words.tsx';
import { Done, Plain } from '#app/ui/plans/done.tsx';
import { SourceText } from '#app/ui/plans/source-text.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, params, url, language }) => {
  const found = await answerPage(app, actor, params['issueId'] ?? '', language);
  if (!found.ok) throw refuse(found.because);
  return { title: textOf(language)('plan.amend.title', { dimension: found.value.dimension }), view: found.value, did: deedIn(url.searchParams.get('did')) };
});

const fields: Readonly<Record<string, string>> = { 'needs-reason': 'reason', 'needs-what-would-change': 'wouldChange', 'same-words': 'reason', 'quotes-a-comment': 'reason' };

export const action = command({ may: 'make-plans', form: amendForm }, async ({ app, actor, params, input, values, reject }) => {
  const issueId = params['issueId'] ?? '';
  const amended = await amendAnswer(app, actor, { issueId, ...input });
  if (amended.ok) return redirect(saying(`/plans/answers/${issueId}`, 'amended', 'plain' in values));
  if (amended.because === 'not-found' || amended.because === 'forbidden') throw refuse(amended.because);
  return reject(fields[amended.because] ?? '', amended.because, amended.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PublishedAnswer() {
  const text = useText();
  const { title, view, did } = useLoaded<typeof loader>();
  const reply = useReply();
  const { issue, dimension, departmentName, names, mayAmend } = view;
  const { answer } = issue;
  if (!answer) return null;
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('plan.amend.lead', { department: departmentName })} back={{ to: '/feed', label: text('feed.title') }} />
      <div className="stack-wide">
        <Done did={reply ? null : did} here={['amended', 'answered']} />
        <SourceText issue={issue} dimension={dimension} />
        <Card title={text(issue.state === 'declined' ? 'feed.we-wont' : 'feed.passed-on')}>
          <AnswerWords said={answer} name={names[answer.by] ?? '–'} />
          <EarlierWords answer={answer} names={names} />
        </Card>
        {mayAmend && <AmendForm key={issue.revision} answer={answer} seen={issue.revision} />}
      </div>
    </div>
  );
}

function AmendForm({ answer, seen }: { answer: Answer; seen: number }) {
  const text = useText();
  const form = useValidatedForm(amendForm, useReply());
  const labels = { reason: text('plan.answer.reason'), wouldChange: text('plan.answer.would-change') };
  return (
    <Card title={text('plan.amend')}>
      <Form method="post" noValidate preventScrollReset onSubmit={form.onSubmit} className="stack">
        <ErrorSummary form={form} labels={labels} />
        <NeededNote />
        <KeptForm />
        <Plain />
        <input type="hidden" {...form.hidden('seen', String(seen))} />
        <TextArea form={form} name="reason" label={labels.reason} needed initial={answer.reason} />
        <TextArea form={form} name="wouldChange" label={labels.wouldChange} needed initial={answer.wouldChange} rows={2} />
        <div>
          <SubmitButton className="button">{text('plan.amend.send')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

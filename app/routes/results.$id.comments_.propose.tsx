import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { day } from '#app/domain/kernel/day.ts';
import { enterProposalForm } from '#app/forms/proposals.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { enterPage, enterProposal } from '#app/services/surveys/proposals-from-texts.server.ts';
import { longestProposal } from '#app/domain/surveys/proposals/proposal.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { KeptForm } from '#app/ui/forms/kept-form.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextArea } from '#app/ui/forms/text-area.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'read-comments' }, async ({ app, actor, params, url, language }) => {
  const comment = url.searchParams.get('comment') ?? '';
  const found = await enterPage(app, actor, { surveyId: params['id'] ?? '', department: url.searchParams.get('department'), comment });
  if (!found.ok) throw refuse(found.because === 'forbidden' ? 'forbidden' : 'not-found');
  return { title: textOf(language)('proposal.enter.title'), id: comment, ...found.value };
});

export const action = command({ may: 'read-comments', form: enterProposalForm }, async ({ app, actor, params, input, language, reject }) => {
  const entered = await enterProposal(app, actor, { surveyId: params['id'] ?? '', ...input });
  if (entered.ok) return redirect('/surveys/proposals?entered');
  if (entered.because === 'not-found' || entered.because === 'forbidden') throw refuse(entered.because);
  const { field = '', day: on, ...details } = entered.details;
  return reject(String(field), entered.because, { ...details, ...(on !== undefined && { day: textOf(language).day(day(String(on))) }) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EnterProposal() {
  const text = useText();
  const { title, id, comment, department, survey, open, request } = useLoaded<typeof loader>();
  const form = useValidatedForm(enterProposalForm, useReply());
  return (
    <div className="narrow">
      <PageHeader title={title} back={{ to: `/results/${survey}/comments?department=${encodeURIComponent(department)}`, label: text('results.comments') }} />
      <Form method="post" noValidate onSubmit={form.onSubmit} className="stack">
        <ErrorSummary form={form} labels={{ words: text('proposal.enter.words') }} />
        <KeptForm />
        <blockquote className="card" dir="auto">
          {comment}
        </blockquote>
        <p>{text(open ? 'proposal.enter.open' : 'proposal.enter.own-words')}</p>
        <p className="quiet">{text('proposal.enter.nobody')}</p>
        <input type="hidden" {...form.hidden('department', department)} />
        <input type="hidden" {...form.hidden('comment', id)} />
        <input type="hidden" {...form.hidden('request', request)} />
        <TextArea form={form} name="words" label={text('proposal.enter.words')} hint={text('proposal.words.hint', { most: longestProposal })} rows={2} dir="auto" />
        <div>
          <SubmitButton>{text('proposal.enter.keep')}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

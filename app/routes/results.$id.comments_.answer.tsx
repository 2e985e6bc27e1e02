import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { longestReply } from '#app/domain/reports/word-reply.ts';
import { answerWordsForm } from '#app/forms/words.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { answerPage, answerWords } from '#app/services/reports/answer-words.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextArea } from '#app/ui/forms/text-area.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'read-departments' }, async ({ app, actor, params, url, language }) => {
  const comment = url.searchParams.get('comment');
  const theme = url.searchParams.get('theme');
  const found = await answerPage(app, actor, { surveyId: params['id'] ?? '', department: url.searchParams.get('department'), comment, theme, language });
  if (!found.ok) throw refuse(found.because === 'forbidden' ? 'forbidden' : 'not-found');
  return { title: textOf(language)('words.answer.title'), ids: { comment: comment ?? '', theme: theme ?? '' }, ...found.value };
});

export const action = command({ may: 'read-departments', form: answerWordsForm }, async ({ app, actor, params, input, reject }) => {
  const surveyId = params['id'] ?? '';
  const answered = await answerWords(app, actor, { surveyId, ...input });
  if (answered.ok) return redirect(`/results/${surveyId}/comments?${new URLSearchParams({ department: input.department, done: 'answered' }).toString()}`);
  if (answered.because === 'not-found' || answered.because === 'forbidden') throw refuse(answered.because);
  return reject('text', answered.because, answered.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AnswerWords() {
  const text = useText();
  const { title, comment, theme, whole, department, survey, request, ids } = useLoaded<typeof loader>();
  const form = useValidatedForm(answerWordsForm, useReply());
  return (
    <div className="narrow">
      <PageHeader title={title} back={{ to: `/results/${survey}/comments?department=${encodeURIComponent(department)}`, label: text('results.comments') }} />
      <Form method="post" noValidate onSubmit={form.onSubmit} className="stack">
        <ErrorSummary form={form} labels={{ text: text('words.answer.text') }} />
        {comment !== null ? <blockquote className="card">{comment}</blockquote> : <p className="strong">{theme}</p>}
        <p>{text(theme !== null ? (whole ? 'words.answer.theme-all' : 'words.answer.theme-group') : 'words.answer.comment')}</p>
        <p className="quiet">{text('words.answer.nobody')}</p>
        <input type="hidden" {...form.hidden('department', department)} />
        <input type="hidden" {...form.hidden('comment', ids.comment)} />
        <input type="hidden" {...form.hidden('theme', ids.theme)} />
        <input type="hidden" {...form.hidden('request', request)} />
        <TextArea form={form} name="text" label={text('words.answer.text')} rows={5} maxLength={longestReply} />
        <div>
          <SubmitButton>{text('words.answer.send')}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

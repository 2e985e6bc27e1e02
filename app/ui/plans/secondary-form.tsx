// Company records, as lines that can be typed or come from a small file; what is wrong is listed line by line.
import { Form } from '@remix-run/react';
import { secondaryFileForm, secondaryForm } from '#app/forms/secondary.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Card } from '../controls/card.tsx';
import { Notice } from '../controls/notice.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { FileField } from '../forms/file-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { useValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';

interface Props {
  readonly page: { readonly revision: number; readonly lines: string; readonly kinds: readonly string[]; readonly values: number; readonly departments: number; readonly example: string };
  readonly saved: boolean;
  readonly reply: FormReply | undefined;
}

export function SecondaryForm({ page, saved, reply }: Props) {
  const text = useText();
  const ofFile = reply && 'file' in reply.errors ? reply : undefined;
  const form = useValidatedForm(secondaryForm, ofFile ? undefined : reply);
  const wrong = Object.keys(form.errors).length > 0;
  return (
    <div className="stack">
      {saved && reply === undefined && (
        <Notice tone="good" live>
          {text('secondary.saved')}
        </Notice>
      )}
      {reply && !ofFile && !wrong && (
        <Notice tone="warn" live>
          {text('secondary.file.read')}
        </Notice>
      )}
      {wrong && <ErrorSummary form={form} labels={{ lines: text('secondary.title') }} />}
      <Problems told={ofFile ? undefined : reply?.details?.['problems']} />
      <Form method="post" action="/plans/secondary" noValidate className="card stack" onSubmit={form.onSubmit}>
        <input type="hidden" {...form.hidden('revision', String(page.revision))} />
        <p>{text('secondary.kept', { n: page.values, departments: page.departments })}</p>
        <TextArea form={form} name="lines" label={text('secondary.lines')} hint={text('secondary.lines.hint', { department: page.example, kind: page.kinds[1] ?? '' })} optional initial={page.lines} rows={10} spellCheck={false} />
        <p className="small quiet">{text('secondary.kinds', { kinds: page.kinds.join(' · ') })}</p>
        <div>
          <SubmitButton>{text('secondary.save')}</SubmitButton>
        </div>
      </Form>
      <FileForm reply={ofFile} />
    </div>
  );
}

/** One line of text for each line that is wrong. */
function Problems({ told }: { told: string | number | undefined }) {
  const text = useText();
  if (typeof told !== 'string' || told === '') return null;
  return (
    <Card title={text('secondary.problems')}>
      <ul>
        {told.split('\n').map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Card>
  );
}

function FileForm({ reply }: Pick<Props, 'reply'>) {
  const text = useText();
  const file = useValidatedForm(secondaryFileForm, reply);
  return (
    <Form method="post" action="/plans/secondary/file" encType="multipart/form-data" noValidate className="card stack" onSubmit={file.onSubmit}>
      {reply && <ErrorSummary form={file} labels={{ file: text('secondary.file') }} />}
      <FileField form={file} name="file" label={text('secondary.file')} hint={text('secondary.file.hint')} accept=".csv,.txt,.tsv,.xlsx,text/csv" />
      <div>
        <SubmitButton>{text('secondary.file.show')}</SubmitButton>
      </div>
    </Form>
  );
}

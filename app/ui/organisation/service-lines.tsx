// The whole map as lines that can be typed or come from a small file; what is wrong is listed line by line.
import { Form } from '@remix-run/react';
import type { ServiceMapPage } from '#app/domain/organisation/service-map-page.ts';
import { secondaryFileForm } from '#app/forms/secondary.ts';
import { serviceLinesForm } from '#app/forms/services.ts';
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
  readonly page: ServiceMapPage;
  readonly reply: FormReply | undefined;
}

/** `reply` of the lines or of the file: they come from one page. */
export function ServiceLines({ page, reply }: Props) {
  const text = useText();
  const ofFile = reply && 'file' in reply.errors ? reply : undefined;
  const form = useValidatedForm(serviceLinesForm, ofFile ? undefined : reply);
  const wrong = Object.keys(form.errors).length > 0;
  const [provider = '', customer = ''] = [page.departments[1] ?? page.departments[0], page.departments[2] ?? page.departments[0]];
  return (
    <div className="stack">
      {reply && !ofFile && !wrong && (
        <Notice tone="warn" live>
          {text('services.file.read')}
        </Notice>
      )}
      {wrong && <ErrorSummary form={form} labels={{ lines: text('services.lines') }} />}
      <Problems told={ofFile ? undefined : reply?.details?.['problems']} />
      <Form method="post" action="/surveys/services/lines" noValidate className="card stack" onSubmit={form.onSubmit}>
        <input type="hidden" {...form.hidden('revision', String(page.revision))} />
        <TextArea form={form} name="lines" label={text('services.lines')} hint={text('services.lines.hint', { provider, customer })} optional initial={page.lines} rows={10} spellCheck={false} />
        <div className="row tight">
          <SubmitButton>{text('services.save')}</SubmitButton>
          <a className="button" href="/surveys/services.csv" download>
            {text('services.download')}
          </a>
        </div>
      </Form>
      <ServiceFile reply={ofFile} />
    </div>
  );
}

/** One line of text for each line that is wrong. */
function Problems({ told }: { told: string | number | undefined }) {
  const text = useText();
  if (typeof told !== 'string' || told === '') return null;
  return (
    <Card title={text('services.problems')}>
      <ul>
        {told.split('\n').map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Card>
  );
}

function ServiceFile({ reply }: Pick<Props, 'reply'>) {
  const text = useText();
  const file = useValidatedForm(secondaryFileForm, reply);
  return (
    <Form method="post" action="/surveys/services/file" encType="multipart/form-data" noValidate className="card stack" onSubmit={file.onSubmit}>
      {reply && <ErrorSummary form={file} labels={{ file: text('services.file') }} />}
      <FileField form={file} name="file" label={text('services.file')} hint={text('services.file.hint')} accept=".csv,.txt,.tsv,.xlsx,text/csv" />
      <div>
        <SubmitButton>{text('services.file.show')}</SubmitButton>
      </div>
    </Form>
  );
}

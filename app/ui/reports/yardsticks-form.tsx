// What figures are compared with, for HR: a target for every dimension, and values from outside as lines that can be typed or come from a
// small file.
import { Form } from '@remix-run/react';
import { usualTarget } from '#app/domain/analysis/priorities/standing.ts';
import { outsideFileForm, targetField, yardsticksForm } from '#app/forms/yardsticks.ts';
import type { YardsticksPage } from '#app/domain/reports/yardsticks-page.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { FileField } from '#app/ui/forms/file-field.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextArea } from '#app/ui/forms/text-area.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import { useValidatedForm, type ValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useText } from '#app/ui/text.ts';

interface Props {
  readonly page: YardsticksPage;
  readonly saved: boolean;
  readonly reply: FormReply | undefined;
}

export function YardsticksForm({ page, saved, reply }: Props) {
  const text = useText();
  const ofFile = reply && 'file' in reply.errors ? reply : undefined;
  const form = useValidatedForm(yardsticksForm, ofFile ? undefined : reply);
  const file = useValidatedForm(outsideFileForm, ofFile);
  const labels = { ...Object.fromEntries(page.targets.map(({ dimension, label }) => [targetField(dimension), label])), outside: text('yardsticks.outside') };
  const wrong = Object.keys(form.errors).length > 0;
  const read = !ofFile && reply !== undefined && !wrong;
  return (
    <div className="narrow">
      <PageHeader title={text('yardsticks.title')} lead={text('yardsticks.lead')} back={{ to: '/results', label: text('results.title') }} />
      <div className="stack">
        {saved && reply === undefined && (
          <Notice tone="good" live>
            {text('yardsticks.saved')}
          </Notice>
        )}
        {read && <Notice tone="warn" live>{text('yardsticks.file.read')}</Notice>}
        {wrong && <ErrorSummary form={form} labels={labels} />}
        {ofFile && <ErrorSummary form={file} labels={{ file: text('yardsticks.file') }} />}
        <Form method="post" action="/results/yardsticks" noValidate className="stack" onSubmit={form.onSubmit}>
          <input type="hidden" {...form.hidden('revision', String(page.revision))} />
          <Targets form={form} targets={page.targets} />
          <Card title={text('yardsticks.outside')}>
            <TextArea form={form} name="outside" label={text('yardsticks.outside.lines')} hint={text('yardsticks.outside.hint')} optional initial={page.outside} rows={8} spellCheck={false} />
            <Asked asked={page.asked} />
          </Card>
          <div>
            <SubmitButton>{text('yardsticks.save')}</SubmitButton>
          </div>
        </Form>
        <Form method="post" action="/results/yardsticks/file" encType="multipart/form-data" noValidate className="card stack" onSubmit={file.onSubmit}>
          <FileField form={file} name="file" label={text('yardsticks.file')} hint={text('yardsticks.file.hint')} accept=".csv,.txt,.tsv,.xlsx,text/csv" />
          <div>
            <SubmitButton>{text('yardsticks.file.show')}</SubmitButton>
          </div>
        </Form>
      </div>
    </div>
  );
}

function Targets({ form, targets }: { form: ValidatedForm; targets: YardsticksPage['targets'] }) {
  const text = useText();
  return (
    <Card title={text('yardsticks.targets')}>
      <p className="quiet">{text('yardsticks.targets.hint', { usual: usualTarget('') })}</p>
      <div className="fields numbers">
        {targets.map(({ dimension, label, target }) => (
          <TextField key={dimension} form={form} name={targetField(dimension)} label={label} initial={target === null ? '' : String(target)} inputMode="numeric" autoComplete="off" />
        ))}
      </div>
    </Card>
  );
}

function Asked({ asked }: Pick<YardsticksPage, 'asked'>) {
  const text = useText();
  if (asked.length === 0) return <p className="quiet">{text('yardsticks.asked.none')}</p>;
  return (
    <Disclosure summary={text('yardsticks.asked')}>
      <ul>
        {asked.map(({ id, label }) => (
          <li key={id}>
            <span className="num">{id}</span> {label}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

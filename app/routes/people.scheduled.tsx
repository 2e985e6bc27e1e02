import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { fetchRefusals, sourceKinds, type FetchRefusal } from '#app/domain/organisation/people-source.ts';
import { peopleSourceForm } from '#app/forms/people-source.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { saveSource, sourceView } from '#app/services/organisation/scheduled-import.server.ts';
import { textOf } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ChoiceGroup } from '#app/ui/forms/choice-group.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SelectField } from '#app/ui/forms/select-field.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { failureSaid, PeopleFileNotice } from '#app/ui/organisation/people-file-notice.tsx';
import { PeopleTabs } from '#app/ui/organisation/people-tabs.tsx';
import { useText } from '#app/ui/text.ts';

const failureIn = (code: string | null): FetchRefusal | null => fetchRefusals.find((one) => one === code) ?? null;

export const loader = page({ may: 'manage-people' }, async ({ app, language, url }) => ({
  title: textOf(language)('scheduled.title'),
  ...(await sourceView(app)),
  saved: url.searchParams.has('saved'),
  missed: { failure: failureIn(url.searchParams.get('missed')), status: Math.trunc(Number(url.searchParams.get('status'))) || null },
}));

export const action = command({ may: 'manage-people', form: peopleSourceForm }, async ({ app, actor, input, reject }) => {
  const saved = await saveSource(app, actor, input);
  if (saved.ok) return redirect('/people/scheduled?saved');
  return reject(saved.because === 'no-folder' ? 'kind' : 'secret', saved.because);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }));

function Settings() {
  const text = useText();
  const { source, secret, folder } = useLoaded<typeof loader>();
  const form = useValidatedForm(peopleSourceForm, useReply());
  const labels = {
    kind: text('scheduled.kind'),
    place: text('scheduled.place'),
    header: text('scheduled.header'),
    secret: text('scheduled.secret'),
    hour: text('scheduled.hour'),
    leavers: text('scheduled.leavers'),
  };
  const kinds = sourceKinds.map((kind) => ({ value: kind, label: text(`scheduled.kind.${kind}`), ...(kind === 'folder' && !folder && { hint: text('scheduled.kind.no-folder') }) }));
  return (
    <>
      <ErrorSummary form={form} labels={labels} />
      <Form method="post" noValidate className="card stack" onSubmit={form.onSubmit}>
        <ChoiceGroup form={form} kind="one" name="kind" label={labels.kind} choices={kinds} initial={[source.kind]} />
        <TextField form={form} name="place" label={labels.place} hint={text('scheduled.place.hint')} initial={source.place} autoComplete="off" spellCheck={false} />
        <TextField form={form} name="header" label={labels.header} hint={text('scheduled.header.hint')} initial={source.header} optional autoComplete="off" spellCheck={false} />
        <TextField form={form} name="secret" type="password" label={labels.secret} hint={text(secret ? 'scheduled.secret.kept' : 'scheduled.secret.hint')} optional autoComplete="new-password" />
        <SelectField form={form} name="hour" label={labels.hour} hint={text('scheduled.hour.hint')} choices={hours} initial={String(source.hour)} />
        <TextField form={form} name="leavers" label={labels.leavers} hint={text('scheduled.leavers.hint')} initial={String(source.leavers)} inputMode="numeric" autoComplete="off" />
        <div>
          <SubmitButton>{text('scheduled.save')}</SubmitButton>
        </div>
      </Form>
    </>
  );
}

export default function Scheduled() {
  const text = useText();
  const { title, source, standing, saved, missed } = useLoaded<typeof loader>();
  return (
    <div className="wide">
      <PageHeader title={title} lead={text('scheduled.lead')} />
      <div className="stack">
        <PeopleTabs />
        {saved && (
          <Notice tone="good" live>
            {text('scheduled.saved')}
          </Notice>
        )}
        {missed.failure && (
          <Notice tone="danger" live title={text('scheduled.missed')}>
            {failureSaid(text, missed)}
          </Notice>
        )}
        {standing && <PeopleFileNotice standing={standing} />}
        {source.kind !== 'off' && (
          <Form method="post" action="/people/scheduled/look">
            <SubmitButton className="button">{text('scheduled.now')}</SubmitButton>
          </Form>
        )}
        <Settings />
      </div>
    </div>
  );
}

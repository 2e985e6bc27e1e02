import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { setUpForm } from '#app/forms/setup.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import { zoneOffer } from '#app/services/organisation/set-time-zone.server.ts';
import { isSetUp, opensSetUp, setUp } from '#app/services/installation/set-up.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ChoiceGroup } from '#app/ui/forms/choice-group.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import { useValidatedForm, type ValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { FirstSteps } from '#app/ui/organisation/first-steps.tsx';
import { CompanyFields } from '#app/ui/installation/company-fields.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'visit' }, async ({ app, language, params }) => {
  if (await isSetUp(app)) throw redirect('/');
  if (!opensSetUp(app, params['secret'] ?? '')) throw redirect('/setup');
  return { title: textOf(language)('setup.title'), language, zones: zoneOffer(app, language) };
});

const fields: Readonly<Record<string, string>> = { 'language-missing': 'languages', 'time-zone': 'timeZone', 'bad-email': 'email', 'name-missing': 'name' };

export const action = command({ may: 'visit', form: setUpForm }, async ({ app, input, params, reject }) => {
  if (!opensSetUp(app, params['secret'] ?? '')) throw redirect('/setup');
  const { company, languages, language, timeZone, name, email, hr } = input;
  const outcome = await setUp(app, { name: company, languages, language, timeZone }, { name, email, hr: hr.length > 0 });
  if (!outcome.ok) return reject(fields[outcome.because] ?? '', outcome.because === 'bad-email' ? 'email' : outcome.because === 'name-missing' ? 'required' : outcome.because);
  const { secret, seconds } = outcome.value;
  return redirect('/people/import', { headers: { 'Set-Cookie': sessionCookie(app, secret, seconds) } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function You({ form }: { form: ValidatedForm }) {
  const text = useText();
  return (
    <>
      <p className="quiet small">{text('setup.you.role')}</p>
      <TextField form={form} name="name" label={text('setup.you.name')} autoComplete="name" maxLength={200} />
      <TextField form={form} name="email" type="email" label={text('setup.you.email')} hint={text('setup.you.email.hint')} autoComplete="email" maxLength={254} />
      <ChoiceGroup
        form={form}
        name="hr"
        label={text('role.hr')}
        kind="several"
        choices={[{ value: 'yes', label: text('setup.you.hr'), hint: text('setup.you.hr.hint') }]}
        initial={['yes']}
      />
    </>
  );
}

export default function FirstSetUp() {
  const text = useText();
  const { language, zones } = useLoaded<typeof loader>();
  const form = useValidatedForm(setUpForm, useReply());
  const labels = {
    company: text('setup.company.name'),
    languages: text('setup.languages'),
    language: text('setup.language'),
    timeZone: text('zone.label'),
    name: text('setup.you.name'),
    email: text('setup.you.email'),
  };
  return (
    <div className="narrow">
      <PageHeader title={text('setup.title')} lead={text('setup.lead')} />
      <div className="stack">
        <FirstSteps now="people" />
        <ErrorSummary form={form} labels={labels} />
        <Form method="post" noValidate className="stack" onSubmit={form.onSubmit}>
          <Card title={text('setup.company')}>
            <CompanyFields form={form} language={language} zones={zones} />
          </Card>
          <Card title={text('setup.you')}>
            <You form={form} />
          </Card>
          <SubmitButton className="button primary large">{text('setup.begin')}</SubmitButton>
        </Form>
      </div>
    </div>
  );
}

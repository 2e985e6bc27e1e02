import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { may } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import type { ZoneOffer } from '#app/domain/organisation/zone-offer.ts';
import { companyForm } from '#app/forms/setup.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { zoneOffer } from '#app/services/organisation/set-time-zone.server.ts';
import { isSetUp, setUpCompany } from '#app/services/installation/set-up.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { CompanyFields } from '#app/ui/installation/company-fields.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { useText } from '#app/ui/text.ts';

/** Open to everybody as long as there is no company: a stranger reads how to get in, an administrator names the company. */
export const loader = page({ may: 'visit' }, async ({ app, actor, language }) => {
  if (await isSetUp(app)) throw redirect('/');
  return { title: textOf(language)('setup.title'), language, names: may(actor, 'run-system'), zones: may(actor, 'run-system') ? zoneOffer(app, language) : null };
});

const fields: Readonly<Record<string, string>> = { 'language-missing': 'languages', 'time-zone': 'timeZone' };

export const action = command({ may: 'run-system', form: companyForm }, async ({ app, actor, input, reject }) => {
  const { company, languages, language, timeZone } = input;
  const outcome = await setUpCompany(app, actor, { name: company, languages, language, timeZone });
  return outcome.ok ? redirect('/people/import') : reject(fields[outcome.because] ?? '', outcome.because);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const makeOne = 'npm run --silent murmur -- admin create --email ada@example.org --name "Ada"';

function Locked() {
  const text = useText();
  return (
    <div className="narrow stack">
      <h1>{text('setup.locked.title')}</h1>
      <p>{text('setup.locked.text')}</p>
      <p>
        <code>{makeOne}</code>
      </p>
    </div>
  );
}

function Company({ language, zones }: { language: Language; zones: ZoneOffer }) {
  const text = useText();
  const form = useValidatedForm(companyForm, useReply());
  const labels = { company: text('setup.company.name'), languages: text('setup.languages'), language: text('setup.language'), timeZone: text('zone.label') };
  return (
    <div className="narrow">
      <PageHeader title={text('setup.title')} lead={text('setup.lead')} />
      <div className="stack">
        <ErrorSummary form={form} labels={labels} />
        <Form method="post" noValidate className="card stack" onSubmit={form.onSubmit}>
          <CompanyFields form={form} language={language} zones={zones} />
          <SubmitButton>{text('setup.begin')}</SubmitButton>
        </Form>
      </div>
    </div>
  );
}

export default function SetUp() {
  const { zones, language } = useLoaded<typeof loader>();
  return zones ? <Company language={language} zones={zones} /> : <Locked />;
}

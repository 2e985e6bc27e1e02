import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import * as v from 'valibot';
import { may } from '#app/domain/access/actor.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { checkPrivacyOnce, latestPrivacyReport } from '#app/services/privacy.server.ts';
import { clockOf } from '#app/services/organisation/set-time-zone.server.ts';
import { ballotTrouble } from '#app/services/installation/notice-trouble.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { BallotTrouble } from '#app/ui/privacy/ballot-trouble.tsx';
import { CheckReport } from '#app/ui/privacy/check-report.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, actor, language }) => ({
  title: textOf(language)('privacy.check.title'),
  of: { organisation: (await app.data.organisation.get())?.name ?? 'Murmur', address: app.config.publicUrl },
  report: latestPrivacyReport(app),
  clock: clockOf(app, latestPrivacyReport(app)?.at ?? null, language),
  trouble: may(actor, 'run-system') ? ballotTrouble(app) : null,
}));

export const action = command({ may: 'manage-people', form: v.object({}) }, async ({ app }) => {
  await checkPrivacyOnce(app);
  return redirect('/privacy/check');
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const onTheCommandLine = 'npm run --silent murmur -- privacy check';

export default function PrivacyCheckPage() {
  const text = useText();
  const { title, of, report, clock, trouble } = useLoaded<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('privacy.check.lead')} back={{ to: '/privacy', label: text('privacy.title') }} />
      <div className="stack">
        {report && clock && <CheckReport report={report} of={{ ...of, ...clock }} />}
        <div className="card stack-tight no-print">
          <p>{text('privacy.check.takes')}</p>
          <Form method="post" className="row">
            <SubmitButton>{text(report ? 'privacy.check.again' : 'privacy.check.begin')}</SubmitButton>
            {report && <span className="quiet small">{text('privacy.check.print')}</span>}
          </Form>
          <p className="quiet small">
            {text('privacy.check.command')} <code>{onTheCommandLine}</code>
          </p>
        </div>
        {trouble && <BallotTrouble trouble={trouble} />}
      </div>
    </div>
  );
}

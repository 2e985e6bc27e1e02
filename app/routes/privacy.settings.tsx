import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { retentionBounds } from '#app/domain/privacy/privacy-settings.ts';
import { privacyForm } from '#app/forms/privacy.ts';
import { atItsField, command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { zoneToChange } from '#app/services/organisation/set-time-zone.server.ts';
import { changePrivacySettings, privacyOverview, wrongInSettings } from '#app/services/privacy/change-settings.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { SettingsLog } from '#app/ui/privacy/settings-log.tsx';
import { ZoneField } from '#app/ui/installation/zone-field.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, language, url }) => ({
  title: textOf(language)('privacy.settings.title'),
  overview: await privacyOverview(app, language),
  zones: zoneToChange(app, language),
  saved: url.searchParams.has('saved'),
}));

export const action = command({ may: 'manage-people', form: privacyForm, besides: async ({ app, input }) => (await wrongInSettings(app, input)).map(atItsField) }, async ({ app, actor, input, rejectAll }) => {
  const changed = await changePrivacySettings(app, actor, input);
  return changed.ok ? redirect('/privacy/settings?saved') : rejectAll(changed, atItsField);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PrivacySettings() {
  const text = useText();
  const { title, overview, zones, saved } = useLoaded<typeof loader>();
  const form = useValidatedForm(privacyForm, useReply(), { asks: true });
  const labels = { k: text('privacy.settings.k'), letters: text('privacy.settings.letters'), sessions: text('privacy.settings.sessions'), timeZone: text('zone.label') };
  const number = { inputMode: 'numeric', autoComplete: 'off' } as const;
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('privacy.settings.lead')} back={{ to: '/privacy', label: text('privacy.title') }} />
      <div className="stack">
        {saved && form.refusals === 0 && (
          <Notice tone="good" live>
            {text('privacy.settings.saved')}
          </Notice>
        )}
        <ErrorSummary form={form} labels={labels} />
        <Form method="post" noValidate className="card stack" onSubmit={form.onSubmit}>
          <TextField form={form} name="k" label={labels.k} hint={text('privacy.settings.k-hint', { k: overview.k })} initial={String(overview.k)} {...number} />
          <TextField form={form} name="letters" label={labels.letters} hint={text('privacy.settings.letters-hint', retentionBounds.letters)} initial={String(overview.retention.letters)} {...number} />
          <TextField form={form} name="sessions" label={labels.sessions} hint={text('privacy.settings.sessions-hint', retentionBounds.sessions)} initial={String(overview.retention.sessions)} {...number} />
          <ZoneField form={form} offer={zones} hint={text('zone.settings-hint')} />
          <p className="quiet small">{text('privacy.now.sealed')}</p>
          <SubmitButton>{text('privacy.settings.save')}</SubmitButton>
        </Form>
        <Card title={text('privacy.log.title')}>
          <SettingsLog log={overview.log} />
        </Card>
      </div>
    </div>
  );
}

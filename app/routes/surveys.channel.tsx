import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { chatKinds, chatOccasions } from '#app/domain/notifications/chat.ts';
import { nameOfTongue } from '#app/domain/kernel/tongue.ts';
import { languages } from '#app/domain/kernel/language.ts';
import { channelForm } from '#app/forms/channel.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { channelView, setChannel, testChannel } from '#app/services/notifications/tell-channel.server.ts';
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
import { SurveysTabs } from '#app/ui/surveys/surveys-tabs.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, language, url }) => ({
  title: textOf(language)('chat.title'),
  view: await channelView(app),
  done: url.searchParams.get('done'),
}));

export const action = command({ may: 'compose-surveys', form: channelForm }, async ({ app, actor, input, reject }) => {
  const { intent, kind, address, secret, language } = input;
  if (intent === 'test') {
    const tested = await testChannel(app);
    return tested.ok ? redirect('/surveys/channel?done=tested') : reject('', `chat-${tested.because.replace(/^chat-/, '')}` as 'chat-off', tested.details);
  }
  const set = await setChannel(app, actor, { kind, address, secret, language: language || 'en', occasions: input['occasions[]'] });
  return set.ok ? redirect('/surveys/channel?done=set') : reject('address', set.because, set.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Channel() {
  const text = useText();
  const { title, view, done } = useLoaded<typeof loader>();
  const reply = useReply();
  const form = useValidatedForm(channelForm, reply);
  const labels = { kind: text('chat.kind'), address: text('chat.address'), secret: text('chat.secret'), language: text('chat.language'), 'occasions[]': text('chat.occasions') };
  const { trouble } = view;
  return (
    <div className="wide">
      <PageHeader title={title} lead={text('chat.lead')} />
      <div className="stack-wide">
        <SurveysTabs />
        <div className="narrow stack">
          {done !== null && !reply && (
            <Notice tone="good" live>
              {text(done === 'tested' ? 'chat.tested' : 'chat.saved')}
            </Notice>
          )}
          {trouble && (
            <Notice tone="warn" title={text('chat.trouble', { day: text.day(trouble.day) })}>
              <p>
                {text(`error.chat-${trouble.because}`, { said: trouble.said })} {text(trouble.givenUp ? 'chat.given-up' : 'chat.again')}
              </p>
            </Notice>
          )}
          <ErrorSummary form={form} labels={labels} />
          <Form method="post" noValidate className="card stack" onSubmit={form.onSubmit}>
            <SelectField form={form} name="kind" label={labels.kind} initial={view.kind} choices={['off' as const, ...chatKinds].map((value) => ({ value, label: text(`chat.kind.${value}`) }))} />
            <TextField form={form} name="address" label={labels.address} hint={view.host === '' ? text('chat.address.hint') : text('chat.address.kept', { host: view.host })} initial="" autoComplete="off" inputMode="url" spellCheck={false} />
            <TextField form={form} name="secret" label={labels.secret} hint={text(view.signs ? 'chat.secret.kept' : 'chat.secret.hint')} optional initial="" autoComplete="off" spellCheck={false} />
            <SelectField form={form} name="language" label={labels.language} initial={view.language} choices={languages.map((value) => ({ value, label: nameOfTongue(value) }))} />
            <ChoiceGroup form={form} kind="several" name="occasions[]" label={labels['occasions[]']} initial={view.occasions} choices={chatOccasions.map((value) => ({ value, label: text(`chat.occasion.${value}`) }))} />
            <p className="quiet small">{text('chat.never')}</p>
            <SubmitButton name="intent" value="set">
              {text('chat.save')}
            </SubmitButton>
          </Form>
          {view.kind !== 'off' && (
            <Form method="post">
              <SubmitButton className="button" name="intent" value="test">
                {text('chat.test')}
              </SubmitButton>
            </Form>
          )}
        </div>
      </div>
    </div>
  );
}

import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { testLetterForm } from '#app/forms/test-letter.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { lettersOverview, sendTestLetter } from '#app/services/notifications/send-letters.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { PeopleTabs } from '#app/ui/organisation/people-tabs.tsx';
import { TroubledLetters } from '#app/ui/notifications/troubled-letters.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, actor, language, url }) => ({
  title: textOf(language)('letters.title'),
  letters: await lettersOverview(app),
  own: (await app.data.people.get(actor.personId))?.email ?? '',
  tested: url.searchParams.has('tested'),
}));

export const action = command({ may: 'manage-people', form: testLetterForm }, async ({ app, input, language, reject }) => {
  const sent = await sendTestLetter(app, input.to, language);
  return sent.ok ? redirect('/people/letters?tested') : reject('to', sent.because, sent.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function Test({ own }: { own: string }) {
  const text = useText();
  const form = useValidatedForm(testLetterForm, useReply());
  return (
    <Card title={text('letters.test.title')}>
      <Form method="post" noValidate className="stack" onSubmit={form.onSubmit}>
        <TextField form={form} name="to" label={text('letters.test.to')} type="email" autoComplete="email" initial={own} />
        <SubmitButton>{text('letters.test.send')}</SubmitButton>
      </Form>
    </Card>
  );
}

export default function Letters() {
  const text = useText();
  const { title, letters, own, tested } = useLoaded<typeof loader>();
  const { sends, from, waiting, givenUp, troubled } = letters;
  return (
    <div className="wide">
      <PageHeader title={title} lead={text('letters.lead')} />
      <div className="stack">
        <PeopleTabs />
        {tested && (
          <Notice tone="good" live>
            {text('letters.tested')}
          </Notice>
        )}
        {!sends && <Notice tone="warn" title={text('error.no-mail-server')} />}
        <p role="status">{text('letters.counts', { waiting, givenUp })}</p>
        {sends && <p className="quiet small">{text('letters.sent-back', { from })}</p>}
        {troubled.length > 0 && <TroubledLetters letters={troubled} />}
        <Test own={own} />
      </div>
    </div>
  );
}

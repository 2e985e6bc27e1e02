import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { releaseForm } from '#app/forms/addresses.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { heldAddresses, releaseAddresses } from '#app/services/organisation/release-addresses.server.ts';
import { saidOf } from '#app/text/form-reply.ts';
import { textOf } from '#app/text/text.ts';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { HeldAddresses } from '#app/ui/organisation/held-addresses.tsx';
import { PeopleTabs } from '#app/ui/organisation/people-tabs.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, actor, language, url }) => ({
  title: textOf(language)('addresses.title'),
  held: await heldAddresses(app, actor),
  released: Math.trunc(Number(url.searchParams.get('released'))) || 0,
}));

export const action = command({ may: 'manage-people', form: releaseForm }, async ({ app, actor, input, reject }) => {
  const released = await releaseAddresses(app, actor, input['people[]']);
  return released.ok ? redirect(`/people/addresses?released=${released.value}`) : reject('people', released.because);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Addresses() {
  const text = useText();
  const { title, held, released } = useLoaded<typeof loader>();
  const reply = useReply();
  const wrong = Object.keys(reply?.errors ?? {})[0];
  return (
    <div className="wide">
      <PageHeader title={title} lead={text('addresses.lead')} />
      <div className="stack">
        <PeopleTabs />
        {reply && wrong !== undefined && (
          <Notice tone="danger" live>
            {saidOf(text, reply, wrong)}
          </Notice>
        )}
        {released > 0 && !wrong && (
          <Notice tone="good" live>
            {text('addresses.released', { n: released })}
          </Notice>
        )}
        {held.length === 0 ? (
          <EmptyState icon="mail" text={text('addresses.none')} />
        ) : (
          <Form method="post" className="stack">
            <Notice>{text('addresses.ask')}</Notice>
            <HeldAddresses held={held} />
            {held.some(({ refusal }) => refusal === null) && (
              <p>
                <SubmitButton>{text('addresses.button')}</SubmitButton>
              </p>
            )}
          </Form>
        )}
      </div>
    </div>
  );
}

import { Form } from '@remix-run/react';
import { redirect, type MetaFunction } from '@remix-run/node';
import { safeDestination } from '#app/domain/access/destination.ts';
import { signInForm } from '#app/forms/sign-in.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { isSetUp } from '#app/services/installation/set-up.server.ts';
import { askForLink, linkMinutes } from '#app/services/access.server.ts';
import { textOf } from '#app/text/text.ts';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import { usePostedForm } from '#app/ui/forms/use-posted-form.ts';
import { Flock } from '#app/ui/layout/flock.tsx';
import { useAnswer, useLoaded } from '#app/ui/layout/loaded.ts';
import { scriptless } from '#app/ui/layout/scriptless.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'visit' }, async ({ app, language, url }) => {
  if (!(await isSetUp(app))) throw redirect('/setup');
  return { title: textOf(language)('sign-in.title'), to: safeDestination(url.searchParams.get('to')), demo: app.config.demo };
});

export const action = command({ may: 'visit', form: signInForm }, async ({ app, input }) => ({
  sent: true as const,
  link: await askForLink(app, input.email, safeDestination(input.to)),
  minutes: linkMinutes,
}));

export const handle = scriptless;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

function Sent({ link, minutes }: { link: string | null; minutes: number }) {
  const text = useText();
  return (
    <div className="narrow stack">
      <h1>{text('sign-in.sent.title')}</h1>
      <p>{text('sign-in.sent.text', { minutes })}</p>
      {link && (
        <div className="notice stack">
          <p>{text('sign-in.demo')}</p>
          <p>
            <a className="button primary" href={link}>
              {text('sign-in.demo.open')}
            </a>
          </p>
        </div>
      )}
    </div>
  );
}

export default function SignIn() {
  const text = useText();
  const { to } = useLoaded<typeof loader>();
  const reply = useAnswer<typeof action>();
  const form = usePostedForm(reply && 'errors' in reply ? reply : undefined);
  if (reply && 'sent' in reply) return <Sent link={reply.link} minutes={reply.minutes} />;
  return (
    <div className="narrow stack welcome">
      <Flock />
      <p className="eyebrow">{text('app.tagline')}</p>
      <h1>{text('sign-in.title')}</h1>
      <p className="quiet">{text('sign-in.intro')}</p>
      <Form method="post" reloadDocument noValidate className="card stack">
        <input type="hidden" {...form.hidden('to', to)} />
        <TextField form={form} name="email" label={text('sign-in.email')} type="email" autoComplete="email" />
        <SubmitButton>{text('sign-in.send')}</SubmitButton>
      </Form>
    </div>
  );
}

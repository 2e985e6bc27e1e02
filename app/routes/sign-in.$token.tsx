import { redirect } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import * as v from 'valibot';
import { safeDestination } from '#app/domain/access/destination.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { enterByLink, refusalOf, type LinkRefusal } from '#app/services/access.server.ts';
import { useAnswer, useLoaded } from '#app/ui/layout/loaded.ts';
import { scriptless } from '#app/ui/layout/scriptless.ts';
import { useText } from '#app/ui/text.ts';

async function enter(app: App, token: string): Promise<Response | LinkRefusal> {
  const session = await enterByLink(app, token);
  if (!session.ok) return session.because;
  const { secret, seconds, to } = session.value;
  return redirect(safeDestination(to), { headers: { 'Set-Cookie': sessionCookie(app, secret, seconds) } });
}

/** Opening a link does not use it up: mail programs open links by themselves. In the demonstration it does, and it stays good. */
export const loader = page({ may: 'visit' }, async ({ app, params }) => {
  const token = params['token'] ?? '';
  if (app.config.demo) {
    const entered = await enter(app, token);
    if (entered instanceof Response) throw entered;
  }
  return { refusal: await refusalOf(app, token) };
});

export const action = command({ may: 'visit', form: v.object({}) }, async ({ app, params }) => {
  const entered = await enter(app, params['token'] ?? '');
  return entered instanceof Response ? entered : { refusal: entered };
});

export const handle = scriptless;

export default function Confirm() {
  const text = useText();
  const loaded = useLoaded<typeof loader>();
  const reply = useAnswer<typeof action>();
  const refusal = reply && 'refusal' in reply ? reply.refusal : loaded.refusal;
  const usable = refusal === null;
  return (
    <div className="narrow stack">
      <h1>{text(usable ? 'sign-in.confirm.title' : 'sign-in.title')}</h1>
      <p>{text(usable ? 'sign-in.confirm.text' : refusal === 'survey-ended' ? 'sign-in.survey-ended' : 'sign-in.used')}</p>
      {usable ? (
        <Form method="post" reloadDocument>
          <button className="button primary">{text('sign-in.confirm.button')}</button>
        </Form>
      ) : (
        <p>
          <Link className="button primary" to="/sign-in">
            {text('sign-in.send')}
          </Link>
        </p>
      )}
    </div>
  );
}

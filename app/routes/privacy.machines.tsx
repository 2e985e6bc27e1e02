import { redirect, type MetaFunction } from '@remix-run/node';
import { latestDay } from '#app/domain/access/machine-token.ts';
import { tokensForm } from '#app/forms/machine-tokens.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { endToken, makeToken, tokensRunning } from '#app/services/access/machine-tokens.server.ts';
import { textOf } from '#app/text/text.ts';
import { MachineTokenForm } from '#app/ui/access/machine-token-form.tsx';
import { MachineTokens } from '#app/ui/access/machine-tokens.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useAnswer, useLoaded } from '#app/ui/layout/loaded.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'read-results' }, async ({ app, language, url }) => ({
  title: textOf(language)('machines.title'),
  tokens: await tokensRunning(app),
  request: app.newId(),
  latest: latestDay(app.today()),
  address: `${app.config.publicUrl}/api/v1/openapi.json`,
  ended: url.searchParams.has('ended'),
}));

export const action = command({ may: 'read-results', form: tokensForm }, async ({ app, actor, input, reject }) => {
  if (input.intent === 'end') {
    if (!(await endToken(app, actor, input.token))) throw refuse('not-found');
    return redirect('/privacy/machines?ended');
  }
  const made = await makeToken(app, actor, input);
  if (made.ok) return { name: input.name, secret: made.value };
  if (made.because === 'forbidden') throw refuse('forbidden');
  return reject(made.because === 'token-day' ? 'lastDay' : '', made.because, made.details);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Machines() {
  const text = useText();
  const { title, tokens, request, latest, address, ended } = useLoaded<typeof loader>();
  const answer = useAnswer<typeof action>();
  const made = answer && 'secret' in answer ? answer : null;
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('machines.lead')} back={{ to: '/privacy', label: text('privacy.title') }} />
      <div className="stack">
        {ended && !answer && (
          <Notice tone="good" live>
            {text('machines.ended')}
          </Notice>
        )}
        {made && (
          <Notice tone="good" live title={text('machines.made', { name: made.name })}>
            <p>{text('machines.made.once')}</p>
            <p className="hash">
              <code>{made.secret}</code>
            </p>
            <p className="small">{text('machines.made.how', { address })}</p>
          </Notice>
        )}
        <Card title={text('machines.running')}>
          <MachineTokens tokens={tokens} />
        </Card>
        {/* After a token was made the form is empty again. */}
        <MachineTokenForm key={request} request={request} latest={latest} reply={answer && 'errors' in answer ? answer : undefined} />
        <p className="quiet small">{text('machines.logged')}</p>
      </div>
    </div>
  );
}

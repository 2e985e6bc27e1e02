import { redirect, type MetaFunction } from '@remix-run/node';
import { proposalForm } from '#app/forms/proposals.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { proposeQuestion, readOwnProposals } from '#app/services/surveys/proposals.server.ts';
import { day } from '#app/domain/kernel/day.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { ProposalForm } from '#app/ui/surveys/proposals/proposal-form.tsx';
import { ProposalLines } from '#app/ui/surveys/proposals/proposal-lines.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'take-part' }, async ({ app, actor, url, language }) => ({
  title: textOf(language)('proposal.title'),
  request: app.newId(),
  proposals: await readOwnProposals(app, actor),
  sent: url.searchParams.has('sent'),
}));

export const action = command({ may: 'take-part', form: proposalForm }, async ({ app, actor, input, language, reject }) => {
  const { request, words, why = '', 'may-show': mayShow = false } = input;
  const sent = await proposeQuestion(app, actor, { request, words, why, mayShow });
  if (sent.ok) return redirect('/propose?sent');
  const on = sent.details['day'];
  return reject(String(sent.details['field'] ?? ''), sent.because, { ...sent.details, ...(on !== undefined && { day: textOf(language).day(day(String(on))) }) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Propose() {
  const text = useText();
  const { title, request, proposals, sent } = useLoaded<typeof loader>();
  const reply = useReply();
  return (
    <div className="reading">
      <PageHeader title={title} lead={text('proposal.lead')} back={{ to: '/', label: text('home.title') }} />
      <div className="stack-wide">
        {sent && reply === undefined && (
          <Notice tone="good" live>
            {text('proposal.sent')}
          </Notice>
        )}
        {/* One that was sent is a form of its own: the next one begins empty. */}
        <ProposalForm key={proposals.length} request={request} reply={reply} />
        <div id="proposed">
          <Card title={text('proposal.own')}>{proposals.length === 0 ? <p className="quiet">{text('proposal.own.none')}</p> : <ProposalLines proposals={proposals} />}</Card>
        </div>
      </div>
    </div>
  );
}

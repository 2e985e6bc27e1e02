import { redirect, type MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { nameOfTongue } from '#app/domain/kernel/tongue.ts';
import { ownId } from '#app/domain/surveys/own/own-question.ts';
import { answerWishesOf, proposalAnswerForm } from '#app/forms/proposals.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { answerProposal } from '#app/services/surveys/answer-proposal.server.ts';
import { beginningsOf, proposalForHr } from '#app/services/surveys/proposals.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { ProposalAnswerForm } from '#app/ui/surveys/proposals/proposal-answer.tsx';
import { ProposalRow } from '#app/ui/surveys/proposals/proposal-row.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params, language }) => {
  const proposal = await proposalForHr(app, params['id'] ?? '');
  if (!proposal) throw refuse('not-found');
  const row = { ...proposal, ownId: proposal.own === null ? null : ownId({ number: proposal.own, version: 1 }) };
  return { title: textOf(language)('proposal.answer.title'), row, today: app.today(), ...(await beginningsOf(app, proposal)) };
});

export const action = command({ may: 'compose-surveys', form: proposalAnswerForm }, async ({ app, params, input, rejectAll }) => {
  const kept = await answerProposal(app, params['id'] ?? '', answerWishesOf(input));
  if (kept.ok) return redirect('/surveys/proposals?answered');
  if (kept.because === 'not-found') throw refuse('not-found');
  return rejectAll(kept, ({ because, details: { field = '', language, ...details } }) => ({ field: String(field), code: because, details: { ...details, ...(language !== undefined && { language: nameOfTongue(String(language)) }) } }));
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AnswerProposal() {
  const text = useText();
  const { title, row, languages, beginning, today } = useLoaded<typeof loader>();
  const reply = useReply();
  const asked = row.view.standing === 'asking' || row.view.support !== null || row.view.standing === 'result';
  return (
    <div className="reading">
      <PageHeader title={title} back={{ to: '/surveys/proposals', label: text('proposals.title') }} />
      <div className="stack-wide">
        <ProposalRow row={row} />
        <Card title={text('proposal.take-up')}>
          <p>{text('proposal.take-up.text')}</p>
          <p>
            <Link className="button" to={`/surveys/own/new?proposal=${row.view.id}`}>
              {text('proposal.take-up.link')}
            </Link>
          </p>
        </Card>
        <ProposalAnswerForm languages={languages} beginning={beginning} mayAsk={!asked} mayShow={row.mayShow} keptBack={row.keptBack} today={today} reply={reply} />
      </div>
    </div>
  );
}

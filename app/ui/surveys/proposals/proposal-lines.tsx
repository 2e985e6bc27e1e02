// Proposals as they are read by whoever may: the words, how they stand, what came of them. Never who wrote them.
import { Link } from '@remix-run/react';
import type { ProposalView } from '#app/domain/reports/proposal-view.ts';
import type { ProposalStanding } from '#app/domain/surveys/proposals/proposal.ts';
import { Badge, type Tone } from '../../controls/badge.tsx';
import { Card } from '../../controls/card.tsx';
import { useText } from '../../text.ts';

const tones: Readonly<Record<ProposalStanding, Tone>> = { waiting: 'wait', 'to-be-asked': 'accent', asking: 'accent', result: 'wait', 'taken-up': 'good', parked: 'quiet', due: 'late', declined: 'quiet' };

export function StandingBadge({ view: { standing, review } }: { readonly view: ProposalView }) {
  const text = useText();
  return <Badge tone={tones[standing]}>{text(`proposal.standing.${standing}`, { day: review === null ? '' : text.day(review) })}</Badge>;
}

/** What came of it, in sentences: each follows from the answer that holds and from the releases there are. */
export function WhatCame({ view: { standing, on, reason, asked, survey, support } }: { readonly view: ProposalView }) {
  const text = useText();
  const title = survey ? text.of(survey.title) : '';
  return (
    <>
      {asked && (standing === 'to-be-asked' || standing === 'asking' || standing === 'result') && <p>{text.of(asked)}</p>}
      {standing === 'to-be-asked' && <p className="small quiet">{text('proposal.came.to-be-asked')}</p>}
      {standing === 'asking' && survey && <p className="small quiet">{text('proposal.came.asking', { title, day: text.day(survey.closes) })}</p>}
      {standing === 'taken-up' && <p>{survey ? text('proposal.came.taken-up.asking', { title }) : text('proposal.came.taken-up')}</p>}
      {reason !== null && on !== null && <p className="said">{text('proposal.came.reason', { day: text.day(on), reason })}</p>}
      {support && survey && <p>{text('proposal.came.support', { percent: support.percent, title, n: support.answered })}</p>}
      {standing === 'result' && !support && <p>{text('proposal.came.too-few', { title })}</p>}
      {survey?.published && (
        <p className="small">
          <Link to={`/results/${survey.id}`}>{text('proposal.came.results', { title })}</Link>
        </p>
      )}
    </>
  );
}

export function ProposalLines({ proposals }: { readonly proposals: readonly ProposalView[] }) {
  const text = useText();
  return (
    <ul className="list">
      {proposals.map((view) => (
        <li key={view.id} className="stack-tight">
          <p className="strong proposal-words" dir="auto">
            {view.words}
          </p>
          <p className="row small quiet">
            <StandingBadge view={view} />
            <span>{[text(view.fromText ? 'proposal.from-text' : 'proposal.own.line', { day: text.day(view.day) }), ...(view.own ? [text('proposal.yours')] : [])].join(' · ')}</span>
          </p>
          <WhatCame view={view} />
        </li>
      ))}
    </ul>
  );
}

export function ProposalsTold({ proposals }: { readonly proposals: readonly ProposalView[] }) {
  const text = useText();
  if (proposals.length === 0) return null;
  return (
    <Card title={text('proposal.told')}>
      <p className="small quiet">{text('proposal.told.lead')}</p>
      <ProposalLines proposals={proposals} />
    </Card>
  );
}

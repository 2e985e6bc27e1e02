// A proposal as HR alone reads it: with the name of whoever wrote it and the reason.
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Localized } from '#app/domain/kernel/language.ts';
import type { ProposalView } from '#app/domain/reports/proposal-view.ts';
import { useText } from '../../text.ts';
import { StandingBadge, WhatCame } from './proposal-lines.tsx';

export interface RowOfProposal {
  readonly view: ProposalView;
  readonly by: string | null;
  /** Of the survey of whose open texts it is. */
  readonly from: Localized | null;
  readonly why: string;
  readonly mayShow: boolean;
  readonly keptBack: boolean;
  readonly own: number | null;
  readonly ownId: string | null;
}

/** `children`: what can be done with it. */
export function ProposalRow({ row, children }: { readonly row: RowOfProposal; readonly children?: ReactNode }) {
  const text = useText();
  const { view, by, from, why, mayShow, keptBack, own, ownId } = row;
  const day = text.day(view.day);
  return (
    <article className="survey-row">
      <div className="stack-tight">
        <h2 dir="auto" className="proposal-words">
          {view.words}
        </h2>
        <p className="quiet small">{from ? text('proposals.from-text', { title: text.of(from), day }) : by === null ? text('proposals.by.left', { day }) : text('proposals.by', { name: by, day })}</p>
        {why !== '' && (
          <p className="small" dir="auto">
            {text('proposals.why', { why })}
          </p>
        )}
        <p className="row">
          <StandingBadge view={view} />
        </p>
        <WhatCame view={view} />
        {own !== null && (
          <p className="small">
            <Link to={`/surveys/own/${own}`}>{text('proposals.own', { id: ownId ?? '' })}</Link>
          </p>
        )}
        {(!mayShow || keptBack) && <p className="small quiet">{text(mayShow ? 'proposals.kept-back' : 'proposals.private')}</p>}
      </div>
      <div className="aside">{children}</div>
    </article>
  );
}

// A proposal as it is read: what was said, how it stands, and what came of it. There is no place here for the name of whoever wrote it.
import type { Day } from '../kernel/day.ts';
import type { Localized } from '../kernel/language.ts';
import { standingOf, type Proposal, type ProposalStanding } from '../surveys/proposals/proposal.ts';
import type { Support } from './support-result.ts';

/** A survey that was sealed and asks what came of it. */
export interface AskingSurvey {
  readonly id: string;
  readonly title: Localized;
  readonly closes: Day;
  /** Counted, though perhaps too few answered to show anything. */
  readonly closed: boolean;
  readonly published: boolean;
}

export interface ProposalView {
  readonly id: string;
  readonly day: Day;
  readonly words: string;
  /** The reader wrote it. */
  readonly own: boolean;
  /** HR entered it from an open text: of which survey or group is told to nobody here. */
  readonly fromText: boolean;
  readonly standing: ProposalStanding;
  /** Of the answer that holds; null while there is none. */
  readonly on: Day | null;
  readonly reason: string | null;
  readonly review: Day | null;
  /** As it is or was asked about; null otherwise. */
  readonly asked: Localized | null;
  readonly survey: AskingSurvey | null;
  readonly support: Support | null;
}

export interface WhatCame {
  readonly personId: string;
  readonly today: Day;
  /** That asks how important it would be, and the first that asks the question it became. */
  readonly supporting: AskingSurvey | null;
  readonly asking: AskingSurvey | null;
  readonly support: Support | null;
}

export function proposalView({ id, authorId, day, words, fromText, answers }: Proposal, { personId, today, supporting, asking, support }: WhatCame): ProposalView {
  const last = answers.at(-1);
  const asked = answers.findLast((answer) => answer.kind === 'asked');
  return {
    id,
    day,
    words,
    own: authorId === personId,
    fromText: fromText !== undefined,
    standing: standingOf({ answers }, { today, asking: supporting && (supporting.closed ? 'closed' : 'open') }),
    on: last?.on ?? null,
    reason: last && 'reason' in last ? last.reason : null,
    review: last?.kind === 'parked' ? last.review : null,
    asked: asked ? { ...asked.text, en: asked.text['en'] ?? Object.values(asked.text)[0] ?? '' } : null,
    survey: last?.kind === 'taken-up' ? asking : supporting,
    support: supporting?.published ? support : null,
  };
}

// What an employee says should be asked, under a name that HR alone reads, and what HR answered. How many would like it nobody counts while
// it waits: that is a question of the next pulse, and its result a release like every other.
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { done, refused, together, type Outcome } from '../../kernel/outcome.ts';
import { seenLine, seenText } from '../../kernel/seen-text.ts';
import type { Tongue } from '../../kernel/tongue.ts';
import type { Texts } from '../own/own-question.ts';

/** Characters. */
export const longestProposal = 300;
export const longestProposalWhy = 1000;
export const longestProposalAnswer = 500;
/** Of one person within a week: HR reads and answers each. */
const mostInAWeek = 5;

export type ProposalAnswer = { readonly on: Day } & (
  /** The beginning of an own question, by its number. */
  | { readonly kind: 'taken-up'; readonly own: number }
  /** In a pulse it is asked how important it would be, in these words. */
  | { readonly kind: 'asked'; readonly text: Texts }
  | { readonly kind: 'parked'; readonly reason: string; readonly review: Day }
  | { readonly kind: 'declined'; readonly reason: string }
);

export interface Proposal {
  readonly id: string;
  /** Null once whoever wrote it has left, and from a text of a pulse, of which nobody knows who wrote it. */
  readonly authorId: string | null;
  readonly day: Day;
  readonly words: string;
  readonly why: string;
  /** The writer lets everybody read the words, without the name, once they are answered. */
  readonly mayShow: boolean;
  /** HR keeps them off that page: they name somebody, or they hurt. */
  readonly keptBack: boolean;
  /** Where HR entered it from an open text: the survey whose release has the text, and nothing else of it. */
  readonly fromText?: { readonly surveyId: string } | undefined;
  /** The first one first; the last one holds. */
  readonly answers: readonly ProposalAnswer[];
}

export interface ProposalWishes {
  readonly words: string;
  readonly why: string;
  readonly mayShow: boolean;
}

interface Proposing {
  readonly id: string;
  readonly authorId: string;
  readonly today: Day;
  /** All that this person proposed before. */
  readonly earlier: readonly Proposal[];
}

export type ProposalRefusal = 'proposal-twice' | 'proposal-too-many';

/** A form that was sent again as it was. */
export const isOfSameForm = ({ words, why, mayShow }: Proposal, wishes: ProposalWishes): boolean => words === seenLine(wishes.words) && why === seenText(wishes.why) && mayShow === wishes.mayShow;

/** `field` in a refusal names the field that is meant. */
export function propose({ words, why, mayShow }: ProposalWishes, { id, authorId, today, earlier }: Proposing): Outcome<Proposal, ProposalRefusal> {
  const said = seenLine(words);
  const before = earlier.find((one) => one.words === said);
  if (before) return refused('proposal-twice', { field: 'words', day: before.day });
  const recent = earlier.map(({ day }) => day).filter((day) => daysBetween(day, today) < 7).sort();
  if (recent.length >= mostInAWeek) return refused('proposal-too-many', { field: '', most: mostInAWeek, day: addDays(recent[0]!, 7) });
  return done({ id, authorId, day: today, words: said, why: seenText(why), mayShow, keptBack: false, answers: [] });
}

interface Entering {
  readonly id: string;
  readonly today: Day;
  readonly surveyId: string;
  /** All that came from texts before. */
  readonly earlier: readonly Proposal[];
}

/** In HR's own words, or in those that everybody reads already: so others may read them, and nobody is asked for leave. */
export function enterFromText(words: string, { id, today, surveyId, earlier }: Entering): Outcome<Proposal, 'proposal-entered'> {
  const said = seenLine(words);
  const before = earlier.find((one) => one.fromText && one.words === said);
  if (before) return refused('proposal-entered', { field: 'words', day: before.day });
  return done({ id, authorId: null, day: today, words: said, why: '', mayShow: true, keptBack: false, fromText: { surveyId }, answers: [] });
}

export interface AnswerWishes {
  readonly decision: 'asked' | 'parked' | 'declined';
  /** By tongue. */
  readonly text: Texts;
  readonly reason: string;
  readonly review: Day | null;
}

interface Answering {
  readonly today: Day;
  /** The languages people are asked in. */
  readonly spoken: readonly Tongue[];
  /** Whether a survey that was sealed asks about it. */
  readonly sealed: boolean;
}

export type AnswerRefusal = 'proposal-no-words' | 'proposal-asked-already' | 'proposal-reason' | 'proposal-review';

/** `field` in a refusal names the field that is meant. */
export function answered(proposal: Proposal, wishes: AnswerWishes, ground: Answering): Outcome<Proposal, AnswerRefusal> {
  const answer = answerOf(wishes, ground);
  return answer.ok ? done(withAnswer(proposal, answer.value)) : answer;
}

const sayTheSame = (one: ProposalAnswer, other: ProposalAnswer): boolean => JSON.stringify({ ...one, on: null }) === JSON.stringify({ ...other, on: null });

/** Said twice on one day without anybody having been asked, the later word takes the place of the earlier; the same words again are no answer. */
export function withAnswer(proposal: Proposal, answer: ProposalAnswer): Proposal {
  const last = proposal.answers.at(-1);
  if (last && sayTheSame(last, answer)) return proposal;
  const kept = last?.on === answer.on && last.kind === answer.kind ? proposal.answers.slice(0, -1) : proposal.answers;
  return { ...proposal, answers: [...kept, answer] };
}

function answerOf({ decision, text, reason, review }: AnswerWishes, { today, spoken, sealed }: Answering): Outcome<ProposalAnswer, AnswerRefusal> {
  if (decision === 'asked') {
    if (sealed) return refused('proposal-asked-already', { field: 'decision' });
    const lacking = spoken.filter((tongue) => seenLine(text[tongue] ?? '') === '');
    const wrong = together(lacking.map((language) => refused('proposal-no-words', { field: `text-${language}`, language })));
    return wrong ?? done({ kind: 'asked', on: today, text: Object.fromEntries(spoken.map((tongue) => [tongue, seenLine(text[tongue] ?? '')])) });
  }
  const unsaid = seenText(reason) === '' ? refused<AnswerRefusal>('proposal-reason', { field: 'reason' }) : null;
  if (decision === 'declined') return unsaid ?? done({ kind: 'declined', on: today, reason: seenText(reason) });
  const undated = review === null || review <= today ? refused<AnswerRefusal>('proposal-review', { field: 'review' }) : null;
  return together([unsaid, undated]) ?? done({ kind: 'parked', on: today, reason: seenText(reason), review: review as Day });
}

/** Whoever wrote it sees it always; everybody else once HR has answered, where both let the words be read. Nobody sees the name here. */
export const mayReadProposal = ({ authorId, mayShow, keptBack, answers }: Proposal, personId: string): boolean =>
  authorId === personId || (mayShow && !keptBack && answers.length > 0);

/** The words in which it is to be asked about; null where another answer holds. */
export function askedWords({ answers }: Proposal): Extract<ProposalAnswer, { kind: 'asked' }> | null {
  const last = answers.at(-1);
  return last?.kind === 'asked' ? last : null;
}

/** `asking`: a survey asks about it and is not counted yet. `result`: it is, so that HR has something to go by. */
export type ProposalStanding = 'waiting' | 'to-be-asked' | 'asking' | 'result' | 'taken-up' | 'parked' | 'due' | 'declined';

/** `asking`: where a sealed survey that asks about it stands; null where there is none. */
export function standingOf({ answers }: Pick<Proposal, 'answers'>, { today, asking }: { readonly today: Day; readonly asking: 'open' | 'closed' | null }): ProposalStanding {
  const last = answers.at(-1);
  if (!last) return 'waiting';
  if (last.kind === 'asked') return asking === null ? 'to-be-asked' : asking === 'open' ? 'asking' : 'result';
  return last.kind === 'parked' && last.review <= today ? 'due' : last.kind;
}

/** HR owes a word. */
export const waitsForHr = (standing: ProposalStanding): boolean => standing === 'waiting' || standing === 'due' || standing === 'result';

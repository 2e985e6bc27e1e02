// A problem that asks for an answer: a plan, a refusal with a reason, or a hand-over to whoever can change it. Silence is the one
// answer there is not, because measuring raises the expectation that something happens.
import type { Day } from '../kernel/day.ts';
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import { unreachable } from '../kernel/unreachable.ts';
import { answersDue } from '../kernel/answers-due.ts';
import type { Cause } from './cause.ts';
import type { Evidence, Fact } from './evidence.ts';
import type { Standing } from './standing.ts';

export const issueStates = ['proposed', 'accepted', 'planned', 'declined', 'forwarded', 'resolved', 'reopened'] as const;
export type IssueState = (typeof issueStates)[number];
export type AnsweredState = Exclude<IssueState, 'proposed' | 'accepted' | 'reopened'>;
/** `manual`: an own idea. */
export const issueSources = ['indicator', 'reason-theme', 'voice-theme', 'safety', 'manual', 'talk'] as const;
/** Where a plan may begin without a figure: a theme of the comments, a talk with the team, safety, an own idea. */
export const otherSources = ['voice-theme', 'talk', 'safety', 'manual'] as const;
export type OtherSource = (typeof otherSources)[number];
export type IssueSource = (typeof issueSources)[number];

/** What was said instead of a plan. */
export interface Answer {
  readonly reason: string;
  /** What would have to be different; empty for a hand-over. */
  readonly wouldChange: string;
  readonly by: string;
  readonly on: Day;
  /** What was said before, the first one first: an answer in public is amended and never replaced. */
  readonly earlier: readonly Said[];
}

export type Said = Pick<Answer, 'reason' | 'wouldChange' | 'by' | 'on'>;

/** Given to the head by HR, who sees that it was. */
export interface Handed {
  readonly by: string;
  readonly on: Day;
}

export interface Issue {
  readonly id: string;
  readonly source: IssueSource;
  readonly departmentId: string;
  readonly dimension: string;
  /** Null where it did not come from a figure: then there is none, and none is made up. */
  readonly evidence: Evidence | null;
  readonly facts: readonly Fact[];
  readonly cause: Cause | null;
  readonly state: IssueState;
  /** Its clock runs from here: the day its figure was published, or the day it was handed over. */
  readonly askedOn: Day;
  readonly answer: Answer | null;
  /** The day of the plan, the refusal or the hand-over. */
  readonly answeredOn: Day | null;
  /** Of a hand-over: where it came from. */
  readonly forwardedFrom: string | null;
  readonly handed: Handed | null;
  readonly revision: number;
}

export const answerDue = (issue: Pick<Issue, 'askedOn'>): Day => answersDue(issue.askedOn);

export const isUnanswered = ({ state }: Pick<Issue, 'state'>): boolean => answeredAs(state) === null;

/** How it was answered; null while it waits. */
export function answeredAs(state: IssueState): AnsweredState | null {
  switch (state) {
    case 'proposed':
    case 'accepted':
    case 'reopened':
      return null;
    case 'planned':
    case 'declined':
    case 'forwarded':
    case 'resolved':
      return state;
    default:
      return unreachable(state);
  }
}

/** Managers answer for their own part of the tree, HR for all. */
export const mayAnswer = (issue: Pick<Issue, 'departmentId'>, who: Standing): boolean => who.hr || who.leads.has(issue.departmentId);

export type IssueRefusal = 'forbidden' | 'answered-already' | 'needs-reason' | 'needs-what-would-change' | 'nobody-above';

/** Nobody asks for these moves: they follow from what becomes of the plan. */
type MoveRefusal = 'not-resolved' | 'not-planned';

type Decision = Outcome<Issue, IssueRefusal>;

const moved = (issue: Issue, change: Partial<Issue>): Issue => ({ ...issue, ...change, revision: issue.revision + 1 });

function unanswered(issue: Issue, who: Standing): Decision {
  if (!mayAnswer(issue, who)) return refused('forbidden');
  return isUnanswered(issue) ? done(issue) : refused('answered-already');
}

export function accept(issue: Issue, who: Standing): Decision {
  const open = unanswered(issue, who);
  return open.ok ? done(moved(issue, { state: 'accepted' })) : open;
}

/** Clearly and at once, with what would change it. Published to the department. */
export function decline(issue: Issue, who: Standing, said: Said): Decision {
  const open = unanswered(issue, who);
  if (!open.ok) return open;
  if (said.reason.trim() === '') return refused('needs-reason');
  if (said.wouldChange.trim() === '') return refused('needs-what-would-change');
  return done(moved(issue, { state: 'declined', answer: { ...said, earlier: [] }, answeredOn: said.on }));
}

export type AmendRefusal = 'forbidden' | 'not-declined' | 'needs-reason' | 'needs-what-would-change' | 'same-words';

/** Says a published refusal in other said. What was said before stays to be read, with its day: people relied on it. */
export function amend(issue: Issue, who: Standing, said: Said): Outcome<Issue, AmendRefusal> {
  if (!mayAnswer(issue, who)) return refused('forbidden');
  const { answer } = issue;
  if (issue.state !== 'declined' || answer === null) return refused('not-declined');
  if (said.reason.trim() === '') return refused('needs-reason');
  if (said.wouldChange.trim() === '') return refused('needs-what-would-change');
  if (said.reason === answer.reason && said.wouldChange === answer.wouldChange) return refused('same-words');
  const { earlier, ...before } = answer;
  return done(moved(issue, { answer: { ...said, earlier: [...earlier, before] } }));
}

/** Hands the issue to the level above and makes the one that is answered there; the link between them stays. */
export function forward(
  issue: Issue,
  who: Standing,
  to: { readonly id: string; readonly parentId: string | null; readonly answer: Said },
): Outcome<{ readonly here: Issue; readonly above: Issue }, IssueRefusal> {
  const open = unanswered(issue, who);
  if (!open.ok) return open;
  if (to.parentId === null) return refused('nobody-above');
  if (to.answer.reason.trim() === '') return refused('needs-reason');
  return done({
    here: moved(issue, { state: 'forwarded', answer: { ...to.answer, earlier: [] }, answeredOn: to.answer.on }),
    above: { ...issue, id: to.id, departmentId: to.parentId, state: 'accepted', askedOn: to.answer.on, forwardedFrom: issue.id, handed: null, revision: 1 },
  });
}

export function planned(issue: Issue, who: Standing, today: Day): Decision {
  const open = unanswered(issue, who);
  return open.ok ? done(moved(issue, { state: 'planned', answeredOn: today })) : open;
}

/** Its plan was closed with the goal reached. */
export const resolved = (issue: Issue): Outcome<Issue, MoveRefusal> =>
  issue.state === 'planned' ? done(moved(issue, { state: 'resolved' })) : refused('not-planned');

/** The indicator fell back below its baseline within two waves, or its plan was given up. */
export function reopened(issue: Issue, on: Day): Outcome<Issue, MoveRefusal> {
  if (issue.state !== 'resolved' && issue.state !== 'planned') return refused('not-resolved');
  return done(moved(issue, { state: 'reopened', askedOn: on, answeredOn: null }));
}

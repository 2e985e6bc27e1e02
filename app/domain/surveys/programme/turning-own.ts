// Own questions that take turns in a programme. The rule names them by their number: whatever their words are by then is asked, and new words
// are no way round the rest. Who is asked goes along with each, and what «yes» opens brings its question.
import type { Day } from '../../kernel/day.ts';
import { isByGroups, routedAnew, type Routing } from '../asking/routing.ts';
import { ownId, ownOf } from '../own/own-question.ts';
import { ratedAmong } from '../questions/extras.ts';
import type { Question } from '../questions/question.ts';
import type { LastAsked } from './rotation.ts';

/** Weeks between two times that an own question is asked, as most of the library rest. */
export const ownRest = 12;

export interface TurningOwn {
  /** As the rule names it. */
  readonly id: string;
  /** In its words of today. */
  readonly question: Question;
  /** To which «yes» opens it; null where it depends on no answer. */
  readonly screener: Question | null;
}

/** How a rule names a question, whichever version of its words is meant. */
export function turnId(questionId: string): string {
  const own = ownOf(questionId);
  return own ? ownId({ number: own.number, version: 1 }) : questionId;
}

/** Named as a rule names own questions. */
export const isTurnOfOwn = (id: string): boolean => ownOf(id) !== null && turnId(id) === id;

/** Of two versions of one question that which was asked last counts for both. */
export function lastTurns(lastAsked: LastAsked): LastAsked {
  const last = new Map<string, Day>();
  for (const [id, day] of lastAsked) {
    const before = last.get(turnId(id));
    if (before === undefined || before < day) last.set(turnId(id), day);
  }
  return last;
}

/** Places it takes among those that turn: anything that is asked takes one. */
export const placesOfOwn = ({ question }: Pick<TurningOwn, 'question'>): number => Math.max(1, ratedAmong([question]));

/** What it asks, its question before it. */
export const askedWith = ({ screener, question }: TurningOwn): readonly Question[] => (screener ? [screener, question] : [question]);

/** Who is asked, as the programme keeps it: of what it asks, and of what opens that. */
export function askingKept(routing: readonly Routing[], rotating: readonly string[]): readonly Routing[] {
  const named = routing.map((route): Routing => (isByGroups(route) ? { ...route, question: turnId(route.question) } : { question: turnId(route.question), screener: turnId(route.screener) }));
  const kept = new Set(named.filter(({ question }) => rotating.includes(question)).flatMap((route) => (isByGroups(route) ? [route.question] : [route.question, route.screener])));
  return named.filter(({ question }) => kept.has(question));
}

/** The same in the words of today; `latest`: ids of all own questions. */
export const askingNow = (asking: readonly Routing[], latest: readonly string[]): readonly Routing[] => latest.reduce((routing, id) => routedAnew(routing, turnId(id), id), asking);

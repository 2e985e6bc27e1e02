// In which order a draft asks. HR moves questions within their part: rated ones before the others, own words and backgrounds last. An overall
// question that comes first stays first, so that its line is free of priming, and nobody is met by a delicate question.
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import { isScore, type Question } from './question.ts';

/** Parts in the order asked. */
function partOf(question: Question): number {
  if (question.kind === 'background') return 3;
  if (question.kind === 'open') return 2;
  return isScore(question) ? 0 : 1;
}

export type MoveRefusal = 'not-in-draft' | 'order-part' | 'order-delicate';

/** One row a place up or down, whatever it is; all as they were where there is no such place. */
export function stepped<Row extends { readonly id: string }>(rows: readonly Row[], { id, by }: { readonly id: string; readonly by: -1 | 1 }): readonly Row[] {
  const from = rows.findIndex((row) => row.id === id);
  const [row, other] = [rows[from], rows[from + by]];
  if (!row || !other) return rows;
  return rows.map((one, at) => (at === from ? other : at === from + by ? row : one));
}

/** `by`: one place up or down. */
export function moved(questions: readonly Question[], { id, by }: { readonly id: string; readonly by: -1 | 1 }, k: number): Outcome<readonly Question[], MoveRefusal> {
  const from = questions.findIndex((question) => question.id === id);
  const [question, other] = [questions[from], questions[from + by]];
  if (!question) return refused('not-in-draft');
  if (!other || partOf(other) !== partOf(question)) return refused('order-part');
  const next = stepped(questions, { id, by });
  const wrong = wrongFirst(next, questions, k);
  return wrong ? refused(wrong) : done(next);
}

/** Why a draft may not begin like that where it began like `before`. */
function wrongFirst([first]: readonly Question[], [before]: readonly Question[], k: number): 'order-part' | 'order-delicate' | null {
  if (!first || !before || first.id === before.id) return null;
  if (before.dimension === 'outcome') return 'order-part';
  return first.k > k && before.k <= k ? 'order-delicate' : null;
}

/** Ways in which a question may be moved, for its buttons. */
export const movesOf = (questions: readonly Question[], id: string, k: number): readonly (-1 | 1)[] => ([-1, 1] as const).filter((by) => moved(questions, { id, by }, k).ok);

/** Questions composed anew, in the order in which they stood before as far as they did; what is new stands where it would anyway. Nobody is met by
 * what could not be moved to the first place by hand: not where a file says so either. */
export function inOrderOf(questions: readonly Question[], before: readonly string[], k: number): readonly Question[] {
  const places = new Map(before.map((id, at) => [id, at]));
  const within = (part: number) => questions.filter((question) => partOf(question) === part);
  const byPart = (part: number) => {
    const known = within(part).filter(({ id }) => places.has(id)).sort((one, other) => places.get(one.id)! - places.get(other.id)!);
    return within(part).map((question) => (places.has(question.id) ? known.shift()! : question));
  };
  const [usual, ordered] = [[0, 1, 2, 3].flatMap(within), [0, 1, 2, 3].flatMap(byPart)];
  const [first] = usual;
  return first && wrongFirst(ordered, usual, k) ? [first, ...ordered.filter(({ id }) => id !== first.id)] : ordered;
}

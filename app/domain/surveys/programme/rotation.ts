// Rotating items rest: the library says for how many weeks. Anchors do not, they are the trend.
import { addDays, type Day } from '../../kernel/day.ts';
import type { LibraryItem } from '../questions/library-item.ts';
import { dimensions } from '../questions/question-library.ts';
import { pairIdOf } from '../questions/questions-of.ts';
import type { Survey } from '../survey.ts';

/** The day on which the latest survey with an item opened, by item id. */
export type LastAsked = ReadonlyMap<string, Day>;

/** Drafts do not count: nobody has read them. */
export function lastAskedIn(surveys: readonly Pick<Survey, 'state' | 'opens' | 'definition'>[]): LastAsked {
  const last = new Map<string, Day>();
  for (const { state, opens, definition } of surveys) {
    if (state === 'draft') continue;
    for (const { id } of definition.questions) {
      const before = last.get(id);
      if (before === undefined || before < opens) last.set(id, opens);
    }
  }
  return last;
}

/** The first day on which it may be asked again; null where it never was. */
export function restsUntil(item: Pick<LibraryItem, 'id' | 'minWeeksBetween'>, lastAsked: LastAsked): Day | null {
  const last = lastAsked.get(item.id);
  return last === undefined ? null : addDays(last, item.minWeeksBetween * 7);
}

/** The dimension whose expectation was asked longest ago, never asked ones first. */
export function pairInTurn(lastAsked: LastAsked): string {
  const days = dimensions.filter(({ id }) => id !== 'outcome').map(({ id }) => ({ id, day: lastAsked.get(pairIdOf(id)) ?? '' }));
  return days.reduce((first, one) => (one.day < first.day ? one : first)).id;
}

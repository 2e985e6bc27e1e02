// Measures and the reasons for their order, in the reader's language. Said on the server, so that no browser loads the question library.
import { inLanguage } from '#app/domain/kernel/language.ts';
import { whole } from '#app/domain/kernel/rounding.ts';
import type { Clues, OrderedMeasure } from '#app/domain/plans/measure-order.ts';
import { libraryItem, reasonSet } from '#app/domain/surveys/questions/question-library.ts';
import type { Text } from '#app/text/text.ts';

export interface OfferedMeasure {
  readonly id: string;
  readonly title: string;
  readonly kind: OrderedMeasure['measure']['rootCause'];
  readonly controllability: OrderedMeasure['measure']['controllability'];
  readonly effort: OrderedMeasure['measure']['effort'];
  readonly leadWeeks: number;
  /** The reason it answers and how many ticked it; null where it answers none. */
  readonly answers: { readonly reason: string; readonly people: number } | null;
}

export interface SaidClues {
  readonly reasons: boolean;
  /** Null where the question was not asked or says nothing either way. */
  readonly awareness: { readonly question: string; readonly index: number; readonly rest: number; readonly says: 'not-seen' | 'seen' } | null;
}

/** The reasons of a dimension stand in the set of the same name. */
export const offeredMeasures = (ordered: readonly OrderedMeasure[], dimension: string, text: Text): OfferedMeasure[] =>
  ordered.map(({ measure: { id, title, rootCause, controllability, effort, leadWeeks }, answers }) => ({
    id,
    title: text.of(title),
    kind: rootCause,
    controllability,
    effort,
    leadWeeks,
    answers: answers && { reason: inLanguage(reasonSet(dimension).find((one) => one.id === answers.id)?.label, text.language) ?? answers.id, people: answers.people },
  }));

export function saidClues({ reasons, awareness }: Clues, text: Text): SaidClues {
  if (!awareness?.says) return { reasons: reasons.length > 0, awareness: null };
  const { itemId, index, rest, says } = awareness;
  return { reasons: reasons.length > 0, awareness: { question: inLanguage(libraryItem(itemId)?.text, text.language) ?? itemId, index: whole(index), rest: whole(rest), says } };
}

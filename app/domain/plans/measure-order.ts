// In which order measures are offered, and why: first what answers the reasons people ticked, then the kind that the question on awareness
// speaks for, then what the department can do by itself at little cost. An order is a suggestion; every measure stays in the list.
import { reasonsAnsweredBy } from './measure-answers.ts';
import type { Measure } from './measures-catalogue.ts';

/** What a release says about the cause, for the group that the plan is about. */
export interface Clues {
  /** Ticked beside low scores by at least k people each. */
  readonly reasons: readonly { readonly id: string; readonly people: number }[];
  readonly awareness: Awareness | null;
}

/** «I know what there is» beside the other questions of its area. */
export interface Awareness {
  readonly itemId: string;
  /** 0–100. */
  readonly index: number;
  /** 0–100, mean of the other questions. */
  readonly rest: number;
  /** Whether its interval lies below or above the rest; null where it holds it. */
  readonly says: 'not-seen' | 'seen' | null;
}

export interface OrderedMeasure {
  readonly measure: Measure;
  /** The reason it answers that most people ticked; null where it answers none. */
  readonly answers: { readonly id: string; readonly people: number } | null;
}

const reach = { department: 0, shared: 1, company: 2 } as const;
const effort = { S: 0, M: 1, L: 2 } as const;

/** The interval is that of the awareness question, 0–100. */
export function awarenessOf({ itemId, index, interval, rest }: Pick<Awareness, 'itemId' | 'index' | 'rest'> & { readonly interval: readonly [number, number] }): Awareness {
  return { itemId, index, rest, says: interval[1] < rest ? 'not-seen' : interval[0] > rest ? 'seen' : null };
}

export function inOrder(measures: readonly Measure[], { reasons, awareness }: Clues): OrderedMeasure[] {
  const withAnswer = measures.map((measure): OrderedMeasure => {
    const answered = reasons.filter(({ id }) => reasonsAnsweredBy(measure.id).includes(id));
    return { measure, answers: answered.sort((one, other) => other.people - one.people)[0] ?? null };
  });
  const kindOf = ({ measure }: OrderedMeasure): number => {
    if (awareness?.says === 'not-seen') return measure.rootCause === 'awareness' ? 0 : 1;
    return measure.rootCause === 'value' ? 0 : 1;
  };
  const people = ({ answers }: OrderedMeasure) => answers?.people ?? 0;
  return withAnswer.sort(
    (a, b) =>
      people(b) - people(a) || kindOf(a) - kindOf(b) || reach[a.measure.controllability] - reach[b.measure.controllability] || effort[a.measure.effort] - effort[b.measure.effort],
  );
}

/** The one that is ticked before anybody chooses: a head can agree it alone where there is such a one, and it changes something. */
export function firstChoice(ordered: readonly OrderedMeasure[]): Measure | null {
  const substantive = ordered.map(({ measure }) => measure).filter(({ rootCause }) => rootCause === 'value');
  const alone = substantive.find((one) => one.controllability === 'department' && one.effort === 'S');
  return alone ?? substantive[0] ?? ordered[0]?.measure ?? null;
}

// Where a person is, as the browser's history and the way to another language carry it: a place and a question's number, no answer.
import { places, type Flow, type FlowPlace } from './flow.ts';

export interface Position {
  readonly place: FlowPlace;
  readonly step: number;
}

const mark = 'at=';

export function positionIn({ place, step }: Flow): Position {
  return { place, step };
}

/** A mark of a link's fragment, such as `at=question.3`. */
export function markOf({ place, step }: Position): string {
  return `${mark}${place}.${step}`;
}

/** Null where a mark or an entry of the history says something else. */
export function positionOf(said: unknown): Position | null {
  const [place, step] = typeof said === 'string' && said.startsWith(mark) ? said.slice(mark.length).split('.') : [];
  const found = places.find((one) => one === place);
  return found && /^\d{1,3}$/.test(step ?? '') ? { place: found, step: Number(step) } : null;
}

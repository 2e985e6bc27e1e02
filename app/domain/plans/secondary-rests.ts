// What the lines of a file say together: one that repeats another, and a rest that can be worked out although nobody wrote it down.
import type { Details } from '../kernel/outcome.ts';
import type { SecondaryFigure } from './secondary.ts';

export interface ReadLine {
  readonly line: number;
  readonly figure: SecondaryFigure;
}

interface Place {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly people: number;
}

interface RestsKnown {
  readonly departments: readonly Place[];
  /** The smallest group. */
  readonly k: number;
}

const keyOf = ({ departmentId, kind, period }: SecondaryFigure): string => [departmentId, kind, period].join('\n');

/** The same department, kind and time a second time. */
export function repeated(read: readonly ReadLine[]): Details[] {
  const seen = new Map<string, number>();
  return read.flatMap(({ line, figure }) => {
    const before = seen.get(keyOf(figure));
    if (before !== undefined) return [{ line, before }];
    seen.set(keyOf(figure), line);
    return [];
  });
}

/** A value of a whole less those of its parts is the value of the rest: a rest of one to k − 1 people is shown by showing the others. */
export function restsUnderMinimum(read: readonly ReadLine[], { departments, k }: RestsKnown): Details[] {
  const byId = new Map(departments.map((one) => [one.id, one]));
  return read.flatMap(({ line, figure }) => {
    const given = new Set(read.filter((one) => one.figure.kind === figure.kind && one.figure.period === figure.period && one.figure.departmentId !== figure.departmentId).map((one) => one.figure.departmentId));
    const below = topmostBelow(departments, figure.departmentId, given);
    const rest = figure.people - below.reduce((sum, id) => sum + (byId.get(id)?.people ?? 0), 0);
    return below.length > 0 && rest > 0 && rest < k ? [{ line, name: byId.get(figure.departmentId)?.name ?? '', rest, k }] : [];
  });
}

/** Of the departments given, those below `from` that have no other given one between. */
function topmostBelow(departments: readonly Place[], from: string, given: ReadonlySet<string>): string[] {
  return departments.filter(({ parentId }) => parentId === from).flatMap(({ id }) => (given.has(id) ? [id] : topmostBelow(departments, id, given)));
}

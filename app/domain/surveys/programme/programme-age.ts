// Past satisfaction does not mean future satisfaction: results say how old they are, and a programme that people tire of says so.
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { cadences, usualCadence, type Cadence } from './programme.ts';

/** The first day on which results are out of date: two rounds have passed since. */
export const outOfDateFrom = (closed: Day, everyWeeks: Cadence = usualCadence): Day => addDays(closed, 2 * everyWeeks * 7 + 1);

/** How old results are, in weeks, once two rounds have passed since; null while they are not out of date. */
export function outOfDate({ closed, today, everyWeeks = usualCadence }: { readonly closed: Day; readonly today: Day; readonly everyWeeks?: Cadence | undefined }): number | null {
  return today < outOfDateFrom(closed, everyWeeks) ? null : Math.floor(daysBetween(closed, today) / 7);
}

/** Percentage points over two waves. */
const tired = 10;

/**
 * How far participation fell over the last two waves, and the pace that is half as fast; null where it held, or nothing slower is offered.
 * `shares`: per cent of those invited, the latest wave last.
 */
export function proposesRest(shares: readonly number[], everyWeeks: Cadence): { readonly fell: number; readonly everyWeeks: Cadence } | null {
  const [before, , latest] = shares.slice(-3);
  const slower = cadences.find((weeks) => weeks >= 2 * everyWeeks);
  if (before === undefined || latest === undefined || slower === undefined || before - latest < tired) return null;
  return { fell: before - latest, everyWeeks: slower };
}

// The months in which anything of a programme happens, as sheets of a calendar: what stands in the table beside it, to be seen at once.
import { addDays, weekdayOf, type Day } from '../../kernel/day.ts';
import { isWithin } from '../../kernel/working-days.ts';
import type { CalendarDay, CalendarMonth, Marked } from './programme-view.ts';

const monthOf = (day: Day): string => day.slice(0, 7);

/** Weeks begin on Monday. */
export function calendarOf(marked: Marked): readonly CalendarMonth[] {
  const days = marked.waves.flatMap(({ opens, closes, results, letters }) => [opens, closes, results, ...letters.map(({ day }) => day)]).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months: CalendarMonth[] = [];
  for (let month = `${monthOf(first)}-01` as Day; month <= last; month = nextMonth(month)) if (days.some((day) => monthOf(day) === monthOf(month))) months.push(sheetOf(month, marked));
  return months;
}

function nextMonth(first: Day): Day {
  const later = addDays(first, 31);
  return `${monthOf(later)}-01` as Day;
}

function sheetOf(first: Day, marked: Marked): CalendarMonth {
  const cells: (CalendarDay | null)[] = Array.from({ length: (weekdayOf(first) + 6) % 7 }, () => null);
  for (let day = first; monthOf(day) === monthOf(first); day = addDays(day, 1)) cells.push({ day, marks: marksOf(day, marked) });
  while (cells.length % 7 !== 0) cells.push(null);
  return { first, weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(7 * week, 7 * week + 7)) };
}

function marksOf(day: Day, { waves, free, blackouts }: Marked): CalendarDay['marks'] {
  return [
    ...(waves.some(({ opens, closes }) => isWithin(day, { from: opens, to: closes })) ? ['open' as const] : []),
    ...(waves.some(({ letters }) => letters.some((one) => one.day === day)) ? ['letter' as const] : []),
    ...(waves.some(({ results }) => results === day) ? ['results' as const] : []),
    ...(blackouts.some((range) => isWithin(day, range)) ? ['blackout' as const] : []),
    ...(free.some((range) => isWithin(day, range)) ? ['free' as const] : []),
  ];
}

// A day as people write it. What can mean only one day is read; 01/03/2026 means two and is asked, unless other cells of the column show
// which way it is written. Nothing is guessed.
import { addDays, isDay, type Day } from '../kernel/day.ts';
import type { DateOrder } from './people-choices.ts';

export type DayReading = { readonly day: Day } | { readonly ambiguous: true } | null;

const months: readonly (readonly string[])[] = [
  ['jan', 'janv', 'january', 'januar', 'jänner', 'janvier', 'ene', 'enero'],
  ['feb', 'febr', 'fév', 'févr', 'february', 'februar', 'février', 'febrero'],
  ['mar', 'mär', 'mrz', 'march', 'märz', 'mars', 'marzo'],
  ['apr', 'avr', 'april', 'avril', 'abr', 'abril'],
  ['may', 'mai', 'mayo'],
  ['jun', 'june', 'juni', 'juin', 'junio'],
  ['jul', 'july', 'juli', 'juil', 'juillet', 'julio'],
  ['aug', 'august', 'août', 'aout', 'ago', 'agosto'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre'],
  ['oct', 'okt', 'october', 'oktober', 'octobre', 'octubre'],
  ['nov', 'november', 'novembre', 'noviembre'],
  ['dec', 'dez', 'déc', 'december', 'dezember', 'décembre', 'dic', 'diciembre'],
];

/** Nobody who works today joined before, and no contract is signed for later. */
const years = { first: 1900, last: 2100 };

function dayFrom(year: number, month: number, date: number): DayReading {
  if (year < years.first || year > years.last) return null;
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return isDay(iso) ? { day: iso } : null;
}

/** Two digits are of this century or the end of the last one. */
const yearOf = (text: string) => (text.length > 2 ? Number(text) : Number(text) + (Number(text) < 50 ? 2000 : 1900));
const monthOf = (name: string) => months.findIndex((names) => names.includes(name.toLowerCase().replace(/\.$/, ''))) + 1;

const clock = /(?:t|\s+)\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:am|pm)?\s*(?:z|[+-]\d{2}:?\d{2})?$/iu;
const numbers = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/;
const plain = (text: string) => text.normalize('NFKC').trim().replace(clock, '').trim();

function written(text: string): DayReading {
  const iso = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const republic = /^民[國国]\s*(\d{1,3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/.exec(text);
  if (republic) return dayFrom(Number(republic[1]) + 1911, Number(republic[2]), Number(republic[3]));
  const named = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]*(?:de\s+|of\s+)?(\p{L}+\.?)[\s,-]*(?:de\s+)?(\d{4}|\d{2})$/u.exec(text);
  if (named && monthOf(named[2] as string) > 0) return dayFrom(yearOf(named[3] as string), monthOf(named[2] as string), Number(named[1]));
  const american = /^(\p{L}+\.?)[\s-]*(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4})$/u.exec(text);
  return american && monthOf(american[1] as string) > 0 ? dayFrom(Number(american[3]), monthOf(american[1] as string), Number(american[2])) : null;
}

export function dayIn(cell: string, order: DateOrder | null): DayReading {
  const text = plain(cell);
  const parts = numbers.exec(text);
  if (!parts) return written(text);
  const [first, second, year] = [Number(parts[1]), Number(parts[2]), yearOf(parts[3] as string)];
  const dayFirst = dayFrom(year, second, first);
  const monthFirst = dayFrom(year, first, second);
  // Nobody who puts the month first parts it with dots.
  if (text.includes('.')) return dayFirst;
  if (order !== null && dayFirst && monthFirst) return order === 'day-first' ? dayFirst : monthFirst;
  if (dayFirst && monthFirst && first !== second) return { ambiguous: true };
  return dayFirst ?? monthFirst;
}

/** How a column is written, where enough of its cells can be read one way only and none the other way. */
export function orderOf(cells: readonly string[]): DateOrder | null {
  let [day, month, all] = [0, 0, 0];
  for (const cell of cells) {
    const parts = numbers.exec(plain(cell));
    if (!parts || parts[0].includes('.')) continue;
    all += 1;
    if (Number(parts[1]) > 12) day += 1;
    if (Number(parts[2]) > 12) month += 1;
  }
  const proofs = Math.max(day, month);
  if (Math.min(day, month) > 0 || proofs < 2 || proofs < all / 5) return null;
  return day > month ? 'day-first' : 'month-first';
}

/** A column of days that lost its form: days since the last one of 1899, all of them. */
export function areCounted(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => /^\d{5}$/.test(cell) && Number(cell) >= 7_306 && Number(cell) <= 73_050);
}

export function countedDay(cell: string): Day {
  return addDays('1899-12-30' as Day, Number(cell));
}

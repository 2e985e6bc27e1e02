// The rule of a programme, and its turns. Days off are written a line each, because a year has a dozen of them and a form without scripts
// cannot grow.
import * as v from 'valibot';
import type { Day } from '#app/domain/kernel/day.ts';
import type { DayRange } from '#app/domain/kernel/working-days.ts';
import { dayIn } from '#app/domain/organisation/joining-day.ts';
import { cadences, type Cadence, type ProgrammeRule } from '#app/domain/surveys/programme/programme.ts';
import { aDay, formRequest, ticked, wholeNumber } from './form-fields.ts';

const count = wholeNumber(999);

interface Lines {
  readonly ranges: readonly DayRange[];
  /** The first line that is no day; null where all are. */
  readonly wrong: { readonly line: number; readonly found: string } | null;
}

const written = /^(\d{4}-\d{2}-\d{2})\s*(?:-|to)\s*(\d{4}-\d{2}-\d{2})$/;
const between = /\s*(?:–|—|~|至|到)\s*|\s+(?:-|to)\s+/;
const longestLine = 60;

/** Null where it could be two days too. */
function dayWritten(text: string): Day | null {
  const read = dayIn(text, null);
  return read && 'day' in read ? read.day : null;
}

function linesOf(text: string): Lines {
  const ranges: DayRange[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const found = line.trim();
    if (found === '') continue;
    const days = (written.exec(found)?.slice(1) ?? found.split(between)).map(dayWritten);
    const [from, to = from] = days;
    if (!from || !to || days.length > 2) return { ranges, wrong: { line: at + 1, found: found.slice(0, longestLine) } };
    ranges.push({ from, to });
  }
  return { ranges, wrong: null };
}

export const saidOfRanges = (ranges: readonly { readonly from: Day; readonly to: Day }[]): string => ranges.map(({ from, to }) => (from === to ? from : `${from} – ${to}`)).join('\n');

const days = v.pipe(v.optional(v.string(), ''), v.maxLength(4_000, 'too-long'), v.transform(linesOf));

export const ruleForm = v.object({
  request: formRequest,
  everyWeeks: v.pipe(v.string('required'), v.transform(Number), v.check((weeks) => (cadences as readonly number[]).includes(weeks), 'required'), v.transform((weeks) => weeks as Cadence)),
  from: aDay,
  weekday: v.pipe(v.string('required'), v.regex(/^[0-6]$/, 'required'), v.transform(Number)),
  length: count,
  hour: count,
  announced: count,
  drafted: count,
  'weekdays[]': v.pipe(ticked, v.transform((ticks) => ticks.filter((one) => /^[0-6]$/.test(one)).map(Number))),
  free: days,
  blackouts: days,
  'rotating[]': ticked,
});

export type RuleInput = v.InferOutput<typeof ruleForm>;

export function ruleOf({ 'weekdays[]': weekdays, 'rotating[]': rotating, free, blackouts, ...rule }: Omit<RuleInput, 'request'>): ProgrammeRule {
  return { ...rule, calendar: { weekdays, free: free.ranges }, blackouts: blackouts.ranges, rotating };
}

/** What could be read of it. */
export function readRule({ 'weekdays[]': weekdays, 'rotating[]': rotating, free, blackouts, ...rule }: Partial<Omit<RuleInput, 'request'>>): Partial<ProgrammeRule> {
  return { ...rule, ...(weekdays && { calendar: { weekdays, free: free?.ranges ?? [] } }), ...(blackouts && { blackouts: blackouts.ranges }), ...(rotating && { rotating }) };
}

export const turnForm = v.object({ intent: v.picklist(['pause', 'resume', 'end'], 'required') });

// The rule of a programme, and its turns. Days off are written a line each, because a year has a dozen of them and a form without scripts
// cannot grow.
import * as v from 'valibot';
import { isDay, type Day } from '#app/domain/kernel/day.ts';
import type { DayRange } from '#app/domain/kernel/working-days.ts';
import { cadences, type Cadence, type ProgrammeRule } from '#app/domain/surveys/programme/programme.ts';
import { aDay, formRequest, ticked, wholeNumber } from './form-fields.ts';

const count = wholeNumber(999);

interface Lines {
  readonly ranges: readonly DayRange[];
  /** The first line that is no day; null where all are. */
  readonly wrong: { readonly line: number; readonly found: string } | null;
}

const written = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:-|–|—|~|至|to)\s*(\d{4}-\d{2}-\d{2}))?$/;
const longestLine = 60;

function linesOf(text: string): Lines {
  const ranges: DayRange[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const found = line.trim();
    if (found === '') continue;
    const [, from = '', to = from] = written.exec(found) ?? [];
    if (!isDay(from) || !isDay(to)) return { ranges, wrong: { line: at + 1, found: found.slice(0, longestLine) } };
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

type Rule = v.InferOutput<typeof ruleForm>;

export function ruleOf({ 'weekdays[]': weekdays, 'rotating[]': rotating, free, blackouts, ...rule }: Omit<Rule, 'request'>): ProgrammeRule {
  return { ...rule, calendar: { weekdays, free: free.ranges }, blackouts: blackouts.ranges, rotating };
}

export const turnForm = v.object({ intent: v.picklist(['pause', 'resume', 'end'], 'required') });

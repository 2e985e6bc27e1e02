import { parseArgs } from 'node:util';
import '#app/text/all.server.ts';
import { isDay } from '#app/domain/kernel/day.ts';
import { scaleIn, type SaidScale } from '#app/domain/past-surveys/scale.ts';
import { encodingCalled } from '#app/domain/tables/encodings.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { analyse, type Analysis, type AnalysisOrder } from '#app/services/analysis.server.ts';
import { countedLines, countsOf } from './counted-lines.ts';
import { guessedLines } from './guessed-lines.ts';
import type { Command, Io } from './command.ts';
import { pastProblemLine } from './problems.ts';

const usage =
  'analyse --answers ANSWERS.csv [--departments DEPARTMENTS.csv] [--items ITEMS.csv] [--k N] [--cut COLUMN[@DEPARTMENT]]…\n' +
  '               [--one-row-per-person | --person COLUMN] [--department COLUMN] [--question COLUMN --answer COLUMN] [--period COLUMN=VALUE]\n' +
  '               [--repeated first|last] [--disregard COLUMN]… [--leave-out-summaries]\n' +
  '               [--guess] [--scale COLUMN=LOWEST..HIGHEST]… [--encoding NAME]\n' +
  '               [--skip-invalid] [--drop-duplicates] [--row-id COLUMN] [--closed YYYY-MM-DD] --out RELEASE.json';

const options = {
  answers: { type: 'string' },
  departments: { type: 'string' },
  items: { type: 'string' },
  k: { type: 'string', default: '5' },
  cut: { type: 'string', multiple: true, default: [] as string[] },
  'skip-invalid': { type: 'boolean', default: false },
  'drop-duplicates': { type: 'boolean', default: false },
  'row-id': { type: 'string' },
  closed: { type: 'string' },
  'one-row-per-person': { type: 'boolean', default: false },
  person: { type: 'string' },
  department: { type: 'string' },
  question: { type: 'string' },
  answer: { type: 'string' },
  period: { type: 'string' },
  repeated: { type: 'string' },
  disregard: { type: 'string', multiple: true, default: [] as string[] },
  'leave-out-summaries': { type: 'boolean', default: false },
  guess: { type: 'boolean', default: false },
  scale: { type: 'string', multiple: true, default: [] as string[] },
  encoding: { type: 'string' },
  out: { type: 'string' },
} as const;

export const analyseCommand: Command = {
  name: 'analyse',
  usage,
  summary: 'makes a release from a file of past answers and keeps nothing else',
  run: async (args, io) => {
    const order = orderOf(args);
    if (typeof order === 'string') {
      io.err(`${order}\nUsage: murmur ${usage}`);
      return 2;
    }
    const result = await analyse({ ...order, timeZone: readConfig({ dataFolder: io.dataFolder }).timeZone });
    if (result.ok) {
      tell(result.value, order, io);
      return 0;
    }
    const paths = { answers: order.answers, departments: order.departments, items: order.items, out: order.out };
    for (const problem of result.problems) io.err(pastProblemLine(problem, paths));
    if (result.count > result.problems.length) io.err(`and ${result.count - result.problems.length} more`);
    return 1;
  },
};

function orderOf(args: readonly string[]): AnalysisOrder | string {
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { answers, departments, items, out, closed, cut } = values;
  if (answers === undefined) return '--answers is missing';
  if (out === undefined) return '--out is missing';
  if ([answers, departments, items].includes(out)) return '--out is one of the files that are read';
  if (!/^\d{1,4}$/.test(values.k)) return `--k: «${values.k}» is no whole number`;
  if (closed !== undefined && !isDay(closed)) return `--closed: «${closed}» is no day; write YYYY-MM-DD`;
  const scales = scalesIn(values.scale);
  if (typeof scales === 'string') return scales;
  const encoding = values.encoding === undefined ? null : encodingCalled(values.encoding);
  if (values.encoding !== undefined && !encoding) return `--encoding: «${values.encoding}» is no encoding; utf-8, gbk, big5, windows-1252 and cp949 are some`;
  const wrong = wrongCounting(values);
  if (wrong !== null) return wrong;
  return {
    answers,
    departments,
    items,
    out,
    closed,
    cuts: [...new Set(cut)],
    k: Number(values.k),
    rowId: values['row-id'] ?? null,
    skipInvalid: values['skip-invalid'],
    dropDuplicates: values['drop-duplicates'],
    guess: values.guess,
    scales,
    encoding,
    columns: { department: values.department ?? null, item: values.question ?? null, answer: values.answer ?? null },
    counting: {
      oneRowPerPerson: values['one-row-per-person'],
      person: values.person ?? null,
      period: periodIn(values.period),
      repeated: isRepeated(values.repeated) ? values.repeated : 'refuse',
      disregarded: values.disregard,
      leaveOutSummaries: values['leave-out-summaries'],
    },
  };
}

/** By the name of the column, or of the question in a file with a row per answer; a text where one cannot be read. */
function scalesIn(said: readonly string[]): ReadonlyMap<string, SaidScale> | string {
  const scales = new Map<string, SaidScale>();
  for (const one of said) {
    const at = [...one.matchAll(/=/g)].map(({ index }) => index).find((index) => scaleIn(one.slice(index + 1)));
    const scale = at === undefined ? null : scaleIn(one.slice(at + 1));
    if (!scale || !at) return `--scale: «${one}» says no column and scale; write COLUMN=1..5, COLUMN=0..10, COLUMN=A5..A1, COLUMN='never | sometimes | always'`;
    scales.set(one.slice(0, at).trim(), scale);
  }
  return scales;
}

interface CountingValues {
  readonly 'one-row-per-person': boolean;
  readonly person?: string | undefined;
  readonly question?: string | undefined;
  readonly answer?: string | undefined;
  readonly period?: string | undefined;
  readonly repeated?: string | undefined;
}

/** Why what is said about who is counted is no order; null where nothing is wrong with it. */
function wrongCounting({ 'one-row-per-person': rows, person, question, answer, period, repeated }: CountingValues): string | null {
  if (rows && person !== undefined) return '--one-row-per-person and --person contradict each other: say one of them';
  if ((question === undefined) !== (answer === undefined)) return '--question and --answer belong together: say both';
  if (question !== undefined && question === answer) return '--question and --answer name the same column';
  if (period !== undefined && periodIn(period) === null) return `--period: «${period}» names no column and value; write COLUMN=VALUE`;
  if (repeated !== undefined && !isRepeated(repeated)) return `--repeated: «${repeated}» is neither first nor last`;
  return repeated !== undefined && person === undefined ? '--repeated needs --person: only then is it known whose rows they are' : null;
}

const isRepeated = (text: string | undefined): text is 'first' | 'last' => text === 'first' || text === 'last';

/** The value is what follows the last equals sign: a column may have one in its name. */
function periodIn(text: string | undefined): { column: string; value: string } | null {
  const at = text?.lastIndexOf('=') ?? -1;
  const column = text?.slice(0, at).trim() ?? '';
  const value = text?.slice(at + 1).trim() ?? '';
  return at < 0 || column === '' || value === '' ? null : { column, value };
}

function tell(analysis: Analysis, order: AnalysisOrder, io: Io): void {
  const { release, hash, rows, repeated, invalid, ignored, layout, counted, guessed } = analysis;
  for (const line of guessedLines(guessed)) io.err(`${order.answers}: ${line}`);
  for (const name of ignored) io.err(`${order.answers}: «${name}» is no question and was left out`);
  if (order.dropDuplicates && layout === 'long' && order.rowId === null) {
    io.err(`${order.answers}: nothing was dropped as repeated; in a long file only --row-id COLUMN tells a repetition from an equal answer`);
  }
  for (const line of countedLines(counted)) io.err(`${order.answers}: ${line}`);
  const items = Object.keys(release.items).length;
  if (io.json) {
    io.out(JSON.stringify({ ok: true, out: order.out, hash, rows, repeated, invalid, ignored, items, ballots: release.counts.ballots, counted: countsOf(counted) }));
    return;
  }
  io.out(`${rows} rows read, ${repeated} repeated rows dropped, ${invalid} invalid answers left out`);
  io.out(`${items} items in ${Object.keys(release.partitions).length} partitions, ${release.cuts.length} cuts`);
  io.out(`${order.out} ${hash}`);
}

import { parseArgs } from 'node:util';
import { isDay } from '#app/domain/kernel/day.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { analyse, type Analysis, type AnalysisOrder } from '#app/services/analysing.server.ts';
import type { Command, Io } from './command.ts';
import { pastProblemLine } from './problems.ts';

const usage =
  'analyse --answers ANSWERS.csv [--departments DEPARTMENTS.csv] [--items ITEMS.csv] [--k N] [--cut COLUMN[@DEPARTMENT]]…\n' +
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
  };
}

function tell(analysis: Analysis, order: AnalysisOrder, io: Io): void {
  const { release, hash, rows, repeated, invalid, ignored, layout } = analysis;
  for (const name of ignored) io.err(`${order.answers}: «${name}» is no question and was left out`);
  if (order.dropDuplicates && layout === 'long' && order.rowId === null) {
    io.err(`${order.answers}: nothing was dropped as repeated; in a long file only --row-id COLUMN tells a repetition from an equal answer`);
  }
  const items = Object.keys(release.items).length;
  if (io.json) {
    io.out(JSON.stringify({ ok: true, out: order.out, hash, rows, repeated, invalid, ignored, items, ballots: release.counts.ballots }));
    return;
  }
  io.out(`${rows} rows read, ${repeated} repeated rows dropped, ${invalid} invalid answers left out`);
  io.out(`${items} items in ${Object.keys(release.partitions).length} partitions, ${release.cuts.length} cuts`);
  io.out(`${order.out} ${hash}`);
}

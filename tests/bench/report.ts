// The written report of a large company in all its renderings: model, workbook, cells and paper, each beside what it cannot cost less than.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '#app/text/all.server.ts';
import { tablesOf } from '#app/domain/reports/document/document.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { actorOfPerson } from '#app/services/access.server.ts';
import { printReport } from '#app/services/reports/print-report.server.ts';
import { csvOf, jsonOf } from '#app/services/reports/report-cells.server.ts';
import { workbookOf } from '#app/services/reports/report-workbook.server.ts';
import { prepareResults } from '#app/services/reports/read-results.server.ts';
import { writeReport } from '#app/services/reports/write-report.server.ts';
import { sayIn } from '#app/text/say-report.ts';
import { prepareWaves } from './results.ts';

export interface ReportTime {
  readonly step: string;
  readonly ms: number;
  /** The longest time in which nothing else had its turn. */
  readonly 'held up ms': number;
  readonly 'more memory MiB': number;
  readonly kB: number;
  readonly cells: number;
}

const resident = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024;

/** How long, and the most memory meanwhile. */
async function timed<T>(step: string, work: () => Promise<T>, size: (made: T) => Pick<ReportTime, 'kB' | 'cells'>): Promise<readonly [T, ReportTime]> {
  const before = resident();
  let most = before;
  let longest = 0;
  let last = performance.now();
  const look = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    most = Math.max(most, resident());
  };
  const timer = setInterval(look, 5);
  const start = performance.now();
  const made = await work();
  const ms = performance.now() - start;
  look();
  clearInterval(timer);
  return [made, { step, ms: Math.round(ms), 'held up ms': Math.round(longest), 'more memory MiB': Math.round(most - before), ...size(made) }];
}

const bytes = (made: Uint8Array | string) => ({ kB: Math.round(made.length / 1000), cells: 0 });

/** `teams` in each of ten divisions. */
export async function reportTimes({ people = 10_000, waves = 12, teams = 99 } = {}): Promise<ReportTime[]> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-bench-'));
  await prepareWaves(folder, people, waves, teams);
  const app = await openApp(readConfig({ dataFolder: folder }, {}));
  const actor = (await actorOfPerson(app, 'team-0-0-0'))!;
  await prepareResults(app);
  const rows: ReportTime[] = [];
  const model = async (span: 'survey' | 'year') => {
    const written = await writeReport(app, actor, { surveyId: `wave-${waves - 1}`, department: null, language: 'en', span });
    if (!written.ok) throw new Error(written.because);
    return written.value.document;
  };
  const cells = (document: Awaited<ReturnType<typeof model>>) => ({ kB: 0, cells: tablesOf(document).reduce((sum, { rows: lines, columns }) => sum + lines.length * columns.length, 0) });
  const [document, first] = await timed('model', () => model('survey'), cells);
  rows.push(first, (await timed('model again', () => model('survey'), cells))[1]);
  if (waves > 1) rows.push((await timed('model of the year', () => model('year'), cells))[1]);
  rows.push((await timed('XLSX', () => workbookOf(document, sayIn('en')), bytes))[1]);
  rows.push((await timed('CSV', async () => csvOf(document, { mark: false }), bytes))[1]);
  rows.push((await timed('JSON', async () => jsonOf(document), bytes))[1]);
  rows.push((await timed('PDF', () => printReport(app, document), bytes))[1]);
  rows.push((await timed('floor: JSON of the model', async () => JSON.stringify(document), bytes))[1]);
  await app.data.close();
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

// `--large`: five thousand departments, one survey.
if (process.argv[1]?.endsWith('bench/report.ts')) console.table(await (process.argv.includes('--large') ? reportTimes({ people: 50_000, waves: 2, teams: 499 }) : reportTimes()));

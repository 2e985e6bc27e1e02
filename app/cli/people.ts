// murmur people import: the same dry run and the same import as on screen, for whoever sends the directory by script.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import '#app/text/all.server.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { importPeople, planImport, type ImportReport } from '#app/services/organisation/import-people.server.ts';
import type { Command, Io } from './command.ts';
import { differenceLines, problemLine, summaryLines, type FileNames } from './people-report.ts';

interface Call {
  readonly names: FileNames;
  readonly dryRun: boolean;
}

function callOf(args: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { departments: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    const [people, ...more] = positionals;
    if (people === undefined || more.length > 0) return 'one people file is needed';
    return { names: { people, departments: values.departments ?? null }, dryRun: values['dry-run'] };
  } catch (error) {
    return (error as Error).message;
  }
}

function bytesOf(file: string, io: Io): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch (error) {
    io.err(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`);
    return null;
  }
}

function tell(report: ImportReport, { names, dryRun }: Call, io: Io): void {
  if (io.json) {
    const problems = report.problems.map((problem) => ({ ...problem, file: names[problem.file], says: problemLine(problem, names) }));
    io.out(JSON.stringify({ ok: problems.length === 0, dryRun, ...report, problems }));
    return;
  }
  // In a dry run the problems are the result that was asked for; in an import they are why nothing happened.
  for (const problem of report.problems) (dryRun ? io.out : io.err)(problemLine(problem, names));
  for (const line of summaryLines(report)) (report.problems.length > 0 && !dryRun ? io.err : io.out)(line);
  if (dryRun) for (const line of differenceLines(report)) io.out(line);
  if (report.problems.length > 0) io.err(`${report.problems.length} problem${report.problems.length === 1 ? '' : 's'}: nothing was imported`);
}

async function run(args: readonly string[], io: Io): Promise<0 | 1 | 2> {
  const call = callOf(args);
  if (typeof call === 'string') {
    io.err(`${call}\nUsage: murmur ${peopleImport.usage}`);
    return 2;
  }
  const people = bytesOf(call.names.people, io);
  const departments = call.names.departments === null ? null : bytesOf(call.names.departments, io);
  if (!people || (call.names.departments !== null && !departments)) return 1;
  const app = await openApp(readConfig({ dataFolder: io.dataFolder }));
  try {
    const files = { people, departments };
    const report = call.dryRun ? await planImport(app, files) : (await importPeople(app, null, files)).report;
    tell(report, call, io);
    return report.problems.length > 0 ? 1 : 0;
  } finally {
    await app.data.close();
  }
}

export const peopleImport: Command = {
  name: 'people import',
  usage: 'people import FILE.csv [--departments FILE.csv] [--dry-run] [--data DIR] [--json]',
  summary: 'Reads the directory from a CSV file; with --dry-run only says what would change.',
  run,
};

// murmur people import: the same dry run and the same import as on screen, for whoever sends the directory by script.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import '#app/text/all.server.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { weightOf } from '#app/domain/organisation/directory-problem.ts';
import type { PeopleChoices } from '#app/domain/organisation/people-choices.ts';
import { importPeople, isStopped, planImport, type HowToImport, type ImportReport } from '#app/services/organisation/import-people.server.ts';
import type { Command, Io } from './command.ts';
import { choiceOptions, choicesIn, choicesUsage } from './people-choices.ts';
import { differenceLines, problemLine, summaryLines, understoodLines, type FileNames } from './people-report.ts';

interface Call extends Required<HowToImport> {
  readonly names: FileNames;
  readonly dryRun: boolean;
  readonly choices: PeopleChoices;
}

function callOf(args: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...choiceOptions, departments: { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, 'good-rows': { type: 'boolean', default: false } },
    });
    const [people, ...more] = positionals;
    if (people === undefined || more.length > 0) return 'one people file is needed';
    const choices = choicesIn(values);
    if (typeof choices === 'string') return choices;
    return { names: { people, departments: values.departments ?? null }, dryRun: values['dry-run'], goodRows: values['good-rows'], choices };
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

function tell(report: ImportReport, { names, dryRun, goodRows }: Call, io: Io): void {
  const stopped = isStopped(report, { goodRows });
  if (io.json) {
    const problems = report.problems.map((problem) => ({ ...problem, file: names[problem.file], keepsOut: weightOf(problem), says: problemLine(problem, names) }));
    io.out(JSON.stringify({ ok: !stopped && (!dryRun || problems.length === 0), dryRun, ...report, problems }));
    return;
  }
  // In a dry run the problems are the result that was asked for; in an import they are why nothing happened.
  for (const problem of report.problems) (dryRun ? io.out : io.err)(problemLine(problem, names));
  for (const line of understoodLines(report)) io.err(line);
  for (const line of summaryLines(report)) (stopped && !dryRun ? io.err : io.out)(line);
  if (dryRun) for (const line of differenceLines(report)) io.out(line);
  if (report.problems.length > 0) io.err(`${report.problems.length} problem${report.problems.length === 1 ? '' : 's'}: ${stopped || dryRun ? 'nothing was imported' : 'all other lines and cells were imported'}`);
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
    const files = { people, departments, choices: call.choices };
    const report = call.dryRun ? await planImport(app, files) : (await importPeople(app, null, { ...files, goodRows: call.goodRows })).report;
    tell(report, call, io);
    // A dry run is asked whether anything is wrong, an import whether it was done.
    return isStopped(report, call) || (call.dryRun && report.problems.length > 0) ? 1 : 0;
  } finally {
    await app.data.close();
  }
}

export const peopleImport: Command = {
  name: 'people import',
  usage: `people import FILE [--departments FILE] [--dry-run] [--good-rows] ${choicesUsage} [--data DIR] [--json]`,
  summary: 'Reads the directory from a CSV file or an Excel workbook; with --dry-run only says how it is read and what would change.',
  run,
};

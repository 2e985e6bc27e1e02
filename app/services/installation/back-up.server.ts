// A backup is a folder: the portal's data as lines, the release files, and the languages that somebody added. What is open while it is made cannot be in it: the box and
// its keys lie elsewhere, so that no copy of this program can ever open a ballot twice.
import { once } from 'node:events';
import { copyFileSync, createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { dayAt } from '#app/domain/kernel/local-time.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { loseSurvey } from '#app/domain/surveys/lifecycle.ts';
import { closingDay } from '#app/domain/surveys/phase.ts';
import type { Config } from '#app/platform/config.server.ts';
import { checkBackup, copyData, restoreData, type BackupLine, type RestoreRefusal } from '#db/backup.server.ts';
import { openData } from '#db/index.server.ts';
import { faultOf, writeSums, type Fault } from './checksums.server.ts';
import { isServed, tieTo } from '#app/services/publication.server.ts';

const linesOf = (folder: string) => join(folder, 'portal.jsonl');

/** Copies files that end so; one that is there already stays, unless another is wanted in its place. Gives their names. */
function copyFiles(place: 'releases' | 'languages', { from, to, of, over = false }: { readonly from: string; readonly to: string; readonly of: RegExp; readonly over?: boolean }): string[] {
  if (!existsSync(join(from, place))) return [];
  const names = readdirSync(join(from, place)).filter((name) => of.test(name));
  mkdirSync(join(to, place), { recursive: true, mode: 0o700 });
  for (const name of names) if (over || !existsSync(join(to, place, name))) copyFileSync(join(from, place, name), join(to, place, name));
  return names;
}

/** Release files never change. Gives how many there are in all. */
const copyReleases = (from: string, to: string): number => copyFiles('releases', { from, to, of: /\.(json|receipts|words)$/ }).filter((name) => name.endsWith('.json')).length;

const copyLanguages = (from: string, to: string, over: boolean): string[] => copyFiles('languages', { from, to, of: /\.po$/, over });

export interface Backup {
  readonly rows: number;
  readonly releases: number;
}

/** `at`: ISO instant. The folder is made; one that holds anything is refused. */
export async function backUp(config: Config, folder: string, at: string): Promise<Outcome<Backup, 'folder-not-empty'>> {
  if (existsSync(folder) && readdirSync(folder).length > 0) return refused('folder-not-empty');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = createWriteStream(linesOf(folder), { mode: 0o600, flush: true });
  const rows = await copyData(config.database, at, async (line) => {
    if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain');
  });
  file.end();
  await once(file, 'close');
  const releases = copyReleases(config.dataFolder, folder);
  copyLanguages(config.dataFolder, folder, true);
  await writeSums(folder);
  return done({ rows, releases });
}

async function* backupLines(folder: string): AsyncGenerator<BackupLine> {
  for await (const line of createInterface({ input: createReadStream(linesOf(folder)), crlfDelay: Infinity })) {
    yield JSON.parse(line) as BackupLine;
  }
}

export type BackupFault = RestoreRefusal | Fault | 'no-backup';

/** Every byte of it, without touching an installation. `file` in the details of a refusal says which one is not as it was written. */
export async function verifyBackup(folder: string): Promise<Outcome<null, BackupFault>> {
  const good = await checked(folder);
  return good.ok ? done(null) : good;
}

async function checked(folder: string): Promise<Outcome<readonly string[], BackupFault>> {
  if (!existsSync(linesOf(folder))) return refused('no-backup');
  const fault = await faultOf(folder);
  if (fault) return refused(fault.because, { file: fault.file });
  try {
    return await checkBackup(backupLines(folder));
  } catch (error) {
    if (error instanceof SyntaxError) return refused('damaged-backup');
    throw error;
  }
}

export interface Restored extends Backup {
  /** Surveys that were open at the time of the backup: their ballots were in no copy. */
  readonly lost: number;
  /** Their titles. */
  readonly named: readonly string[];
}

export interface RestoreOptions {
  readonly replace: boolean;
  /** ISO instant. */
  readonly at: string;
}

/** Refused while the portal runs: it would go on taking ballots for surveys that are lost by then, and say that they lie in the box. */
export async function restore(config: Config, folder: string, { replace, at }: RestoreOptions): Promise<Outcome<Restored, BackupFault | 'portal-runs'>> {
  if (isServed(config.dataFolder)) return refused('portal-runs');
  const good = await checked(folder);
  if (!good.ok) return good;
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const written = await restoreData(config.database, { replace, migrations: good.value, lines: backupLines(folder) });
  if (!written.ok) return written;
  const releases = copyReleases(folder, config.dataFolder);
  copyLanguages(folder, config.dataFolder, replace);
  const named = await loseOpenSurveys(config, at);
  return done({ rows: written.value, releases, lost: named.length, named });
}

// A release written after the backup was made is taken back from its file at the next start, and the survey is closed again.
async function loseOpenSurveys(config: Config, at: string): Promise<string[]> {
  const data = await openData(config.database);
  try {
    await tieTo({ data, config });
    const open = await data.surveys.inState('sealed');
    const today = dayAt(new Date(at), (await data.organisation.get())?.timeZone ?? config.timeZone);
    for (const survey of open) {
      const lost = loseSurvey(survey, at, closingDay(survey, today));
      if (lost.ok) await data.surveys.replace(lost.value, 'sealed');
      // The next start tells everybody.
      await data.setAsides.add({ surveyId: survey.id, reason: 'lost', title: survey.title, since: today });
      await data.setAsides.change(survey.id, { wish: 'tell' });
    }
    return open.map(({ title }) => title.en || Object.values(title).find((one) => one !== '') || '');
  } finally {
    await data.close();
  }
}

// What does not work, for whoever watches the server: the database, the disk, the boxes of open surveys, the mail, the
// clock. Nothing here is about people.
import { randomBytes } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '#app/platform/app.server.ts';
import { takesBallots } from '#app/services/responses.server.ts';

export interface Readiness {
  /** Whether pages and ballots can be answered. Mail that waits and a clock that was moved stop neither. */
  readonly ready: boolean;
  /** One for each part: its name and `ok`, or what is wrong. */
  readonly lines: readonly string[];
}

/** Milliseconds, and bytes: what a sealing of a small company and a day of letters need. */
const patience = 2_000;
const leastSpace = 64 << 20;

type Fault = string | null;

export async function checkReadiness(app: App): Promise<Readiness> {
  const database = await within(app.data.ready().then((answers) => (answers ? null : 'does not answer')), 'does not answer within 2 s');
  const unknown = 'unknown while the database does not answer';
  const asked = (work: () => Promise<Fault>) => (database === null ? within(work(), unknown) : unknown);
  const [disk, boxes, mail] = await Promise.all([within(diskFault(app), 'does not answer within 2 s'), asked(() => boxFault(app)), asked(() => mailFault(app))]);
  const parts: [string, Fault][] = [['database', database], ['disk', disk], ['boxes', boxes], ['mail', mail], ['clock', clockFault(app)]];
  const ready = database === null && disk === null && boxes === null;
  return { ready, lines: [ready ? 'ready' : 'not ready', ...parts.map(([part, fault]) => `${part}: ${fault ?? 'ok'}`)] };
}

function within(work: Promise<Fault>, otherwise: string): Promise<Fault> {
  const late = new Promise<Fault>((resolve) => setTimeout(() => resolve(otherwise), patience).unref());
  return Promise.race([work.catch((error: unknown) => codeOf(error)), late]);
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'does not work');

async function diskFault({ config }: App): Promise<Fault> {
  const probe = join(config.dataFolder, `.probe-${randomBytes(6).toString('hex')}`);
  try {
    await writeFile(probe, 'probe', { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    return `${config.dataFolder} cannot be written (${codeOf(error)})`;
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
  const { bavail, bsize } = await statfs(config.dataFolder);
  return bavail * bsize < leastSpace ? `fewer than ${leastSpace >> 20} MiB are free` : null;
}

/** Surveys that are set aside are told too: they wait for somebody, and the others go on. */
async function boxFault(app: App): Promise<Fault> {
  const today = app.today();
  const open = (await app.data.surveys.inState('sealed')).filter(({ opens, closes }) => opens <= today && today <= closes);
  const stuck: string[] = [];
  for (const { id } of open) if (!(await takesBallots(app, id)) && (await app.data.surveyJobs.get(id, 'tally')) === null) stuck.push(id);
  const aside = (await app.data.setAsides.all()).filter(({ ended }) => ended === null);
  const waiting = new Set([...stuck, ...aside.map(({ surveyId }) => surveyId)]);
  return waiting.size === 0 ? null : `set aside or not taking ballots: ${[...waiting].join(', ')} (murmur survey list)`;
}

function clockFault(app: App): Fault {
  return app.isSteady() ? null : 'was moved; what ends by the day waits until it is set back or has gone on for an hour';
}

async function mailFault(app: App): Promise<Fault> {
  const { waiting } = await app.data.letters.counts();
  const failing = (await app.data.letters.troubled(100)).filter(({ nextAttemptAt }) => nextAttemptAt !== null).length;
  if (app.config.smtp === null) return waiting > 0 && !app.config.demo ? `MURMUR_SMTP is not set and ${waiting} letters wait` : null;
  return failing > 0 ? `${failing} letters were refused and are tried again` : null;
}

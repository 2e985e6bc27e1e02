// One server at a time holds an installation, which is a database and a data folder that belong together. The folder's own lock keeps
// a second server of this machine away, and so does the lock of an embedded database; a lease in a database server keeps away one that
// stands elsewhere, and ends with a dead server.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { keyOf, type MismatchRefusal } from '#app/domain/installation/installation.ts';
import type { App } from '#app/platform/app.server.ts';
import { StartMistake } from '#app/platform/config.server.ts';
import { hasBox, holdBoxes, holdDatabase, letGoOfBoxes, listBoxes, writePrivately } from '#db/boxes.server.ts';

/** Milliseconds. A server that died in its sleep keeps others away for so long. */
const leaseLasts = 30_000;
const prolongedEvery = 10_000;

interface Carried {
  readonly key: string;
  /** Of the process that held the folder last. */
  readonly holder: string;
}

const carriedShape: v.GenericSchema<unknown, Carried> = v.object({ key: v.pipe(v.string(), v.nonEmpty()), holder: v.optional(v.string(), '') });

const fileOf = (dataFolder: string) => join(dataFolder, 'installation.json');

function carriedBy(dataFolder: string): Carried | null {
  if (!existsSync(fileOf(dataFolder))) return null;
  try {
    const carried = v.safeParse(carriedShape, JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')));
    if (carried.success) return carried.output;
  } catch {
    // Said below, with what to do.
  }
  throw new StartMistake(`${fileOf(dataFolder)} cannot be read; it holds which database belongs to this folder: bring it back, or name another data folder with --data`);
}

export interface Hold {
  /** Resolves with what to say when somebody else took the installation over. */
  readonly lost: Promise<string>;
  letGo(): Promise<void>;
}

/** Throws a StartMistake where database and folder do not belong together, and where another server holds either. */
export async function holdInstallation(app: App): Promise<Hold> {
  const { dataFolder } = app.config;
  if (!holdBoxes(dataFolder)) throw new StartMistake(`another portal already serves ${dataFolder}; stop it first`);
  try {
    const carried = carriedBy(dataFolder);
    const key = await agreed(app, carried?.key ?? null);
    const holder = randomBytes(16).toString('base64url');
    const embedded = app.data.forgets ? lockedDatabase(app) : null;
    // The folder is locked by this process: whoever held it before is dead.
    if (!embedded) await prolong(app, { holder, dead: carried?.holder ?? null });
    writePrivately(fileOf(dataFolder), JSON.stringify({ key, holder }));
    return embedded ?? prolonged(app, holder);
  } catch (error) {
    letGoOfBoxes(dataFolder);
    throw error;
  }
}

function lockedDatabase({ config: { database, dataFolder } }: App): Hold {
  const lock = database === ':memory:' ? { letGo: () => undefined } : holdDatabase(database);
  if (!lock) throw new StartMistake(heldElsewhere);
  return {
    lost: new Promise(() => undefined),
    async letGo() {
      lock.letGo();
      letGoOfBoxes(dataFolder);
    },
  };
}

const heldElsewhere = 'another server holds this installation; stop it first';

async function agreed(app: App, carried: string | null): Promise<string> {
  const { dataFolder } = app.config;
  const before = await app.data.installation.key();
  const open = await app.data.surveys.inState('sealed');
  const halves = {
    database: before,
    folder: carried,
    sealed: open.length,
    found: open.filter(({ id }) => hasBox(dataFolder, id)).length,
    boxes: listBoxes(dataFolder).surveys.length,
  };
  const key = keyOf(halves, randomBytes(16).toString('base64url'));
  if (!key.ok) throw new StartMistake(sentences[key.because](dataFolder, open.map(({ title, id }) => `«${title.en}» (${id})`).join(', ')));
  if (key.value !== before) await app.data.installation.setKey(key.value);
  return key.value;
}

const sentences: Readonly<Record<MismatchRefusal, (folder: string, surveys: string) => string>> = {
  'other-folder': (folder) =>
    `${folder} belongs to another database; name the data folder of this database with --data, or its own database with MURMUR_DATABASE: nothing was changed`,
  'no-folder': (folder, surveys) =>
    `the ballots of ${surveys} are not in ${folder}; mount the data folder or name it with --data, or, if it is gone for good, say so with murmur survey give-up ID: nothing was changed`,
  'other-database': (folder) =>
    `${folder} holds ballots of surveys that this database does not know; name its own database with MURMUR_DATABASE, bring a backup back with murmur restore, or name another data folder with --data: nothing was changed`,
};

async function prolong(app: App, { holder, dead }: { readonly holder: string; readonly dead: string | null }): Promise<void> {
  const now = Date.now();
  const lease = { holder, dead, now: new Date(now).toISOString(), until: new Date(now + leaseLasts).toISOString() };
  if (!(await app.data.installation.hold(lease))) {
    throw new StartMistake(`${heldElsewhere}, or, if it died, start again in half a minute`);
  }
}

function prolonged(app: App, holder: string): Hold {
  let tell: (sentence: string) => void;
  const lost = new Promise<string>((resolve) => (tell = resolve));
  const clock = setInterval(() => {
    prolong(app, { holder, dead: null }).catch((error: unknown) => {
      // A database that does not answer gives the lease to nobody else either.
      if (!(error instanceof StartMistake)) return app.log.warn({ error: String(error) }, 'the lease could not be prolonged');
      clearInterval(clock);
      tell('another server took this installation over; this one stops');
    });
  }, prolongedEvery);
  clock.unref();
  return {
    lost,
    async letGo() {
      clearInterval(clock);
      await app.data.installation.letGo(holder).catch(() => undefined);
      letGoOfBoxes(app.config.dataFolder);
    },
  };
}

/** Ties a database that was just restored to this folder. */
export async function tieTo(app: Pick<App, 'data' | 'config'>): Promise<void> {
  const carried = carriedBy(app.config.dataFolder);
  if (carried) await app.data.installation.setKey(carried.key);
}

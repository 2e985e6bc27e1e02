// Letters to many people: owed in the step of the decision, written afterwards in handfuls, each one step. Whoever is written to is
// struck off in the same step, so that a stop at any place forgets nobody and writes to nobody twice.
import { setTimeout } from 'node:timers/promises';
import { localTime } from '#app/domain/kernel/local-time.ts';
import { waitsForWorkingHours, type LetterJob } from '#app/domain/notifications/letter-job.ts';
import { areLetterHours } from '#app/domain/surveys/letters/survey-letters.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { doElsewhere, hasElsewhere } from '#app/services/installation/do-elsewhere.server.ts';
import { lettersOf, type Writer } from './letters-of.server.ts';
import { learnTongues } from '#app/services/surveys/tongues.server.ts';
import { stopSignal, whileRunning } from '#app/services/publication/stop-work.server.ts';

/** To be called in the transaction of the decision. */
export async function oweLetters(app: App, stores: Pick<Stores, 'owedLetters'>, { people, ...job }: Omit<LetterJob, 'id'> & { readonly people: readonly string[] }): Promise<void> {
  if (people.length > 0) await stores.owedLetters.add({ id: app.newId(), ...job }, people);
}

/** Few enough to be written between two turns of the loop. */
const few = 200;
const handful = { here: 20, elsewhere: 200 } as const;

const writing = new WeakMap<App['data'], Promise<number>>();

/** Writes what is owed; how many letters. To be called often: begun again where it was interrupted. */
export function writeOwedLetters(app: App): Promise<number> {
  const before = writing.get(app.data) ?? Promise.resolve(0);
  // What is owed since the one before looked is written by the next.
  const next = before.catch(() => 0).then(() => writeNow(app));
  writing.set(app.data, next);
  return whileRunning(app, next);
}

async function writeNow(app: App): Promise<number> {
  const owed = await app.data.owedLetters.count();
  if (owed === 0 || !(await app.data.owedLetters.jobs()).some((job) => leavesNow(app, job))) return 0;
  return owed > few && hasElsewhere(app) ? doElsewhere(app, { work: 'write-letters' }) : writeLetters(app, handful.here);
}

const leavesNow = (app: App, job: LetterJob): boolean => !waitsForWorkingHours(job) || areLetterHours(localTime(app.now(), app.timeZone()));

/** For the thread. */
export const writeManyLetters = (app: App): Promise<number> => writeLetters(app, handful.elsewhere);

async function writeLetters(app: App, atOnce: number): Promise<number> {
  learnTongues(app);
  let written = 0;
  for (const job of (await app.data.owedLetters.jobs()).filter((one) => leavesNow(app, one))) {
    const writer = await lettersOf(app, job);
    if (writer) written += await carryOut(app, { job, writer, atOnce });
  }
  return written;
}

interface Order {
  readonly job: LetterJob;
  readonly writer: Writer;
  readonly atOnce: number;
}

/** Milliseconds in which others may write. */
const pause = 8;

async function carryOut(app: App, { job, writer, atOnce }: Order): Promise<number> {
  let written = 0;
  while (!stopSignal(app).aborted) {
    const ids = await app.data.owedLetters.next(job.id, atOnce);
    if (ids.length === 0) {
      await app.data.transaction(({ owedLetters }) => owedLetters.remove(job.id));
      return written;
    }
    written += await writeTo(app, ids, { job, writer });
    app.checkpoint?.('letters:handful');
    await setTimeout(pause);
  }
  return written;
}

async function writeTo(app: App, ids: readonly string[], { job, writer }: Pick<Order, 'job' | 'writer'>): Promise<number> {
  const people = (await app.data.people.byIds(ids)).filter(({ leftOn }) => leftOn === null);
  const made = people.flatMap((person) => {
    const written = writer(person);
    return written ? [{ personId: person.id, ...written }] : [];
  });
  return app.data.transaction(async (stores) => {
    // The survey may have closed meanwhile, or another process may have written to some of them.
    const owed = await stores.owedLetters.strikeOff(job.id, ids);
    const mine = made.filter(({ personId }) => owed.has(personId));
    await stores.signInLinks.saveAll(mine.flatMap(({ link }) => link ?? []));
    await stores.letters.addAll(mine.map(({ letter }) => letter));
    return mine.length;
  });
}

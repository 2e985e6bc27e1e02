// Empties the outbox. A letter is claimed before it is sent and marked after: a process that dies in between sends it once more
// rather than never.
import { localTime } from '#app/domain/kernel/local-time.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Letter } from '#app/domain/notifications/letter.ts';
import { minutesUntilRetry } from '#app/domain/notifications/retry.ts';
import type { TroubledLetter } from '#app/domain/notifications/troubled-letter.ts';
import { letterPlanOf, mayLeave } from '#app/domain/surveys/letters/survey-letters.ts';
import type { App } from '#app/platform/app.server.ts';
import { MailFailure, mailLanes, openMailer, type Mailer } from '#app/platform/mailer.server.ts';
import { textOf } from '#app/text/text.ts';
import type { Handed } from '#db/index.server.ts';
import { doElsewhere, hasElsewhere } from '#app/services/installation/do-elsewhere.server.ts';
import { learnTongues } from '#app/services/surveys/tongues.server.ts';
import { dressed } from './dress-letter.server.ts';
import { stopSignal } from '#app/services/publication/stop-work.server.ts';

const claimMinutes = 5;
/** Letters in one's hands at a time: as many are sent twice at most when the process dies. */
const inHand = 25;
/** Milliseconds after which those that were taken are marked, however few. */
const markedWithin = 250;
/** Few enough to be sent between two turns of the loop. */
const few = 50;

/** To the minute: the second in which a letter was tried stands nowhere. */
const inMinutes = (from: Date, minutes: number) => `${new Date(from.getTime() + minutes * 60_000).toISOString().slice(0, 16)}:00.000Z`;

/** How many were taken by the mail server and how many were not. */
export interface Handing {
  readonly sent: number;
  readonly failed: number;
}

/** Sends all that is due, at the mail server's pace. */
export async function sendLetters(app: App, mailer: Mailer): Promise<Handing> {
  const due = await app.data.letters.due(app.now().toISOString(), few + 1);
  if (due === 0) return { sent: 0, failed: 0 };
  return due > few && app.config.smtp !== null && hasElsewhere(app) ? doElsewhere(app, { work: 'send-letters' }) : handOver(app, mailer);
}

/** Null when the server has taken it. */
async function failureOf(app: App, mailer: Mailer, letter: Letter): Promise<MailFailure | null> {
  try {
    await mailer.send(dressed(app, letter));
    return null;
  } catch (error) {
    if (error instanceof MailFailure) return error;
    throw error;
  }
}

/** Surveys whose letters may leave now. */
async function askingNow(app: App): Promise<string[]> {
  const now = localTime(app.now(), app.timeZone());
  const asking: string[] = [];
  for (const survey of await app.data.surveys.inState('sealed')) {
    const reminded = (await app.data.surveyLetters.ofSurvey(survey.id)).some(({ kind }) => kind === 'first-reminder' || kind === 'last-reminder');
    if (mayLeave(letterPlanOf(survey), reminded, now)) asking.push(survey.id);
  }
  return asking;
}

function claim(app: App, limit: number): Promise<Letter[]> {
  return askingNow(app).then((asking) => app.data.letters.claim({ now: app.now().toISOString(), until: inMinutes(app.now(), claimMinutes), limit, asking }));
}

/** What became of letters, marked a few at a time: each step waits for the disk. */
function marking(app: App) {
  let [sent, failed]: [string[], Handed['failed'][number][]] = [[], []];
  let [last, held] = [0, 0];
  let turn: Promise<unknown> = Promise.resolve();
  const counts = { sent: 0, failed: 0 };
  const mark = (): Promise<unknown> => {
    const handed: Handed = { sent, failed };
    [sent, failed, last] = [[], [], performance.now()];
    const all = handed.sent.length + handed.failed.length;
    if (all === 0) return turn;
    return (turn = turn.then(() => app.data.transaction((stores) => stores.letters.handed(handed, app.today()))).then(() => (held -= all)));
  };
  return {
    counts,
    mark,
    /** As many as make the hands full, once what was taken is marked. */
    async claimed(): Promise<Letter[]> {
      await mark();
      const letters = await claim(app, inHand - held);
      held += letters.length;
      return letters;
    },
    async note({ id, attempts }: Letter, failure: MailFailure | null): Promise<void> {
      counts[failure ? 'failed' : 'sent'] += 1;
      const minutes = failure?.trouble === 'letter' ? null : minutesUntilRetry(attempts);
      if (failure) failed.push({ id, reason: failure.message, nextAttemptAt: minutes === null ? null : inMinutes(app.now(), minutes) });
      else sent.push(id);
      if (performance.now() - last > markedWithin || sent.length + failed.length >= inHand) await mark();
    },
  };
}

/** Here, whatever there is. Where the server itself cannot be reached the rest is not tried: each of them would wait for it again. */
export async function handOver(app: App, mailer: Mailer): Promise<Handing> {
  learnTongues(app);
  const marks = marking(app);
  const waiting: Letter[] = [];
  let away: MailFailure | null = null;
  let claiming: Promise<void> | null = null;
  const next = async (): Promise<Letter | null> => {
    if (away || stopSignal(app).aborted) return null;
    if (waiting.length === 0) {
      // Lanes that run out at the same time wait for one claim. Only whoever made it forgets it: a later one may have begun by then.
      const mine = (claiming ??= marks.claimed().then((letters) => void waiting.push(...letters)));
      await mine.finally(() => claiming === mine && (claiming = null));
    }
    return waiting.shift() ?? null;
  };
  const one = async (): Promise<boolean> => {
    const letter = await next();
    if (!letter) return false;
    const failure = await failureOf(app, mailer, letter);
    if (failure?.trouble === 'server') away = failure;
    await marks.note(letter, failure);
    return true;
  };
  const lane = async () => {
    while (await one());
  };
  try {
    // One goes first: where the server is away, one of them finds it out.
    if (await one()) await Promise.all(Array.from({ length: mailLanes }, lane));
  } finally {
    for (const letter of away ? waiting : []) await marks.note(letter, away);
    await marks.mark();
    if (!away) await app.data.letters.giveBack(waiting.map(({ id }) => id), app.now().toISOString());
  }
  return marks.counts;
}

/** Sends a letter that says only that letters arrive, past the outbox. `reason`: the mail server's own words. */
export async function sendTestLetter(app: App, to: string, language: Language): Promise<Outcome<null, 'no-mail-server' | 'mail-refused'>> {
  const mailer = openMailer(app.config);
  if (!mailer) return refused('no-mail-server');
  const text = textOf(language);
  try {
    await mailer.send({ id: app.newId(), to, subject: text('letters.test.subject'), text: text('letters.test.text', { home: app.config.publicUrl }), html: null });
    return done(null);
  } catch (error) {
    if (error instanceof MailFailure) return refused('mail-refused', { reason: error.message });
    throw error;
  } finally {
    mailer.close();
  }
}

export interface LettersOverview {
  /** Whether a mail server is configured at all. */
  readonly sends: boolean;
  /** Whom letters come from, and where what is sent back later arrives: nobody reads that by program. */
  readonly from: string;
  /** Those that are owed and not written yet among them. */
  readonly waiting: number;
  readonly givenUp: number;
  /** The newest ones. */
  readonly troubled: readonly TroubledLetter[];
}

const shown = 100;

export async function lettersOverview(app: App): Promise<LettersOverview> {
  const [counts, owed, letters] = await Promise.all([app.data.letters.counts(), app.data.owedLetters.count(), app.data.letters.troubled(shown)]);
  const whose = new Map<string, string | null>();
  for (const { to } of letters) if (!whose.has(to)) whose.set(to, (await app.data.people.byEmail(to))?.id ?? null);
  const troubled = letters.map(({ id, to, subject, dueOn, attempts, failed, nextAttemptAt }) => {
    return { id, to, personId: whose.get(to) ?? null, subject, day: dueOn, attempts, reason: failed ?? '', givenUp: nextAttemptAt === null };
  });
  return { sends: app.config.smtp !== null, from: app.config.mailFrom, waiting: Number(counts.waiting) + owed, givenUp: Number(counts.givenUp), troubled };
}

// Empties the outbox. A letter is claimed before it is sent and marked after: a process that dies in between sends it once more
// rather than never.
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Letter } from '#app/domain/notifications/letter.ts';
import { minutesUntilRetry } from '#app/domain/notifications/retry.ts';
import type { App } from '#app/platform/app.server.ts';
import { MailFailure, openMailer, type Mailer } from '#app/platform/mailer.server.ts';
import { textOf } from '#app/text/text.ts';

const claimMinutes = 5;

/** To the minute: the second in which a letter was tried stands nowhere. */
const inMinutes = (from: Date, minutes: number) => `${new Date(from.getTime() + minutes * 60_000).toISOString().slice(0, 16)}:00.000Z`;

/** Null when the server has taken it. */
async function failureOf(mailer: Mailer, letter: Letter): Promise<MailFailure | null> {
  try {
    await mailer.send(letter);
    return null;
  } catch (error) {
    if (error instanceof MailFailure) return error;
    throw error;
  }
}

async function putBack(app: App, letter: Letter, { message, trouble }: MailFailure): Promise<void> {
  const minutes = trouble === 'letter' ? null : minutesUntilRetry(letter.attempts);
  await app.data.letters.failed(letter.id, message, minutes === null ? null : inMinutes(app.now(), minutes));
}

/** Sends what is due, at most `limit` letters; how many were taken by the mail server and how many were not. Where the server itself
 * cannot be reached the rest is not tried: each of them would wait for it again. */
export async function sendLetters(app: App, mailer: Mailer, limit = 50): Promise<{ sent: number; failed: number }> {
  const now = app.now();
  const letters = await app.data.letters.claim({ now: now.toISOString(), until: inMinutes(now, claimMinutes), limit });
  let failed = 0;
  let away: MailFailure | null = null;
  for (const letter of letters) {
    const failure: MailFailure | null = away ?? (await failureOf(mailer, letter));
    if (!failure) {
      await app.data.letters.sent(letter.id, app.today());
      continue;
    }
    failed += 1;
    if (failure.trouble === 'server') away = failure;
    await putBack(app, letter, failure);
  }
  return { sent: letters.length - failed, failed };
}

/** Sends a letter that says only that letters arrive, past the outbox. `reason`: the mail server's own words. */
export async function sendTestLetter(app: App, to: string, language: Language): Promise<Outcome<null, 'no-mail-server' | 'mail-refused'>> {
  const mailer = openMailer(app.config);
  if (!mailer) return refused('no-mail-server');
  const text = textOf(language);
  try {
    await mailer.send({ to, subject: text('letters.test.subject'), text: text('letters.test.text', { home: app.config.publicUrl }), html: null });
    return done(null);
  } catch (error) {
    if (error instanceof MailFailure) return refused('mail-refused', { reason: error.message });
    throw error;
  } finally {
    mailer.close();
  }
}

/** A letter that did not arrive, as those who can help see it: never its text. */
export interface TroubledLetter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly day: string;
  readonly attempts: number;
  readonly reason: string;
  /** It is not tried again. */
  readonly givenUp: boolean;
}

export interface LettersOverview {
  /** Whether a mail server is configured at all. */
  readonly sends: boolean;
  readonly waiting: number;
  readonly givenUp: number;
  /** The newest ones. */
  readonly troubled: readonly TroubledLetter[];
}

const shown = 100;

export async function lettersOverview(app: App): Promise<LettersOverview> {
  const [counts, letters] = await Promise.all([app.data.letters.counts(), app.data.letters.troubled(shown)]);
  const troubled = letters.map(({ id, to, subject, dueOn, attempts, failed, nextAttemptAt }) => {
    return { id, to, subject, day: dueOn, attempts, reason: failed ?? '', givenUp: nextAttemptAt === null };
  });
  return { sends: app.config.smtp !== null, waiting: Number(counts.waiting), givenUp: Number(counts.givenUp), troubled };
}

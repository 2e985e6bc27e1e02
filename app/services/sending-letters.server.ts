// Empties the outbox. A letter is claimed before it is sent and marked after: a process that dies in between sends it once more
// rather than never.
import { minutesUntilRetry } from '#app/domain/notifications/retry.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Mailer } from '#app/platform/mailer.server.ts';

const claimMinutes = 5;

/** To the minute: the second in which a letter was tried stands nowhere. */
const inMinutes = (from: Date, minutes: number) => `${new Date(from.getTime() + minutes * 60_000).toISOString().slice(0, 16)}:00.000Z`;

/** Sends what is due, at most `limit` letters; how many were taken by the mail server and how many were refused. */
export async function sendLetters(app: App, mailer: Mailer, limit = 50): Promise<{ sent: number; failed: number }> {
  const now = app.now();
  const letters = await app.data.letters.claim({ now: now.toISOString(), until: inMinutes(now, claimMinutes), limit });
  let failed = 0;
  for (const letter of letters) {
    try {
      await mailer.send(letter);
      await app.data.letters.sent(letter.id, app.today());
    } catch (error) {
      failed += 1;
      const minutes = minutesUntilRetry(letter.attempts);
      const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
      await app.data.letters.failed(letter.id, reason, minutes === null ? null : inMinutes(app.now(), minutes));
    }
  }
  return { sent: letters.length - failed, failed };
}

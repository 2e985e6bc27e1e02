// A letter waits in the outbox until it is sent, so that a mail server that is down loses none. It never holds an answer, and of when
// it was written and sent it keeps the day alone.
import { addDays, type Day } from '../kernel/day.ts';

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** Emptied once sent: a sign-in link in an old letter would be a way in for whoever copies the database. */
  readonly text: string;
  readonly html: string | null;
  /** In which it is written, BCP 47: so it is dressed when it leaves; null where it leaves as bare text. */
  readonly language: string | null;
  /** Survey whose answers it asks for; null for every other letter. Such a letter is forgotten when it is sent or that survey closes. */
  readonly asksFor: string | null;
  readonly dueOn: Day;
  readonly attempts: number;
  /** When it is tried next: at first the beginning of its day, later a minute; null once it is sent or given up. */
  readonly nextAttemptAt: string | null;
  readonly sentOn: Day | null;
  /** Why the last attempt failed; null otherwise. */
  readonly failed: string | null;
}

export type NewLetter = Pick<Letter, 'id' | 'to' | 'subject' | 'text'> & {
  readonly html?: string;
  readonly language?: string;
  readonly asksFor?: string;
  readonly dueOn: Day;
};

/** A letter that has not been tried yet. Of all that are due on a day none comes first. */
export function newLetter({ id, to, subject, text, html, language, asksFor, dueOn }: NewLetter): Letter {
  // A moment that has passed wherever that day has begun.
  const nextAttemptAt = `${addDays(dueOn, -1)}T00:00:00.000Z`;
  return { id, to, subject, text, html: html ?? null, language: language ?? null, asksFor: asksFor ?? null, dueOn, attempts: 0, nextAttemptAt, sentOn: null, failed: null };
}

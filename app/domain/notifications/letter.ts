// A letter waits in the outbox until it is sent, so that a mail server that is down loses none. It never holds an answer.

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** Emptied once sent: a sign-in link in an old letter would be a way in for whoever copies the database. */
  readonly text: string;
  readonly html: string | null;
  readonly dueAt: string;
  readonly attempts: number;
  /** When it is tried next; null once it is sent or given up. */
  readonly nextAttemptAt: string | null;
  readonly sentAt: string | null;
  /** Why the last attempt failed; null otherwise. */
  readonly failed: string | null;
}

/** A letter that has not been tried yet. */
export function newLetter(letter: Pick<Letter, 'id' | 'to' | 'subject' | 'text' | 'dueAt'> & { readonly html?: string }): Letter {
  return { html: null, ...letter, attempts: 0, nextAttemptAt: letter.dueAt, sentAt: null, failed: null };
}

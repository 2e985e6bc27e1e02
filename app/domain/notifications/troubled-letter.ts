// A letter the mail server did not take, as those who look after people see it.

/** A letter that did not arrive, as those who can help see it: never its text. */
export interface TroubledLetter {
  readonly id: string;
  readonly to: string;
  /** Whose address it is today: where it can be mended; null where it is nobody's any more. */
  readonly personId: string | null;
  readonly subject: string;
  readonly day: string;
  readonly attempts: number;
  readonly reason: string;
  /** It is not tried again. */
  readonly givenUp: boolean;
}

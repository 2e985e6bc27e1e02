// A letter the mail server did not take, as those who look after people see it.

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

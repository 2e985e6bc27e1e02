// An open survey as somebody who is asked sees it.
import type { Day } from '../kernel/day.ts';
import type { Localized } from '../kernel/language.ts';

/** An open survey as somebody sees it who has no answer sheet, because it does not ask everybody. */
export interface SurveyOfOthers {
  readonly surveyId: string;
  readonly title: Localized;
  readonly closes: Day;
  /** Who is asked, as it was sealed. */
  readonly said: Localized;
}

export interface OpenInvitation {
  readonly surveyId: string;
  readonly title: Localized;
  readonly purpose: Localized;
  readonly closes: Day;
  readonly questions: number;
  /** How long it takes. */
  readonly seconds: number;
  /** The group the person is counted in: the department it is called by, those counted with it, and everybody in it. */
  readonly counted: { readonly names: readonly string[]; readonly people: number };
  /** Path with the survey's fingerprint whole. */
  readonly link: string;
  /** SHA-256 (hex) of the manifest. */
  readonly manifestHash: string;
  /** The paper stays with an address of before; nothing else is told about it then. */
  readonly held: boolean;
  /** Comes with a slip: no paper is given to whoever signs in. */
  readonly bySlip: boolean;
  /** A paper was taken. Whether a ballot came with it, nobody knows. */
  readonly taken: boolean;
  /** The draft plan it asks about; null for a survey. */
  readonly plan: string | null;
}

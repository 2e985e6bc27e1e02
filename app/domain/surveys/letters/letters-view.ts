// The letters of a survey as HR sees them.
import type { LetterText, WrittenKind, ownIn } from './letter-texts.ts';
import type { LetterDays, plannedLetters } from './survey-letters.ts';

export interface WrittenLetter {
  readonly kind: WrittenKind;
  readonly language: string;
  /** With its places. */
  readonly text: LetterText;
  /** Whether HR wrote it. */
  readonly own: boolean;
  readonly places: readonly string[];
  /** As a reader gets it, with an example where only sealing or the results bring what stands there. */
  readonly preview: LetterText & { readonly html: string };
  /** What follows in any case. */
  readonly fixed: string;
}

export interface LettersView {
  readonly kinds: readonly WrittenKind[];
  readonly languages: readonly string[];
  /** Whether they can still be changed. */
  readonly draft: boolean;
  /** Days as they are planned. */
  readonly planned: ReturnType<typeof plannedLetters>;
  readonly days: LetterDays;
  /** In which languages HR wrote each letter; in the others the program's own words leave. */
  readonly own: ReturnType<typeof ownIn>;
  readonly letter: WrittenLetter;
}

// The words and days of a draft: what is needed whatever it asks.
import { daysBetween, type Day } from '../kernel/day.ts';
import { forEachLanguage, isLanguage, writtenIn, type Localized } from '../kernel/language.ts';
import { done, refused, together, type Outcome } from '../kernel/outcome.ts';
import { seenLine, seenText } from '../kernel/seen-text.ts';
import type { Tongue } from '../kernel/tongue.ts';
import type { DraftRefusal, DraftWishes } from './draft-wishes.ts';
import type { Survey } from './survey.ts';

export const longestTitle = 120;
export const longestPurpose = 600;
/** A box is kept in no backup: the longer a survey is open, the more a broken disk would cost. */
const longestOpen = 60;

/** Every language has a text: those the organisation does not speak show its first one. */
export function inAllLanguages(text: Localized, spoken: readonly Tongue[], read: (typed: string) => string): Localized {
  const trimmed = (language: Tongue) => read(writtenIn(text, language) ?? '');
  const first = trimmed(spoken[0] ?? 'en');
  const further = Object.fromEntries(spoken.filter((tongue) => !isLanguage(tongue)).map((tongue) => [tongue, trimmed(tongue)]));
  return { ...further, ...forEachLanguage((language) => (spoken.includes(language) ? trimmed(language) : first)) };
}

export function wordsOf({ title, purpose }: Pick<DraftWishes, 'title' | 'purpose'>, spoken: readonly Tongue[]): Outcome<Pick<Survey, 'title' | 'purpose'>, DraftRefusal> {
  const unwritten = (text: Localized) => spoken.filter((language) => seenText(writtenIn(text, language) ?? '') === '');
  const wrong = together<DraftRefusal>([...unwritten(title).map((language) => refused('no-title', { language })), ...unwritten(purpose).map((language) => refused('no-purpose', { language }))]);
  return wrong ?? done({ title: inAllLanguages(title, spoken, seenLine), purpose: inAllLanguages(purpose, spoken, seenText) });
}

export function daysOf({ opens, closes }: Pick<DraftWishes, 'opens' | 'closes'>, today: Day): Outcome<Pick<Survey, 'opens' | 'closes'>, DraftRefusal> {
  const wrong = together<DraftRefusal>([
    opens < today ? refused('opens-in-the-past', { today }) : null,
    closes < opens ? refused('closes-before-opening', { opens }) : null,
    daysBetween(opens, closes) >= longestOpen ? refused('open-too-long', { days: longestOpen }) : null,
  ]);
  return wrong ?? done({ opens, closes });
}

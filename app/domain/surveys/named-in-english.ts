// A survey's name and purpose are no words of a file: HR writes them in every language it asks in. What a programme drafts by itself, or
// what somebody left as it was, is English in a tongue, and people read it first.
import { isLanguage, writtenIn } from '../kernel/language.ts';
import type { Tongue } from '../kernel/tongue.ts';
import type { Survey } from './survey.ts';

/** The tongues in which the name or the purpose is the English one. */
export const namedInEnglish = ({ title, purpose, definition }: Pick<Survey, 'title' | 'purpose' | 'definition'>): readonly Tongue[] =>
  definition.languages.filter((tongue) => !isLanguage(tongue) && [title, purpose].some((text) => (writtenIn(text, tongue) ?? text.en) === text.en));

// The words of one language as a report asks for them.
import type { Language } from '#app/domain/kernel/language.ts';
import type { Say } from '#app/domain/reports/document/say.ts';
import { differenceText } from './difference-text.ts';
import { groupText } from './group-text.ts';
import { aboutParts, textOf, type TextKey } from './text.ts';

/** Every key a report names has a sentence: a test composes reports in every language and reads them. `ofParts`: not everybody was asked. */
export function sayIn(language: Language, ofParts = false): Say {
  const text = ofParts ? aboutParts(textOf(language)) : textOf(language);
  return Object.assign((key: string, values: Parameters<Say>[1] = {}) => text(key as TextKey, values), {
    language,
    day: text.day,
    number: (value: number) => text.number(value),
    of: text.of,
    group: (group: Parameters<Say['group']>[0]) => groupText(text, group),
    difference: (...[difference, against]: Parameters<Say['difference']>) => differenceText(text, difference, against),
  });
}

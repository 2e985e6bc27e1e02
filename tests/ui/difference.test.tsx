import '#app/text/all.server.ts';
import { expect, test } from 'vitest';
import { languages } from '#app/domain/kernel/language.ts';
import { textOf } from '#app/text/text.ts';
import { differenceText } from '#app/text/difference-text.ts';
import { shownDifference } from '#tests/support/shown-figures.ts';

const text = textOf('en');

test('a limit is said only where it was worked out', () => {
  expect(differenceText(text, shownDifference({ points: 2, detectable: 12 }), 'change')).toBe('no clear change (one of 12 points would have shown in four of five cases)');
  expect(differenceText(text, shownDifference({ points: 2 }), 'change')).toBe('no clear change');
  expect(differenceText(text, shownDifference({ points: 2 }), 'rest')).toBe('no clear difference');
});

test('what is sure and small is said to be both', () => {
  expect(differenceText(text, shownDifference({ points: -4, arrow: 'down', small: true }), 'change')).toBe('4 points less than the time before (small, and sure)');
  expect(differenceText(text, shownDifference({ points: 30, arrow: 'up', exploratory: true }), 'rest')).toBe('30 points above the rest of the company (a hint only: fewer than ten answers)');
});

test.each(languages)('every reason has its own sentence in %s', (language) => {
  const reasons = ['first-wave', 'not-asked', 'wording', 'composition', 'too-few', 'few-for-question', 'whole', 'all-together', 'not-linked'] as const;
  const said = reasons.map((broken) => differenceText(textOf(language), shownDifference({ broken }), 'change'));
  expect(new Set(said).size).toBe(reasons.length);
});

// What stands in a sealed survey is promised to everybody alike.
import { expect, test } from 'vitest';
import { forEachLanguage } from '#app/domain/kernel/language.ts';
import { sealedManifest } from '#app/domain/surveys/sealed/sealed-manifest.ts';
import { day } from '#app/domain/kernel/day.ts';
import { aDraft } from '#tests/support/drafts.ts';

const parts = { departments: [], blocks: [], box: '', pages: forEachLanguage(() => ''), timeZone: 'Europe/Berlin', place: { en: 'Berlin' } };

test('a core pulse says until when it is answered, another survey does not', () => {
  const draft = { ...aDraft('s'), closes: day('2026-11-20') };
  expect(sealedManifest(draft, parts).survey.answersBy).toBe('2026-12-11');
  expect(sealedManifest({ ...draft, definition: { ...draft.definition, template: 'annual' } }, parts).survey).not.toHaveProperty('answersBy');
});

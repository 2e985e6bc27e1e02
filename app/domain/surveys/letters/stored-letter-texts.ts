// What HR wrote into letters, as it lies in the database.
import * as v from 'valibot';
import { stored } from '../../kernel/stored.ts';
import type { LetterTexts } from './letter-texts.ts';

const byLanguage = v.optional(v.record(v.string(), v.object({ subject: v.string(), body: v.string() })));

export const storedLetterTexts = stored<LetterTexts>({
  noun: 'what HR wrote into letters',
  shape: v.object({ announcement: byLanguage, opening: byLanguage, 'first-reminder': byLanguage, 'last-reminder': byLanguage, results: byLanguage, news: byLanguage }) as v.GenericSchema<unknown, LetterTexts>,
});

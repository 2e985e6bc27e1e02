// The answer page as it would read in a language, before any survey is asked in it: the core pulse, of whoever is the whole company.
import { addDays, type Day } from '../../kernel/day.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Tongue } from '../../kernel/tongue.ts';
import { template } from '../questions/question-library.ts';
import { questionsOf } from '../questions/questions-of.ts';
import { inTongues, type WordOf } from '../questions/translated-questions.ts';
import type { Survey } from '../survey.ts';
import type { Manifest } from './manifest.ts';
import { sealedManifest } from './sealed-manifest.ts';

export interface Sample {
  readonly tongue: Tongue;
  readonly wordOf: WordOf;
  /** What HR would write itself. */
  readonly title: string;
  readonly purpose: string;
  readonly company: string;
  readonly people: number;
  readonly k: number;
  readonly today: Day;
  readonly timeZone: string;
  readonly place: Localized;
}

/** Without keys: nothing can be sealed to it. */
export function sampleManifest({ tongue, wordOf, title, purpose, company, people, k, today, timeZone, place }: Sample): Manifest {
  const questions = inTongues(questionsOf(template('pulse-core')!, { k }), [tongue], wordOf);
  const survey: Survey = {
    id: 'sample',
    state: 'draft',
    title: { en: title },
    purpose: { en: purpose },
    opens: today,
    closes: addDays(today, 10),
    programme: null,
    definition: { template: 'pulse-core', k, languages: [tongue], questions, cuts: [] },
    manifestHash: null,
    createdBy: null,
    createdAt: '',
    closedAt: null,
    closedOn: null,
  };
  const block = { departments: ['company'], place: 'company', invited: people, names: '', key: '' };
  return sealedManifest(survey, { departments: [{ id: 'company', parentId: null, name: company }], blocks: [block], box: '', pages: { en: '' }, timeZone, place });
}

// The questions of a service survey, put together from the map. Apart from what the ballot page needs: the library weighs more than the page.
import { localized, type Localized } from '../../kernel/language.ts';
import source from '../questions/library/service-questions.json' with { type: 'json' };
import type { SurveyTemplate } from '../questions/library-item.ts';
import type { Question, ScaleQuestion, SeveralQuestion } from '../questions/question.ts';
import { kOfSensitivity, libraryBlock, libraryItem, libraryScale } from '../questions/question-library.ts';
import { longestComment } from '../questions/questions-of.ts';
import { dependedId, mostRated, type SealedProvider } from './service-survey.ts';

/** A provider as it is offered to those who are asked: with what it does for them. */
export interface OfferedProvider extends SealedProvider {
  readonly label: Localized;
}

/** Among the templates where there is a map. */
export const serviceTemplate: SurveyTemplate = { id: 'internal-service', label: source.label, items: [], blocks: ['OPN-03'], further: 0, cadenceWeeks: 26, targetMinutes: 3 };

/** Quality, on time, accuracy, urgency, putting right, attitude, the same for everybody, told when to wait. */
export const serviceItems = ['ISQ-01', 'ISQ-03', 'ISQ-04', 'ISQ-05', 'ISQ-11', 'ISQ-07', 'ISQ-12', 'ISQ-13'] as const;

const ratingId = (item: string, provider: string): string => `${item}@${provider}`;
const ownEstimateId = (provider: string): string => `own@${provider}`;
const serviceDimension = (provider: string): string => `service@${provider}`;

/** In the order asked: whom somebody depended on, the ratings of each provider, what providers think of themselves, own words. */
export function serviceQuestions(providers: readonly OfferedProvider[], k: number): readonly Question[] {
  const least = Math.max(k, kOfSensitivity.elevated);
  const depended: SeveralQuestion = {
    kind: 'several', id: dependedId, text: source.depended, dimension: null, k: least, most: mostRated,
    options: providers.map(({ id, label }) => ({ id, label })),
  };
  const ratings = providers.flatMap((provider) =>
    serviceItems.map((item) => scale(ratingId(item, provider.id), { text: textOf(item), provider, k: least, part: { provider: provider.id, dimension: serviceDimension(provider.id) } })));
  const own = providers.map((provider) => scale(ownEstimateId(provider.id), { text: source.own, provider, k: least, part: { own: provider.id, dimension: null } }));
  const words: Question = { kind: 'open', id: 'OPN-03', text: libraryBlock('OPN-03')!.text as Localized, dimension: null, k, longest: longestComment };
  return [depended, ...ratings, ...own, words];
}

interface Rated {
  readonly text: Localized;
  readonly provider: SealedProvider;
  readonly k: number;
  readonly part: Pick<ScaleQuestion, 'provider' | 'own' | 'dimension'>;
}

/** Nobody is asked why: a reason given beside one provider's low score would be counted among the few who rated it. */
function scale(id: string, { text, provider, k, part }: Rated): ScaleQuestion {
  const { points, labels } = libraryScale('QLT5');
  const named = localized((language) => text[language]?.replace('{dept}', provider.name[language] ?? provider.name.en));
  const { dimension, ...about } = part;
  return { kind: 'scale', id, text: named, dimension, k, ...about, points, reverse: false, labels: labels.map((label) => localized((language) => label[language])), low: null };
}

const textOf = (item: string): Localized => libraryItem(item)?.text ?? source.items.find(({ id }) => id === item)!.text;

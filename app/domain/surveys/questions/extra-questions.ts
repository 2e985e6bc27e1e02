// Questions that a plan or a talk brings into a pulse. What asks whether something is poor or changed in some departments only is asked of
// their blocks alone, and its result belongs to the plan: it counts towards no dimension.
import { localized, type Localized } from '../../kernel/language.ts';
import source from './library/extra-questions.json' with { type: 'json' };
import type { Option, ScaleQuestion, SeveralQuestion } from './question.ts';
import { dimension as dimensionOf } from './question-library.ts';

const noticed = 'noticed-';
const remedy = 'remedy-';
/** «Were the results talked over in your team?» */
export const talkedId = 'talked-over';
/** Beside the measures: something that is not among them. */
export const otherRemedy = 'other';
/** How many measures one person may choose. */
const mostRemedies = 2;
/** A change that somebody noticed, or missed, speaks of the department's head. */
const fewestForScale = 8;
/** Whoever chooses a remedy says that something is wrong: counted like reasons. */
const fewestForRemedy = 10;

/** Both are followed by the dimension. */
export const noticedId = (dimension: string): string => `${noticed}${dimension}`;
export const remedyId = (dimension: string): string => `${remedy}${dimension}`;

/** Choosing anything is a complaint, so that at least two in every cell choose nothing. */
export const isRemedy = (questionId: string): boolean => questionId.startsWith(remedy);

/** Before the question in the name of groups that hold some blocks only, where HR chose them. */
export const askedOfSome = 'some:';

/** Asked of some blocks only; no other question's table leaves departments out. */
export const isAskedOfSome = (questionId: string): boolean => isRemedy(questionId) || questionId.startsWith(noticed) || questionId.startsWith(askedOfSome);

/** «Did you notice a change?», from clearly worse to clearly better. */
export const noticedQuestion = (dimension: string, k: number): ScaleQuestion => scale(noticedId(dimension), about(source.noticed.text, dimension), { labels: source.noticed.labels, k });

export const talkedQuestion = (k: number): ScaleQuestion => scale(talkedId, source.talked.text, { labels: source.talked.labels, k });

/** «What would help most?»: measures that can really be taken, and «something else»; none of them is an answer too. */
export function remedyQuestion(dimension: string, measures: readonly Option[], k: number): SeveralQuestion {
  const options = [...measures, { id: otherRemedy, label: source.remedy.other }];
  return { kind: 'several', id: remedyId(dimension), text: about(source.remedy.text, dimension), dimension: null, k: Math.max(k, fewestForRemedy), options, most: mostRemedies };
}

function scale(id: string, text: Localized, { labels, k }: { readonly labels: readonly Localized[]; readonly k: number }): ScaleQuestion {
  return { kind: 'scale', id, text, dimension: null, k: Math.max(k, fewestForScale), points: labels.length, reverse: false, labels, low: null };
}

/** Of a question about whether something applies: `yes` opens what follows it. */
export const appliesOptions: readonly Option[] = [{ id: 'yes', label: source.applies.yes }, { id: 'no', label: source.applies.no }];

const about = (text: Localized, dimension: string): Localized => localized((language) => text[language]?.replace('{dimension}', dimensionOf(dimension)?.label[language] ?? dimension));

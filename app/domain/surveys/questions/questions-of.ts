// From a template to the questions that are sealed. Overall questions come before the parts, so that a trend is free of
// priming; open questions come last; a sensitive item keeps its higher k whatever the organisation chose.
import { localized, type Language, type Localized } from '../../kernel/language.ts';
import type { LibraryItem, SurveyTemplate } from './library-item.ts';
import { isScore, type LowScore, type OpenQuestion, type PairQuestion, type Question, type ScaleQuestion, type SeveralQuestion } from './question.ts';
import { dimension, dimensions, kOfSensitivity, libraryBlock, libraryItem, libraryScale, reasonSet } from './question-library.ts';

export interface TemplateChoice {
  /** The organisation's k. */
  readonly k: number;
  /** Further library items, asked in this order after the template's own. */
  readonly further?: readonly string[];
  /** The company's own questions as they are asked, in this order after the library's. */
  readonly own?: readonly Question[];
  /** The dimension of the expectation pair where the template has one; without it no pair is asked. */
  readonly pair?: string;
}

/** Characters. One limit for every box: a text that stops at another one would tell the box it came from. */
export const longestComment = 500;
export const importanceId = 'importance-pick3';
const pairPrefix = 'pe-pair-';
export const pairIdOf = (dimension: string): string => `${pairPrefix}${dimension}`;
/** Followed by the dimension. */
export const importanceRating = 'importance-rate-';

/** The questions of a survey in the order asked. Throws on an item that is not in the library. */
export function questionsOf(template: SurveyTemplate, choice: TemplateChoice): readonly Question[] {
  const items = [...template.items, ...(choice.further ?? []).filter((id) => !template.items.includes(id))];
  const blocks = template.blocks.flatMap((block) => questionsOfBlock(block, choice));
  const own = choice.own ?? [];
  const isOpen = ({ kind }: Question) => kind === 'open';
  return [
    ...items.map((id) => questionOfItem(known(id), choice.k)),
    ...own.filter(isScore),
    ...[...blocks, ...own.filter((question) => !isScore(question))].filter((question) => !isOpen(question)),
    ...[...blocks, ...own].filter(isOpen),
  ];
}

export function questionOfItem(item: LibraryItem, k: number): Question {
  const scale = libraryScale(item.scale);
  const asked = { id: item.id, text: item.text, dimension: item.dimension, k: Math.max(k, kOfSensitivity[item.sensitivity]) };
  const labels = scale.labels.map(labelOnly);
  if (scale.points === 11) {
    const [lowest, middle, highest] = labels as [Localized, Localized, Localized];
    return { ...asked, kind: 'recommend', labels: [lowest, middle, highest], low: lowScore(item, 6) };
  }
  return { ...asked, kind: 'scale', points: scale.points, reverse: item.reverse, labels, low: lowScore(item, 2) };
}

/** Expectation and experience of one dimension. */
export function pairQuestion(about: string, k: number): PairQuestion {
  return pair(about, libraryBlock('pe-pair')?.text as readonly [Localized, Localized], k);
}

/** The dimension a pair or an importance rating is about, or null where the question is neither. */
export function dimensionAskedAbout(questionId: string): string | null {
  for (const prefix of [pairPrefix, importanceRating]) {
    if (questionId.startsWith(prefix)) return questionId.slice(prefix.length);
  }
  return null;
}

function questionsOfBlock(id: string, choice: TemplateChoice): readonly Question[] {
  const block = libraryBlock(id);
  if (!block) throw new Error(`no such block: ${id}`);
  if (block.kind === 'pick-up-to-3') return [importance(block.text as Localized, choice.k)];
  if (block.kind === 'rate-each') return importanceRatings(block.text as Localized, choice.k);
  if (block.kind === 'open') return [openQuestion(id, block.text as Localized, choice.k)];
  if (block.kind === 'paired-levels' && choice.pair) {
    return [pair(choice.pair, block.text as readonly [Localized, Localized], choice.k)];
  }
  return [];
}

const ratedDimensions = () => dimensions.filter((one) => one.id !== 'outcome');

function importance(text: Localized, k: number): SeveralQuestion {
  const options = ratedDimensions().map(({ id, label }) => ({ id, label }));
  return { kind: 'several', id: importanceId, text, dimension: null, k, options, most: 3 };
}

function importanceRatings(text: Localized, k: number): ScaleQuestion[] {
  const scale = libraryScale('IMP5');
  return ratedDimensions().map((rated) => ({
    kind: 'scale',
    id: `${importanceRating}${rated.id}`,
    text: joined(rated.label, text),
    dimension: null,
    k,
    points: scale.points,
    reverse: false,
    labels: scale.labels.map(labelOnly),
    low: null,
  }));
}

// A pair stands alone: a level that is expected says nothing about satisfaction and must not count towards its dimension.
function pair(about: string, [expected, experienced]: readonly [Localized, Localized], k: number): PairQuestion {
  const rated = dimension(about);
  if (!rated) throw new Error(`no such dimension: ${about}`);
  const scale = libraryScale('LVL5');
  return {
    kind: 'pair',
    id: pairIdOf(about),
    text: rated.label,
    dimension: null,
    k,
    points: scale.points,
    labels: scale.labels.map(labelOnly),
    expected: joined(rated.label, expected),
    experienced: joined(rated.label, experienced),
  };
}

function openQuestion(id: string, text: Localized, k: number): OpenQuestion {
  return { kind: 'open', id, text, dimension: null, k, longest: longestComment };
}

function lowScore(item: LibraryItem, at: number): LowScore | null {
  if (!item.lowScore) return null;
  const { prompt, reasonSet: set } = item.lowScore;
  return { at, prompt, options: reasonSet(set), longest: longestComment };
}

function known(id: string): LibraryItem {
  const item = libraryItem(id);
  if (!item) throw new Error(`no such item: ${id}`);
  return item;
}

const colonOf = (language: Language): string => (language.startsWith('zh') ? '：' : ': ');

export const labelOnly = (label: Localized): Localized => localized((language) => label[language]);

const joined = (label: Localized, text: Localized): Localized =>
  localized((language) => (label[language] === undefined || text[language] === undefined ? undefined : `${label[language]}${colonOf(language)}${text[language]}`));

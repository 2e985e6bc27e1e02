// Themes come from the words themselves: a text belongs to a theme where one of its words stands in it as a word. Texts are counted, not
// people: one person's several texts are apart in a release. Below k texts a theme is not told.
import type { Language } from '../../kernel/language.ts';
import { distinctiveWords } from './distinctive-words.ts';
import { simplifiedSigns, stopWords, themes, traditionalSigns } from './theme-lexicon.ts';

const han = /\p{Script=Han}/u;

const segmenters = { en: new Intl.Segmenter('en', { granularity: 'word' }), zh: new Intl.Segmenter('zh', { granularity: 'word' }) };

interface Words {
  /** Lower case, in the order in which they stand. */
  readonly list: readonly string[];
  /** The same with a bar before and after each, so that runs of words can be looked for. */
  readonly run: string;
}

/** Words as `Intl.Segmenter` finds them; Chinese has no spaces to go by. */
export function wordsOf(text: string): Words {
  const cut = segmenters[han.test(text) ? 'zh' : 'en'].segment(text.toLowerCase().replaceAll('’', "'"));
  const list = [...cut].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
  return { list, run: `|${list.join('|')}|` };
}

/** One pattern for each theme. A Chinese word may be cut in two by the segmenter, but it begins and ends where words do. */
const patterns = themes.map(({ id, words }) => ({ id, pattern: new RegExp(`\\|(?:${words.map(patternOf).join('|')})\\|`) }));

function patternOf(word: string): string {
  return han.test(word) ? [...word].join('\\|?') : word.split(/[\s-]+/).join('\\|');
}

/** Ids of the themes a text belongs to. */
export function themesOf(text: string): string[] {
  const { run } = wordsOf(text);
  return patterns.flatMap(({ id, pattern }) => (pattern.test(run) ? [id] : []));
}

export interface ThemeCount {
  readonly id: string;
  readonly texts: number;
}

/** The most frequent first; none of fewer than k texts. */
export function countThemes(texts: readonly string[], k: number): ThemeCount[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const id of themesOf(text)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].flatMap(([id, count]) => (count >= k ? [{ id, texts: count }] : [])).sort((one, other) => other.texts - one.texts || (one.id < other.id ? -1 : 1));
}

/** In how many texts each word stands; words that say nothing and single letters are left out. */
function textsByWord(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = Object.create(null) as Record<string, number>;
  for (const text of texts) {
    for (const word of new Set(wordsOf(text).list)) if (!stopWords.has(word) && word.length > 1 && !/^\p{Nd}+$/u.test(word)) counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

/** 1.96: what chance alone reaches once in forty words. */
const worthShowing = 1.96;
const most = 12;
/** As much as a few texts: words that one person wrote are not typical. */
const priorTotal = 100;

/** Words that stand in more texts of the first than of the others, in at least k; the most typical first. None where there are no others. */
export function typicalWords(first: readonly string[], others: readonly string[], k: number): string[] {
  if (first.length === 0 || others.length === 0) return [];
  const [here, elsewhere] = [textsByWord(first), textsByWord(others)];
  return Object.entries(distinctiveWords(here, elsewhere, priorTotal))
    .filter(([word, z]) => z >= worthShowing && (here[word] ?? 0) >= k)
    .sort((one, other) => other[1] - one[1])
    .slice(0, most)
    .map(([word]) => word);
}

const [simplified, traditional] = [new Set(simplifiedSigns), new Set(traditionalSigns)];

/** In which language a text is written, by its signs; null where it has none of any. */
export function languageOfText(text: string): Language | null {
  const signs = [...text];
  if (!signs.some((sign) => han.test(sign))) return /\p{Script=Latin}/u.test(text) ? 'en' : null;
  const count = (known: ReadonlySet<string>, other: ReadonlySet<string>) => signs.filter((sign) => known.has(sign) && !other.has(sign)).length;
  return count(traditional, simplified) > count(simplified, traditional) ? 'zh-Hant' : 'zh-Hans';
}

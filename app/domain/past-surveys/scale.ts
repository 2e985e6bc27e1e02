// How the answers to a question of an old survey are written, from the lowest point to the highest. Page and command line have one way to
// say it: «1..5», «0..4», «-2..2», «1..5/0.5», «0%..100%/20», «A1..A5», «never | rarely | often», each with codes that are no answer
// behind «none».
import { codeIn, foldedAnswer, numberBeside, numberIn, plainAnswer, saysNothing } from './answer-text.ts';
import { scaleOfWords } from './labels.ts';

export interface PastScale {
  /** The lowest point as a number, and the way from one to the next. */
  readonly lowest: number;
  readonly step: number;
  readonly percent: boolean;
  /** By folded word: its point, from 1. */
  readonly words: readonly (readonly [string, number])[];
  /** What stands at each point when people see it; of numbers the numbers themselves. */
  readonly labels: readonly string[];
}

export interface SaidScale {
  readonly points: number;
  readonly none: readonly string[];
  readonly scale: PastScale;
}

const fewest = 2;
const most = 11;
const isCount = (points: number) => Number.isInteger(points) && points >= fewest && points <= most;

const written = (value: number, percent: boolean): string => `${Math.round(value * 1000) / 1000}${percent ? '%' : ''}`;

/** Whole codes: «A1» to «A5», the first the lowest or the last. */
function codesFrom(first: { prefix: string; number: number }, last: { prefix: string; number: number }): Omit<SaidScale, 'none'> | null {
  const points = Math.abs(last.number - first.number) + 1;
  if (first.prefix !== last.prefix || !isCount(points)) return null;
  const way = last.number >= first.number ? 1 : -1;
  const labels = Array.from({ length: points }, (_, at) => `${first.prefix}${first.number + way * at}`);
  const padded = labels.flatMap((label, at) => [[foldedAnswer(label), at + 1] as const, [foldedAnswer(label.replace(/\d+$/, (digits) => digits.padStart(2, '0'))), at + 1] as const]);
  return { points, scale: { lowest: NaN, step: 1, percent: false, words: padded, labels } };
}

function numbersFrom(from: string, to: string, step: string | undefined): Omit<SaidScale, 'none'> | null {
  const [low, high] = [numberIn(from), numberIn(to)];
  if (!low || !high) return null;
  const [start, by] = [low.value, step === undefined ? 1 : (numberIn(step)?.value ?? 0)];
  const points = by > 0 ? Math.round(((high.value - start) / by) * 1000) / 1000 + 1 : 0;
  const percent = low.percent || high.percent;
  if (!isCount(points)) return null;
  return { points, scale: { lowest: start, step: by, percent, words: [], labels: Array.from({ length: points }, (_, at) => written(start + by * at, percent)) } };
}

function wordsFrom(text: string): Omit<SaidScale, 'none'> | null {
  const points = text.split(/[|｜]/).map((point) => point.split('=').map((word) => word.trim()).filter((word) => word !== ''));
  if (!isCount(points.length) || points.some((words) => words.length === 0)) return null;
  const words = points.flatMap((spellings, at) => spellings.map((word) => [foldedAnswer(word), at + 1] as const));
  if (new Set(words.map(([word]) => word)).size < words.length || words.some(([word]) => word === '')) return null;
  // Whoever writes the words of an everyday scale means its words in every language.
  const known = scaleOfWords(words.map(([word]) => word));
  const isKnown = known?.points === points.length && words.every(([word, point]) => known.points1.get(word) === point);
  return { points: points.length, scale: { lowest: NaN, step: 1, percent: false, words: isKnown ? [...known.points1] : words, labels: points.map(([first]) => first!) } };
}

/** Null where it is no scale of 2 to 11 points. */
export function scaleIn(text: string): SaidScale | null {
  const [range = '', codes = ''] = text.normalize('NFKC').split(/\bnone\b[: ]?/i);
  const none = codes.split(/[,、;| ]+/).map((code) => code.trim()).filter((code) => code !== '');
  const bare = range.trim();
  const found = /^([^|]+?) ?(?:\.\.+|…) ?([^|/]+?)(?: ?\/ ?([\d.,]+))?$/.exec(plainAnswer(bare).replace(/…/g, '..'));
  const [first, last] = [codeIn(found?.[1] ?? ''), codeIn(found?.[2] ?? '')];
  const scale = found ? (first && last ? codesFrom(first, last) : numbersFrom(found[1]!, found[2]!, found[3])) : wordsFrom(bare);
  return scale && { ...scale, none };
}

/** The scale as it is said: what `scaleIn` reads. */
export function saidScale({ scale, none }: Pick<SaidScale, 'scale' | 'none'>): string {
  const { labels, step, words } = scale;
  const codes = none.length > 0 ? ` none ${none.join(', ')}` : '';
  if (words.length === 0) return `${labels[0]}..${labels.at(-1)}${step === 1 ? '' : `/${step}`}${codes}`;
  return `${labels.every((label) => codeIn(label)) ? `${labels[0]}..${labels.at(-1)}` : labels.join(' | ')}${codes}`;
}

/** The point of an answer, from 1; 0 for no answer; null where it is neither. */
export function pointOf(text: string, { scale, none, points }: { readonly scale: PastScale; readonly none: ReadonlySet<string>; readonly points: number }): number | null {
  if (none.has(text)) return 0;
  const folded = foldedAnswer(text);
  const word = scale.words.find(([one]) => one === folded);
  if (word) return word[1];
  const plain = numberIn(text);
  if (plain && none.has(String(plain.value))) return 0;
  if (none.has(plainAnswer(text)) || saysNothing(text)) return 0;
  const value = plain?.value ?? numberBeside(text);
  if (value === null || Number.isNaN(scale.lowest)) return null;
  const at = Math.round(((value - scale.lowest) / scale.step) * 1000) / 1000;
  return Number.isInteger(at) && at >= 0 && at < points ? at + 1 : null;
}

/** A word with its point, from 1; 0 where it is no answer. */
export type PointedWord = readonly [word: string, point: number];

/**
 * A scale with the points that somebody gave to words: of the words alone where nothing else is known. Null where they make no scale of 2 to
 * 11 points.
 */
export function withWords(said: SaidScale | null, pointed: readonly PointedWord[]): SaidScale | null {
  if (pointed.length === 0) return said;
  const points = said?.points ?? Math.max(...pointed.map(([, point]) => point));
  if (!isCount(points) || pointed.some(([, point]) => point > points)) return null;
  const placed = pointed.filter(([, point]) => point > 0).map(([word, point]) => [foldedAnswer(word), point] as const);
  const none = [...(said?.none ?? []), ...pointed.filter(([, point]) => point === 0).map(([word]) => word)];
  const labels = Array.from({ length: points }, (_, at) => pointed.find(([, point]) => point === at + 1)?.[0] ?? String(at + 1));
  const scale = said?.scale ?? { lowest: NaN, step: 1, percent: false, words: [], labels };
  return { points, none, scale: { ...scale, words: [...placed, ...scale.words] } };
}

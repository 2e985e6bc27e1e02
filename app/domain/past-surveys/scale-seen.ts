// Which scale the answers of a column can have been given on. Where more than one could be meant, all are told and somebody says which:
// a guess would count answers as none, or on the wrong point.
import { codeIn, foldedAnswer, numberBeside, numberIn, plainAnswer, saysNothing } from './answer-text.ts';
import { scaleOfWords, wordsInOrder } from './labels.ts';

export interface ScaleSeen {
  /** As `scaleIn` reads them, the likeliest first: one is plain, of several somebody chooses, none is no scale that is known. */
  readonly scales: readonly string[];
  /** Answers that say there is none: «N/A», «don't know». */
  readonly declined: number;
  /** Words of no scale that is known, of which at least k rows hold each, in the order of the file. */
  readonly unknown: readonly string[];
  /** Answers in words of no known scale that fewer than k rows share. */
  readonly rare: number;
}

export const nothingSeen: ScaleSeen = { scales: [], declined: 0, unknown: [], rare: 0 };

interface Count {
  readonly text: string;
  readonly count: number;
}
interface Point {
  readonly value: number;
  readonly count: number;
}

/** So few answers beside all others are slips, or stand in a row that is no person. */
const slips = 0.05;

/** A closed list of answers is not longer. */
const mostWords = 11;

/** `counts`: every different cell of a column with its rows, blank apart. `name`: a range in it («0–10») says the scale. */
export function scaleSeen(name: string, counts: ReadonlyMap<string, number>, k: number): ScaleSeen {
  const all = [...counts].map(([text, count]): Count => ({ text, count }));
  const declining = all.filter(({ text }) => saysNothing(text));
  const said = all.filter(({ text }) => !saysNothing(text));
  const rows = sum(said);
  const declined = sum(declining);
  if (rows === 0) return { ...nothingSeen, declined };
  const numeric = said.flatMap(({ text, count }) => {
    const value = numberIn(text)?.value ?? numberBeside(text);
    return value === null ? [] : [{ value, count }];
  });
  const others = said.filter(({ text }) => (numberIn(text)?.value ?? numberBeside(text)) === null);
  if (2 * sum(numeric) > rows) {
    const percent = said.some(({ text }) => numberIn(text)?.percent);
    return { scales: percent ? percentScales(numeric) : numberScales(name, numeric, k), declined, ...unknownIn(others, k) };
  }
  return { ...inWords(said, k), declined };
}

function inWords(said: readonly Count[], k: number): Omit<ScaleSeen, 'declined'> {
  const codes = said.map(({ text }) => codeIn(text));
  const [first] = codes;
  const plain = { unknown: [], rare: 0 };
  if (first && codes.every((code) => code?.prefix === first.prefix) && /^AO?$/.test(first.prefix)) {
    const last = Math.max(2, ...codes.map((code) => code!.number));
    const [low, high] = [`${first.prefix}1`, `${first.prefix}${last}`];
    return { scales: last > mostWords ? [] : [`${low}..${high}`, `${high}..${low}`], ...plain };
  }
  const folded = said.map(({ text }) => foldedAnswer(text));
  const shared = said.filter(({ count }) => count >= k).map(({ text }) => foldedAnswer(text));
  const scale = scaleOfWords(folded) ?? scaleOfWords(shared);
  const strays = scale ? said.filter(({ text }) => !scale.points1.has(foldedAnswer(text))) : [];
  if (scale && sum(strays) <= Math.max(k - 1, slips * sum(said))) return { scales: [wordsInOrder(scale, folded, shared).join(' | ')], ...unknownIn(strays, k) };
  // One text that many share is a comment that went round, and no scale: what people wrote is not shown before it is published.
  const unknown = unknownIn(said, k);
  return { scales: [], ...(new Set(folded).size <= mostWords && unknown.unknown.length >= 2 ? unknown : plain) };
}

/** Two spellings of a word are one, told as most rows have it; as no row has it where fewer than k have any of them. */
function unknownIn(said: readonly Count[], k: number): Pick<ScaleSeen, 'unknown' | 'rare'> {
  const words = new Map<string, Count & { readonly most: number }>();
  for (const { text, count } of said) {
    const folded = foldedAnswer(text);
    const { text: before = folded, count: counted = 0, most = k - 1 } = words.get(folded) ?? {};
    words.set(folded, { text: count > most ? plainAnswer(text) : before, count: counted + count, most: Math.max(most, count) });
  }
  const shared = [...words.values()].filter(({ count, text }) => count >= k && text.length <= longestWord);
  return { unknown: shared.map(({ text }) => text), rare: sum([...words.values()].filter((one) => !shared.includes(one))) };
}

const longestWord = 60;
const sum = (counts: readonly { readonly count: number }[]): number => counts.reduce((all, { count }) => all + count, 0);

function percentScales(numeric: readonly Point[]): string[] {
  const values = numeric.map(({ value }) => value);
  const step = [50, 25, 20, 10].find((one) => values.every((value) => value % one === 0 && value >= 0 && value <= 100));
  if (step === undefined) return [];
  const from = (low: number) => `${low}%..100%/${step}`;
  return values.includes(0) ? [from(0)] : [from(step), from(0)];
}

function numberScales(name: string, numeric: readonly Point[], k: number): string[] {
  const { points, codes } = withoutCodes(numeric, k);
  const whole = points.filter(({ value }) => Number.isInteger(value));
  const halves = points.filter(({ value }) => Number.isInteger(2 * value));
  const few = (some: readonly Point[]) => sum(points) - sum(some) <= Math.max(k - 1, slips * sum(points));
  const said = (range: string, also: readonly number[] = []) => range + (codes.length + also.length > 0 ? ` none ${[...codes, ...also].sort((a, b) => a - b).join(', ')}` : '');
  if (whole.length > 0 && few(whole)) return wholeScales(name, whole, k).map(({ range, none }) => said(range, none));
  if (halves.length === 0 || !few(halves)) return [];
  const [low, high] = ends(halves);
  if (low < 0 || high > 6) return [];
  return low < 1 ? (high <= 5 ? [said('0..5/0.5')] : []) : high <= 5 ? [said('1..5/0.5')] : [said('1..6/0.5')];
}

const ends = (points: readonly Point[]): readonly [number, number] => [Math.min(...points.map(({ value }) => value)), Math.max(...points.map(({ value }) => value))];

/** 88, 99, 98, 997: what tools write for no answer. */
const isCustomary = (value: number): boolean => /^(?:([5-9])\1+|9+[5-8])$/.test(String(value));

/** Numbers that no scale has, such as 99 or, where nobody answered 0, −3: no answer, where at least k rows have them; else slips. */
function withoutCodes(numeric: readonly Point[], k: number): { readonly points: readonly Point[]; readonly codes: readonly number[] } {
  const hasZero = numeric.some(({ value }) => value === 0);
  const positive = numeric.filter(({ value }) => value > 0 && value <= 11);
  const lowest = Math.min(...numeric.map(({ value }) => value));
  const highest = Math.max(...positive.map(({ value }) => value));
  const negatives = numeric.filter(({ value }) => value < 0);
  const balanced = lowest >= -5 && highest <= 5 && (hasZero || (negatives.length >= 2 && -lowest === highest));
  const isCode = ({ value }: Point) => value > 11 || (value < 0 && !balanced);
  const codes = numeric.filter(isCode);
  const strange = codes.filter(({ value }) => value > 0 && !isCustomary(value));
  // Ages, years, hours and sums are no scale with codes.
  if (positive.length === 0 || 2 * sum(codes) >= sum(numeric) || sum(strange) > Math.max(k - 1, slips * sum(numeric))) return { points: [], codes: [] };
  const told = codes.filter((one) => one.count >= k && !strange.includes(one)).map(({ value }) => value);
  return { points: numeric.filter((one) => !isCode(one)), codes: told.sort((a, b) => a - b) };
}

interface Whole {
  readonly range: string;
  readonly none?: readonly number[];
}

function wholeScales(name: string, points: readonly Point[], k: number): Whole[] {
  const [low, high] = ends(points);
  const told = rangeIn(name);
  if (told && told[0] <= low && told[1] >= high) return [{ range: `${told[0]}..${told[1]}` }];
  if (low < 0) return aroundNought(name, points, k);
  const [upper, outside] = withoutOutsider(points);
  const all = scalesTo(name, low, high, { points, k });
  if (outside === null) return all;
  const also = points.find(({ value }) => value === outside)!.count >= k ? [outside] : [];
  const inner = scalesTo(name, low, upper, { points: points.filter(({ value }) => value !== outside), k });
  return [...inner.map(({ range, none = [] }) => ({ range, none: [...none, ...also] })), ...all];
}

/** Below nought are points of a scale that goes as far on both sides; −1 beside 4 may as well be a code. */
function aroundNought(name: string, points: readonly Point[], k: number): Whole[] {
  const [low, high] = ends(points);
  const far = Math.max(-low, high);
  const around = { range: `${-far}..${far}` };
  if (-low >= high) return [around];
  const [below, others] = [points.filter(({ value }) => value < 0), points.filter(({ value }) => value >= 0)];
  const codes = below.filter(({ count }) => count >= k).map(({ value }) => value);
  return [around, ...scalesTo(name, ends(others)[0], high, { points: others, k }).map(({ range, none = [] }) => ({ range, none: [...codes, ...none] }))];
}

/** «9» where nobody answered 6, 7 or 8: more likely a code than a point. */
function withoutOutsider(points: readonly Point[]): readonly [number, number | null] {
  const values = points.map(({ value }) => value).sort((a, b) => a - b);
  const [before, last] = [values.at(-2), values.at(-1)!];
  return !(values[0] === 0 && last === 10) && before !== undefined && before >= 3 && before <= 7 && last - before >= 2 && last >= 8 ? [before, last] : [last, null];
}

function scalesTo(name: string, low: number, high: number, { points, k }: { readonly points: readonly Point[]; readonly k: number }): Whole[] {
  const ranges = (...of: readonly string[]): Whole[] => of.map((range) => ({ range }));
  const recommends = /recommend|empfehl|recommander|recomendar|推荐|推薦|nps/i.test(name);
  if (low === 0 && high <= 1) return ranges('0..1', '0..4', '0..10');
  if (low === 0 && high <= 4) return [{ range: `0..${high}` }, ...(high < 4 ? ranges('0..4') : []), { range: '1..5', none: [0] }];
  if (low === 0 && high === 5) return [{ range: '0..5' }, { range: '1..5', none: [0] }];
  if (low === 0) return high === 6 ? ranges('0..6', '0..10') : high === 7 ? [{ range: '0..10' }, { range: '1..7', none: [0] }] : ranges('0..10');
  if (high > 10) return ranges('1..11');
  if (recommends && high > 5) return ranges('0..10');
  if (high > 7) return ranges('1..10', '0..10');
  const above = sum(points.filter(({ value }) => value > 5));
  if (high > 5) return above < k || 10 * above < sum(points) ? ranges('1..7', '1..5', '1..10') : high === 7 ? ranges('1..7') : ranges('1..7', '1..6');
  if (high === 5) return ranges('1..5');
  return ranges(...(high === 4 ? ['1..5', '1..4'] : ['1..5', `1..${Math.max(2, high)}`, '1..4'].filter((range, at, list) => list.indexOf(range) === at)), '1..7');
}

/** «0-10», «from 1 to 5», «（1-5分）» in the name of a question. */
function rangeIn(name: string): readonly [number, number] | null {
  const found = /(?:^|[\s(（[:：])([01]) ?(?:-|to|bis|至|到|~|=.{1,40}?[,;，；] ?) ?(4|5|6|7|10)(?![\d.])(?! ?(?:years?|jahre|年|months?|employees))/iu.exec(plainAnswer(name));
  return found && [Number(found[1]), Number(found[2])];
}

// What a column of a foreign file tells about whether its rows are people: how often values come back, and what kinds they are.
import { foldedAnswer, numberBeside, numberIn, saysNothing } from './answer-text.ts';
import { wholeNumber } from './column.ts';
import { isSummary, plainHeader } from './headers.ts';
import { idWithoutWave, periodOf, sameId } from './id-column.ts';
import { mostPoints } from './items.ts';
import { scaleOfWords } from './labels.ts';
import { valueTally } from './values.ts';

export interface ColumnFacts {
  readonly header: string;
  /** The header as names are compared. */
  readonly name: string;
  readonly filled: number;
  readonly empty: number;
  /** Different values, spellings of one apart. */
  readonly values: number;
  readonly alike: number;
  /** How often most values come, and the share of values that come exactly so often. */
  readonly commonest: number;
  readonly commonestShare: number;
  /** Whether every value comes about equally often, or to one equally often. */
  readonly evenly: boolean;
  readonly exactly: boolean;
  /** Cells that could be points of a scale, numbers of any kind, texts, dates, years, codes of letters and digits. */
  readonly scale: number;
  readonly numbers: number;
  readonly texts: number;
  readonly dates: number;
  readonly years: number;
  readonly codes: number;
  readonly highest: number;
  /** Whether it holds sentences. */
  readonly isText: boolean;
  /** Whether every row has the number after that of the row before. */
  readonly countsUp: boolean;
  /** Different values, each without the wave it begins or ends with; `values` where one has none. */
  readonly withoutWaves: number;
  /** Rows by wave; null where there are too many to be waves. */
  readonly periods: ReadonlyMap<string, number> | null;
  /** Cells that call their row a sum or a mean, and the first one's line. */
  readonly summaries: number;
  readonly summaryLine: number;
  /** Whether all its texts are the words of one scale that is known, with or without their numbers, «A1» to «A11», or points with and without words. */
  readonly isScale: boolean;
  /** Different values that read like the name of a question. */
  readonly questionLike: number;
}

interface CellKind {
  readonly same: string;
  readonly number: number | null;
  readonly scale: boolean;
  readonly date: boolean;
  readonly year: boolean;
  readonly code: boolean;
  readonly period: string;
  readonly summary: boolean;
  readonly question: boolean;
}

const mostPeriods = 40;
/** Kinds of so many spellings are remembered: most columns have a dozen. */
const mostRemembered = 100;
const longestId = 64;
const questionWords = /^(?:q|qn|question|item|frage|问题|問題|题目|題目|题|題|第)[\s._-]*\d+|[?？]\s*$/i;

function kindOf(text: string): CellKind {
  const period = periodOf(text);
  const number = /^[+-]?\d{1,15}([.,]\d+)?%?$/.test(text) ? Number.parseFloat(text.replace(',', '.')) : null;
  const whole = wholeNumber(text);
  return {
    same: sameId(text),
    number,
    scale: whole !== null && whole >= 0 && whole <= mostPoints,
    date: period !== text && /^\d{4}$/.test(period),
    year: /^(?:19|20)\d{2}$/.test(text),
    code: text.length <= longestId && (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) || (/^[\p{L}\p{N}._#-]{3,}$/u.test(text) && /\d/.test(text) && /\p{L}/u.test(text))),
    period,
    summary: isSummary(text),
    question: questionWords.test(text),
  };
}

export interface ColumnTally {
  readonly see: (line: number, cell: string) => void;
  readonly finish: () => ColumnFacts;
}

export function columnTally(header: string): ColumnTally {
  const name = plainHeader(header);
  const tally = valueTally();
  const rests = valueTally();
  let allWaved = true;
  const remembered = new Map<string, CellKind>();
  const sums = { filled: 0, empty: 0, scale: 0, numbers: 0, dates: 0, years: 0, codes: 0, summaries: 0, questionLike: 0, long: 0 };
  let [highest, summaryLine, countsUp, before] = [-Infinity, 0, true, NaN];
  let periods: Map<string, number> | null = new Map();
  const kind = (text: string): CellKind => {
    const known = remembered.get(text) ?? kindOf(text);
    if (remembered.size < mostRemembered) remembered.set(text, known);
    return known;
  };
  return {
    see: (line, cell) => {
      const text = cell.trim();
      if (text === '') {
        sums.empty += 1;
        return;
      }
      const one = kind(text);
      sums.filled += 1;
      if (tally.add(one.same, cell) && one.question) sums.questionLike += 1;
      const rest = allWaved ? idWithoutWave(text) : null;
      allWaved = rest !== null;
      if (rest !== null) rests.add(rest, rest);
      if (one.scale) sums.scale += 1;
      if (one.date) sums.dates += 1;
      if (one.year) sums.years += 1;
      if (one.code) sums.codes += 1;
      if (text.length > longestId || /\s\S+\s\S+\s/.test(text)) sums.long += 1;
      if (one.number !== null) {
        sums.numbers += 1;
        highest = Math.max(highest, one.number);
      }
      countsUp &&= one.number !== null && (Number.isNaN(before) || one.number === before + 1);
      before = one.number ?? NaN;
      if (one.summary && (sums.summaries += 1) === 1) summaryLine = line;
      if (periods) {
        periods.set(one.period, (periods.get(one.period) ?? 0) + 1);
        if (periods.size > mostPeriods) periods = null;
      }
    },
    finish: () => {
      const { filled, empty, scale, numbers, dates, years, codes, summaries, questionLike } = sums;
      const often = repetitionsOf(tally.counts());
      const texts = filled - numbers;
      return {
        header: header.trim(), name, filled, empty,
        values: tally.distinct(), withoutWaves: allWaved ? rests.distinct() : tally.distinct(), alike: tally.alike(), ...often,
        scale, numbers, texts, dates, years, codes, highest, isText: 2 * sums.long > filled,
        countsUp, periods, summaries, summaryLine, questionLike, isScale: isScaleOf([...remembered.keys()]),
      };
    },
  };
}

const mostAnswers = 24;

/** Numbers never tell: questions and people have them too. */
function isScaleOf(texts: readonly string[]): boolean {
  if (texts.length > mostAnswers) return false;
  const words = texts.filter((text) => !saysNothing(text)).map((text) => foldedAnswer(text).replace(/^\d+ | \d+$/g, ''));
  return scaleOfWords(words) !== null || (words.length >= 2 && words.every((word) => /^ao?0?(?:[1-9]|1[01])$/.test(word))) || arePoints(texts);
}

/** «5» beside «5 – always»: people and questions have one name each. */
function arePoints(texts: readonly string[]): boolean {
  const points = texts.map((text) => numberIn(text)?.value ?? numberBeside(text) ?? NaN);
  return texts.some((text) => numberBeside(text) !== null) && points.every((point) => point >= 0 && point <= mostPoints) && new Set(points).size < texts.length;
}

function repetitionsOf(counts: readonly number[]): Pick<ColumnFacts, 'commonest' | 'commonestShare' | 'evenly' | 'exactly'> {
  const often = new Map<number, number>();
  let [fewest, most] = [Infinity, 0];
  for (const count of counts) {
    often.set(count, (often.get(count) ?? 0) + 1);
    fewest = Math.min(fewest, count);
    most = Math.max(most, count);
  }
  const [commonest, values] = [...often].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  return { commonest, commonestShare: counts.length === 0 ? 0 : values / counts.length, evenly: most <= 1.5 * fewest, exactly: most - fewest <= 1 };
}

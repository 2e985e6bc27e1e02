// What the columns of one file tell about each other: one tool writes all its scales alike, so that a column in which nobody chose the
// highest point is understood by its neighbours.
import { libraryItem, libraryScale } from '#app/domain/surveys/questions/question-library.ts';
import { codeIn } from './answer-text.ts';
import { scaleIn } from './scale.ts';
import type { ScaleSeen } from './scale-seen.ts';

export interface ScaleAsked {
  /** The question of the library it was; null for another. */
  readonly item: string | null;
  readonly seen: ScaleSeen;
}

/** For each column the scales that are still possible: of one nobody is asked. */
export function scalesTogether(columns: readonly ScaleAsked[]): readonly (readonly string[])[] {
  const highest = Math.max(0, ...columns.flatMap(({ seen }) => codesIn(seen.scales)));
  const unified = columns.map(({ item, seen }) => ofLibrary(item, codesTo(seen.scales, highest)));
  const plain = new Set(unified.flatMap((scales) => (scales.length === 1 ? [rangeOf(scales[0]!)] : [])));
  return unified.map((scales) => withMiddle(fromNeighbours(scales, plain), unified));
}

const rangeOf = (scale: string): string => scale.replace(/ none .*$/, '');
/** Its codes that are no answers, as they are said. */
const noneOf = (scale: string): string => scale.slice(rangeOf(scale).length);
const sameNone = (scales: readonly string[]): boolean => new Set(scales.map(noneOf)).size === 1;

/** «A1..A4» beside «A1..A5» is a scale of five, of which nobody chose the last. */
function codesIn(scales: readonly string[]): number[] {
  return scales.flatMap((scale) => scale.split('..').flatMap((end) => codeIn(end)?.number ?? []));
}

function codesTo(scales: readonly string[], highest: number): readonly string[] {
  if (codesIn(scales).length === 0) return scales;
  const prefix = codeIn(scales[0]!.split('..')[0]!)!.prefix;
  return [`${prefix}1..${prefix}${highest}`, `${prefix}${highest}..${prefix}1`];
}

/** How the library asks it, where that is one of the possible scales. */
function ofLibrary(id: string | null, scales: readonly string[]): readonly string[] {
  const item = id === null ? undefined : libraryItem(id);
  if (!item || scales.length < 2) return scales;
  const { points } = libraryScale(item.scale);
  const usual = points === 11 ? '0..10' : `1..${points}`;
  const others = scales.filter((scale) => rangeOf(scale) === usual);
  // Where a 0 may be a point or no answer, the library knows no better.
  return others.length === 1 && sameNone(scales) ? others : scales;
}

function fromNeighbours(scales: readonly string[], plain: ReadonlySet<string>): readonly string[] {
  const shared = scales.filter((scale) => plain.has(rangeOf(scale)));
  // What may be a point or no answer is not settled by others; that −1 is a point is, where they go to −2.
  const isSettled = sameNone(scales) || shared[0]?.startsWith('-') === true;
  // A column that goes to 3 only may well be another scale.
  const short = scales.includes('1..3') || scales.includes('1..2');
  return scales.length > 1 && shared.length === 1 && isSettled && !short && codesIn(scales).length === 0 ? shared : scales;
}

/** Four words without a middle, beside a column that has one, are five points. */
function withMiddle(scales: readonly string[], all: readonly (readonly string[])[]): readonly string[] {
  const own = scales.length === 1 ? scaleIn(scales[0]!) : null;
  if (!own || own.points !== 4 || own.scale.words.length === 0) return scales;
  const words = scales[0]!.split(' | ');
  const wider = all.find((other) => other.length === 1 && other[0]!.split(' | ').length === 5 && words.every((word) => other[0]!.split(' | ').some((one) => one.toLowerCase() === word.toLowerCase())));
  return wider ?? scales;
}

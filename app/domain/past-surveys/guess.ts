// First guesses about the columns of an old export, so that HR confirms more than types. A guess never publishes anything: a table by
// background is only made where somebody asks for it.
import { libraryItem, libraryItems } from '#app/domain/surveys/questions/question-library.ts';
import type { LibraryItem } from '#app/domain/surveys/questions/library-item.ts';
import { scalesTogether } from './guess-scales.ts';
import { namesAnswers, namesBackground, namesDepartment, namesItself, plainHeader } from './headers.ts';
import type { ColumnLook, PastLook } from './look.ts';
import type { PastLayout, PastQuestion, PastRole } from './mapping.ts';
import { scaleIn } from './scale.ts';

const itemNames = /^(item|items|question|question ?id|question ?text|题目|題目|问题|問題|题号|題號|项目|項目)$/;
const answerNames = /^(answer|answers|score|value|rating|response|答案|得分|分数|分數|评分|評分|回答|分值)$/;
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[_\s]+/g, ' ').trim();
/** Letters and digits only: exports add numbers, brackets and punctuation to the words of a question. */
const bare = (text: string) => plain(text).replace(/^(q ?\d+|\d+)\s*[.:：、)）-]\s*/, '').replace(/[^\p{L}\p{N}]+/gu, '');

const byWords = new Map<string, LibraryItem>(libraryItems.flatMap((item) => Object.values(item.text).map((text) => [bare(text), item] as const)));
const byId = new Map<string, LibraryItem>(libraryItems.map((item) => [bare(item.id), item]));

/** The question of the library that a header or an item names; null for none. */
export function libraryItemNamed(name: string): string | null {
  const id = /^\s*([A-Za-z]{3})[-_ ]?(\d{2})(?=\W|$)/.exec(name.normalize('NFKC'));
  const known = byWords.get(bare(name)) ?? byId.get(bare(name)) ?? (id && libraryItem(`${id[1]!.toUpperCase()}-${id[2]}`));
  return known ? known.id : null;
}

/** What somebody is asked about a column before its answers can be read. */
export interface PastAsk {
  /** Possible scales, as `scaleIn` reads them: one is plain, and none is said by hand. */
  readonly scales: readonly string[];
  /** Whether a high number may well mean something bad. */
  readonly direction: boolean;
}

const turned = /stress|overload|workload pressure|burn ?(?:t|ed)? ?out|exhaust|worn out|(?:think|consider|plan|look).{0,20}(?:leav|quit)|bull(?:y|ied)|压力|壓力|倦怠|疲惫|疲憊|离职|離職|überlast|erschöpf|kündig|épuis|quitter l|estrés|agotad/i;

/** A question by what its answers look like; of several possible scales the likeliest, until somebody says which. */
export function guessQuestion(name: string, scales: readonly string[]): PastQuestion {
  const item = libraryItemNamed(name);
  const known = item === null ? undefined : libraryItem(item);
  const said = scaleIn(scales[0] ?? '');
  const question = { item, text: name.trim(), dimension: null, points: said?.points ?? 5, reverse: known?.reverse ?? false, none: said?.none ?? [] };
  return said ? { ...question, scale: said.scale } : question;
}

const asksDirection = (name: string): boolean => libraryItemNamed(name) === null && turned.test(name);

/** Of the questions of a long file, or of the columns of a wide one. */
export function guessAsks(columns: readonly Pick<ColumnLook, 'name' | 'seen'>[]): readonly PastAsk[] {
  const together = scalesTogether(columns.map(({ name, seen }) => ({ item: libraryItemNamed(name), seen: isBackground(name) ? { ...seen, scales: [] } : seen })));
  return columns.map(({ name, seen }, at) => ({ scales: isBackground(name) ? seen.scales : together[at]!, direction: asksDirection(name) }));
}

const isBackground = (name: string): boolean => libraryItemNamed(name) === null && (namesBackground(plainHeader(name)) || namesItself(plainHeader(name)));

export interface PastGuess {
  readonly layout: PastLayout;
  readonly roles: readonly PastRole[];
  /** By column. */
  readonly asks: readonly PastAsk[];
}

/** −1 where no column is called like one. */
export function guessDepartment(header: readonly string[]): number {
  const named = header.findIndex((name) => namesDepartment(plain(name)) === 'plainly');
  return named >= 0 ? named : header.findIndex((name) => namesDepartment(plain(name)) === 'asking');
}

/** A column of words that nobody knows as a scale, and that come again and again: where no name tells the department, the only one is it. */
function onlyGroups(columns: readonly ColumnLook[], rows: number): number {
  const groups = columns.flatMap((column, at) => (isGroups(column, rows) ? [at] : []));
  return groups.length === 1 ? groups[0]! : -1;
}

const isGroups = ({ name, texts, numbers, distinct, empty, longest, looks, seen }: ColumnLook, rows: number): boolean =>
  texts > numbers && distinct >= 2 && 3 * distinct <= rows && 10 * empty < rows && longest <= 80 && looks === null && seen.scales.length === 0 && !isBackground(name);

/** `questions`: the column that names questions, where one was seen; else −1. */
export function guessRoles({ columns, rows }: PastLook, questions = -1): PastGuess {
  const asks = guessAsks(columns);
  const named = columns.findIndex(({ name, texts }) => texts > 0 && itemNames.test(plain(name)));
  const item = named >= 0 ? named : questions;
  const answer = columns.findIndex(({ name, numbers, seen }, at) => at !== item && (numbers > 0 || seen.scales.length > 0 || seen.unknown.length > 0) && (answerNames.test(plain(name)) || namesAnswers(plainHeader(name))));
  const called = guessDepartment(columns.map(({ name }) => name));
  if (item >= 0 && answer >= 0) {
    const long = new Map<number, PastRole>([[called, { as: 'department' }], [item, { as: 'item' }], [answer, { as: 'answer' }]]);
    return { layout: 'long', roles: columns.map((_, at) => long.get(at) ?? { as: 'leave-out' }), asks };
  }
  const department = called >= 0 ? called : onlyGroups(columns, rows);
  const used = new Set<string>();
  const shared = wordsShared(columns);
  const roles = columns.map((column, at): PastRole => {
    if (at === department) return { as: 'department' };
    if (!isQuestion(column, asks[at]!) && !shared.has(at)) return { as: 'leave-out' };
    const question = guessQuestion(column.name, asks[at]!.scales);
    const key = question.item ?? `own ${question.text}`;
    if (used.has(key)) return { as: 'leave-out' };
    used.add(key);
    return { as: 'question', question };
  });
  return { layout: 'wide', roles, asks };
}

function isQuestion({ name, seen, looks, numbers, texts }: ColumnLook, { scales }: PastAsk): boolean {
  if (name === '' || scales.length === 0 || (looks !== null && numbers <= texts && seen.scales.length === 0)) return false;
  if (libraryItemNamed(name) !== null) return true;
  // «Yes» and «no» are backgrounds as often as answers.
  return !isBackground(name) && scales[0]!.split(' | ').length !== 2 && scales[0] !== '0..1';
}

/** Columns of the same few words, whatever they are: nobody has two backgrounds of one list. */
function wordsShared(columns: readonly ColumnLook[]): ReadonlySet<number> {
  const lists = columns.map(({ seen: { unknown, scales }, name, looks }) => (scales.length === 0 && unknown.length >= 2 && looks === null && !isBackground(name) && !unknown.some((word) => /\d/.test(word)) ? unknown.map(plain) : []));
  const alike = (one: readonly string[], other: readonly string[]) => one.filter((word) => other.includes(word)).length >= 0.6 * Math.max(one.length, other.length);
  return new Set(lists.flatMap((list, at) => (list.length > 0 && lists.some((other, index) => index !== at && other.length > 0 && alike(list, other)) ? [at] : [])));
}

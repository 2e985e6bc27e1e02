// First guesses about the columns of an old export, so that HR confirms more than types. A guess never publishes anything: a table by
// background is only made where somebody asks for it.
import { libraryItem, libraryItems, libraryScale } from '#app/domain/surveys/question-library.ts';
import type { LibraryItem } from '#app/domain/surveys/library-item.ts';
import { namesAnswers, plainHeader } from './headers.ts';
import { pointsOfWords } from './labels.ts';
import type { ColumnLook, PastLook } from './look.ts';
import type { PastLayout, PastQuestion, PastRole } from './mapping.ts';
import { mostPoints } from './items.ts';

const departmentNames = /^(department|departments|dept|division|team|unit|org(anisation|anization)?( ?unit)?|business unit|部门|部門|所属部门|所屬部門|所在部门|所在部門|部门名称|部門名稱|科室|团队|團隊|单位|單位)$/;
const itemNames = /^(item|items|question|question ?id|question ?text|题目|題目|问题|問題|题号|題號|项目|項目)$/;
const answerNames = /^(answer|answers|score|value|rating|response|答案|得分|分数|分數|评分|評分|回答|分值)$/;
const recordNames = /^(id|no|nr|row|row ?id|record ?id|response ?id|respondent ?id|序号|序號|编号|編號|答卷编号|答卷編號|(year|date|time|age|duration).*|年龄|年齡|年份|日期|所用时间|所用時間|提交答卷时间)$/;

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

/** A question by what its answers look like. */
export function guessQuestion(name: string, look: Pick<ColumnLook, 'lowest' | 'highest' | 'aboveFive' | 'codes' | 'words'>): PastQuestion {
  const item = libraryItemNamed(name);
  const { words } = look;
  const known = item === null ? undefined : libraryItem(item);
  const seen = pointsSeen(look);
  const usual = known ? libraryScale(known.scale).points : seen;
  const points = look.aboveFive && seen > usual ? seen : usual;
  const question = { item, text: name.trim(), dimension: null, reverse: known?.reverse ?? false, none: look.codes };
  return words === null ? { ...question, points } : { ...question, points: pointsOfWords(words), words };
}

/** Scales of six, eight and nine points are rarer than answers nobody gave. */
function pointsSeen({ lowest, highest, aboveFive }: Pick<ColumnLook, 'lowest' | 'highest' | 'aboveFive'>): number {
  const most = aboveFive ? (highest ?? 5) : Math.min(highest ?? 5, 5);
  if (most > 10) return mostPoints;
  if (lowest === 0 && most > 5) return mostPoints;
  if (most === 6) return 7;
  return most === 8 || most === 9 ? 10 : Math.max(2, most);
}

export interface PastGuess {
  readonly layout: PastLayout;
  readonly roles: readonly PastRole[];
}

/** −1 where no column is called like one. */
export const guessDepartment = (header: readonly string[]): number => header.findIndex((name) => departmentNames.test(plain(name)));

/** `questions`: the column that names questions, where one was seen; else −1. */
export function guessRoles({ columns }: PastLook, questions = -1): PastGuess {
  const department = guessDepartment(columns.map(({ name }) => name));
  const named = columns.findIndex(({ name, texts }) => texts > 0 && itemNames.test(plain(name)));
  const item = named >= 0 ? named : questions;
  const answer = columns.findIndex(({ name, numbers, words }, at) => at !== item && (numbers > 0 || words !== null) && (answerNames.test(plain(name)) || namesAnswers(plainHeader(name))));
  if (item >= 0 && answer >= 0) {
    const long = new Map<number, PastRole>([[department, { as: 'department' }], [item, { as: 'item' }], [answer, { as: 'answer' }]]);
    return { layout: 'long', roles: columns.map((_, at) => long.get(at) ?? { as: 'leave-out' }) };
  }
  const used = new Set<string>();
  return {
    layout: 'wide',
    roles: columns.map((column, at): PastRole => {
      if (at === department) return { as: 'department' };
      if (!isQuestion(column)) return { as: 'leave-out' };
      const question = guessQuestion(column.name, column);
      if (question.item === null || !used.has(question.item)) {
        used.add(question.item ?? '');
        return { as: 'question', question };
      }
      return { as: 'leave-out' };
    }),
  };
}

function isQuestion({ name, numbers, texts, lowest, highest, distinct, words }: ColumnLook): boolean {
  if (words !== null) return true;
  if (name === '' || numbers <= texts) return false;
  if (libraryItemNamed(name) !== null) return true;
  const isScale = lowest !== null && highest !== null && lowest >= 0 && highest <= mostPoints && distinct <= mostPoints + 4;
  return isScale && !recordNames.test(plain(name));
}

// What HR says the columns of an old export are. With it a file of any tool reads like one that was written for the analysis: columns
// get their names, departments and questions their ids, and everything else is left out.
import { inAll } from '#app/domain/kernel/language.ts';
import { dimension, kOfSensitivity, libraryItem, libraryScale } from '#app/domain/surveys/questions/question-library.ts';
import { questionOfItem } from '#app/domain/surveys/questions/questions-of.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { hashOfText } from '#app/domain/publication/release/canonical.ts';
import type { PastScale } from './scale.ts';
import { foldedDepartment } from './spellings.ts';
import { mostPoints, pastScoring, type PastItem } from './items.ts';

/** A question that was asked then. */
export interface PastQuestion {
  /** The question of the library it was; null for one of its own. */
  readonly item: string | null;
  /** Its words then; unused where the library has them. */
  readonly text: string;
  readonly dimension: string | null;
  /** 2–11; answers are 1 … points, and 0 … 10 for eleven. */
  readonly points: number;
  readonly reverse: boolean;
  /** Codes that mean «not applicable». */
  readonly none: readonly string[];
  /** How its answers are written, where they are not its points. */
  readonly scale?: PastScale;
}

export type PastRole =
  | { readonly as: 'leave-out' | 'department' | 'cut' | 'item' | 'answer' }
  | { readonly as: 'question'; readonly question: PastQuestion };

export type PastLayout = 'wide' | 'long';

export interface PastMapping {
  readonly layout: PastLayout;
  /** By column. */
  readonly roles: readonly PastRole[];
  /** By a department as the file calls it: its id in the release. */
  readonly places: ReadonlyMap<string, string>;
  /** In a long file, by a question as the file calls it; what is missing is left out. */
  readonly questions: ReadonlyMap<string, PastQuestion>;
}

/** The same words on the same scale are the same question in every past survey, and never one of the library. */
export function itemIdOf(question: PastQuestion): string {
  if (question.item !== null) return question.item;
  const words = question.text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return `own-${hashOfText(`${words}\n${question.points}\n${question.reverse}`).slice(0, 12)}`;
}

const cutIdOf = (name: string) => `cut-${hashOfText(name.trim()).slice(0, 12)}`;

/** Fewest answers in a group: a sensitive question of the library keeps its own, however it was asked then. */
function kOf({ item }: PastQuestion, k: number): number {
  const known = item === null ? undefined : libraryItem(item);
  return Math.max(k, known ? kOfSensitivity[known.sensitivity] : k);
}

function pastItemOf(question: PastQuestion, k: number): PastItem {
  const { item, points, reverse, none, scale } = question;
  const known = item === null ? undefined : libraryItem(item);
  const past = { id: itemIdOf(question), dimension: known ? known.dimension : question.dimension, points, reverse, none: new Set(none), k: kOf(question, k) };
  return scale ? { ...past, scale } : past;
}

/** Every question of the mapping, in the order of the file. */
function questionsIn({ layout, roles, questions }: Pick<PastMapping, 'layout' | 'roles' | 'questions'>): readonly PastQuestion[] {
  return layout === 'long' ? [...questions.values()] : roles.flatMap((role) => (role.as === 'question' ? [role.question] : []));
}

/** By id. Of two spellings of one question the codes of both count as none, and the words of both are read. */
export function pastItemsOf(mapping: Pick<PastMapping, 'layout' | 'roles' | 'questions'>, k: number): ReadonlyMap<string, PastItem> {
  const items = new Map<string, PastItem>();
  for (const question of questionsIn(mapping)) {
    const item = pastItemOf(question, k);
    const before = items.get(item.id);
    const scale = item.scale && before?.scale ? { scale: { ...item.scale, words: [...before.scale.words, ...item.scale.words] } } : {};
    items.set(item.id, { ...item, ...scale, none: new Set([...item.none, ...(before?.none ?? [])]) });
  }
  return items;
}

/** The columns that become cuts, by the names they have in the translated file. */
export function cutsIn({ layout, roles }: PastMapping, header: readonly string[]): readonly string[] {
  return layout === 'long' ? [] : header.flatMap((name, at) => (roles[at]?.as === 'cut' ? [cutIdOf(name)] : []));
}

export interface Translation {
  readonly header: (names: readonly string[]) => readonly string[];
  /** Null for a row that is left out. Columns keep their places, so that a problem is told where it stands in the file. */
  readonly row: (cells: readonly string[]) => readonly string[] | null;
}

export function translationOf({ layout, roles, places, questions }: PastMapping): Translation {
  const department = roles.findIndex(({ as }) => as === 'department');
  const item = layout === 'long' ? roles.findIndex(({ as }) => as === 'item') : -1;
  const ids = new Map([...questions].map(([name, question]) => [name, itemIdOf(question)]));
  const byFolded = new Map([...places].map(([name, place]) => [foldedDepartment(name), place]));
  const seen = new Map<string, string>();
  const placeOf = (name: string): string => {
    let place = seen.get(name);
    if (place === undefined) seen.set(name, (place = places.get(name) ?? byFolded.get(foldedDepartment(name)) ?? name));
    return place;
  };
  return {
    header: (names) => names.map((name, at) => nameOf(roles[at], name)),
    row: (cells) => {
      const id = item < 0 ? '' : ids.get((cells[item] ?? '').trim());
      if (id === undefined) return null;
      const translated = [...cells];
      if (department < cells.length) translated[department] = placeOf((cells[department] ?? '').trim());
      if (item >= 0 && item < cells.length) translated[item] = id;
      return translated;
    },
  };
}

/** A column without a name is no part of the analysis. */
function nameOf(role: PastRole | undefined, name: string): string {
  if (!role || role.as === 'leave-out') return '';
  if (role.as === 'question') return itemIdOf(role.question);
  return role.as === 'cut' ? cutIdOf(name) : role.as;
}

/** The words of the survey for its results pages: the library's own where a question is the library's, so that lines join. */
export function wordsOf(mapping: PastMapping, header: readonly string[], k: number): readonly Question[] {
  const asked = new Map(questionsIn(mapping).map((question) => [itemIdOf(question), wordsOfQuestion(question, k)]));
  const cuts = mapping.layout === 'long' ? [] : header.flatMap((name, at) => (mapping.roles[at]?.as === 'cut' ? [name.trim()] : []));
  return [...asked.values(), ...cuts.map((name): Question => ({ kind: 'background', id: cutIdOf(name), text: inAll(name), dimension: null, k, options: [] }))];
}

function wordsOfQuestion(question: PastQuestion, k: number): Question {
  const known = question.item === null ? undefined : libraryItem(question.item);
  const asLibrary = known && questionOfItem(known, k);
  const scale = known && libraryScale(known.scale);
  const item = pastItemOf(question, k);
  const isAlike = asLibrary?.kind !== 'recommend' || pastScoring(item).kind === 'recommend';
  if (asLibrary && scale && isAlike && scale.points === question.points && known.reverse === question.reverse) return asLibrary;
  const asked = { id: item.id, text: known ? known.text : inAll(question.text), dimension: item.dimension, k: item.k ?? k, low: null };
  if (pastScoring(item).kind === 'recommend') return { ...asked, kind: 'recommend', labels: [inAll('0'), inAll('5'), inAll('10')] };
  const labels = Array.from({ length: question.points }, (_, at) => inAll(question.scale?.labels[at] ?? String(question.points === mostPoints ? at : at + 1)));
  return { ...asked, kind: 'scale', points: question.points, reverse: question.reverse, labels };
}

export const isDimension = (id: string): boolean => dimension(id) !== undefined;

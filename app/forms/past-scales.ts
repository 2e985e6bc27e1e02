// How answers are written, as HR says it: a scale for all columns alike, points for words, or a column's own.
import { scaleIn, withWords, type PointedWord, type SaidScale } from '#app/domain/past-surveys/scale.ts';

export interface ScaleComplaint {
  readonly field: string;
  readonly code: string;
}

/** What is said once for the whole file. */
export interface FileScales {
  /** By number of the group of columns: empty while nothing is chosen. */
  readonly groups: ReadonlyMap<number, string>;
  /** By number of the word; the point is null while none is chosen. */
  readonly words: ReadonlyMap<number, { readonly text: string; readonly point: number | null }>;
  /** Words that the page does not show. */
  readonly rest: readonly PointedWord[];
}

type Values = Readonly<Record<string, unknown>>;

/** A word is no answer. */
export const noPoint = 'none';

function pointIn(text: string): number | null {
  if (text === noPoint) return 0;
  return /^(?:[1-9]|1[01])$/.test(text) ? Number(text) : null;
}

/** «never = 1», one a line; null where a line says no word and point. */
export function pointedWordsIn(text: string): readonly PointedWord[] | null {
  const lines = text.split(/[\n;；]/).map((line) => line.trim()).filter((line) => line !== '');
  const read = lines.map((line): PointedWord | null => {
    const found = /^(.+?)\s*[=＝:：]\s*(\S+)$/.exec(line);
    const point = found && pointIn(found[2]!.normalize('NFKC').toLowerCase());
    return found && point !== null ? [found[1]!, point] : null;
  });
  return read.every((one) => one !== null) ? (read as PointedWord[]) : null;
}

export function fileScalesIn(values: Values): { readonly said: FileScales; readonly complaints: readonly ScaleComplaint[] } {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  const groups = new Map<number, string>();
  const words = new Map<number, { text: string; point: number | null }>();
  for (let at = 0; typeof values[`ask-${at}`] === 'string'; at += 1) groups.set(at, text(`ask-${at}`));
  for (let at = 0; typeof values[`word-${at}`] === 'string'; at += 1) words.set(at, { text: text(`word-${at}`), point: pointIn(text(`point-${at}`)) });
  const rest = pointedWordsIn(text('words-rest'));
  return { said: { groups, words, rest: rest ?? [] }, complaints: rest ? [] : [{ field: 'words-rest', code: 'past-words' }] };
}

export interface ColumnScale {
  /** A scale of its own; empty where the file's holds. */
  readonly own: string;
  /** Number of its group; empty for none. */
  readonly group: string;
  /** Numbers of its words. */
  readonly words: string;
}

interface ReadScale {
  /** Null where nothing is said. */
  readonly said: SaidScale | null;
  /** By the whole name of a field; `scale` for the column's own. */
  readonly complaints: readonly ScaleComplaint[];
}

const wrong = (field: string, code: string): ReadScale => ({ said: null, complaints: [{ field, code }] });

/** The scale of one question. */
export function scaleOfColumn({ own, group, words }: ColumnScale, file: FileScales): ReadScale {
  const ownScale = own.trim() === '' ? null : scaleIn(own);
  if (own.trim() !== '' && !ownScale) return wrong('scale', 'past-scale');
  const chosen = ownScale ?? (group === '' ? null : scaleIn(file.groups.get(Number(group)) ?? ''));
  if (!chosen && group !== '') return wrong(`ask-${group}`, 'past-scale-choose');
  const asked = words === '' ? [] : words.split(',').map(Number);
  const open = asked.find((at) => file.words.get(at)?.point === null);
  // A scale that was written by hand says all there is.
  if (open !== undefined && !ownScale) return wrong(`point-${open}`, 'past-point');
  const pointed = asked.flatMap((at): PointedWord[] => {
    const word = file.words.get(at);
    return word && word.point !== null ? [[word.text, word.point]] : [];
  });
  if (asked.length === 0) return { said: chosen, complaints: [] };
  const said = withWords(chosen, [...pointed, ...file.rest]);
  return said ? { said, complaints: [] } : wrong(`point-${asked[0]!}`, 'past-points');
}

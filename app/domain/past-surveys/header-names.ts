// What the columns are called. Some tools write what was asked below the names of the columns, and leave names out where several columns
// belong to one question.
import { libraryItemNamed } from './guess.ts';
import { namesAnswers, namesDepartment, namesItself, namesPeople, namesQuestions, plainHeader } from './headers.ts';

const isAnswerWord = (cell: string): boolean => /^(?:open-ended )?response$/i.test(cell.trim());
const isImportId = (cell: string): boolean => /^\s*\{"?ImportId/i.test(cell);
const isCode = (name: string): boolean => /^[A-Za-z]{1,4}\d+(?:[_.-]\w+)*$/.test(name.trim());

/** `below`: the second header rows, in the order of the file. */
export function columnNames(header: readonly string[], below: readonly (readonly string[])[]): readonly string[] {
  const words = below.find((cells) => !cells.some(isImportId));
  const width = Math.max(header.length, (words ?? []).findLastIndex((cell) => cell.trim() !== '') + 1);
  const names = Array.from({ length: width }, (_, at) => (header[at] ?? '').trim());
  if (!words) return names;
  let before = '';
  return names.map((name, at) => {
    const word = (words[at] ?? '').trim();
    if (name !== '') before = name;
    if (word === '' || isAnswerWord(word)) return name;
    if (isCode(name) || namesItself(plainHeader(word))) return word;
    return name === word ? name : name === '' ? `${before} [${word}]` : below.length > 1 ? word : `${name} [${word}]`;
  });
}

const longestName = 200;

/** How many cells of a row are called as columns of surveys are: they tell the header from titles and from answers. */
export function knownNames(cells: readonly string[]): number {
  return cells.filter((cell) => {
    const name = plainHeader(cell);
    if (name === '' || name.length > longestName || /^\d+$/.test(name)) return false;
    return namesDepartment(name) !== null || namesItself(name) || namesPeople(name) || namesQuestions(name) || namesAnswers(name) || libraryItemNamed(cell) !== null;
  }).length;
}

// Whom a figure is about, in words: small departments are never alone, and it always says with whom they are shown.
import type { GroupView, Named } from '#app/domain/reports/labels.ts';
import type { Text } from './text.ts';

const shownAtMost = 3;

/** At most so many names; the rest as a number. */
export function namesText(text: Text, names: readonly Named[], most = shownAtMost): string {
  return shortened(text, names.map(({ name, direct }) => (direct ? text('results.directly', { department: name }) : name)), most);
}

/** For a narrow cell, whose full wording stands elsewhere. */
export const namesInBrief = (text: Text, names: readonly Named[]): string => shortened(text, names.map(({ name }) => name), 1);

function shortened(text: Text, words: readonly string[], most: number): string {
  if (words.length <= most + 1) return text.list([...words]);
  return text('results.and-more', { list: words.slice(0, most).join(text('results.comma')), n: words.length - most });
}

/** For a sentence: «Finance with Legal». */
export function groupText(text: Text, group: Pick<GroupView, 'names' | 'with'>): string {
  const department = namesText(text, group.names);
  return group.with.length === 0 ? department : text('counted-with', { department, others: namesText(text, group.with) });
}

// The table of protections in docs/promise.md, between its two marks.
import type { Mutation } from './mutations.ts';

const begin = '<!-- mutations: begin -->';
const end = '<!-- mutations: end -->';

export function tableOf(mutations: readonly Mutation[]): string {
  const rows = mutations.map(({ id, file, test }) => `| ${id} | \`${file}\` | «${test.name}» in \`${test.file}\` |`);
  return ['| protection taken away | in | test that turns red |', '|---|---|---|', ...rows].join('\n');
}

export function withTable(text: string, table: string): string {
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('the marks of the table are missing');
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}

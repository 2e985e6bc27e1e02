// Puts the table of mutations into docs/promise.md; `npm run mutate -- --write` proves it first.
import { readFileSync, writeFileSync } from 'node:fs';
import { mutations } from './mutations.ts';
import { tableOf, withTable } from './table.ts';

export function writeTable(file = 'docs/promise.md'): void {
  writeFileSync(file, withTable(readFileSync(file, 'utf8'), tableOf(mutations)));
}

// npm run mutate [-- --write] [-- WORDS …]: takes away every protection in turn, or those whose name holds one of the words, and expects its
// test to turn red. `--write` puts the table into docs/promise.md.
import { mutations } from './mutations.ts';
import { turnsRed } from './turns-red.ts';
import { writeTable } from './write-table.ts';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const asked = mutations.filter(({ id }) => words.length === 0 || words.some((word) => id.includes(word)));
const survivors: string[] = [];
for (const mutation of asked) {
  const red = turnsRed(mutation);
  process.stdout.write(`${red ? 'red   ' : 'GREEN '} ${mutation.id}: ${mutation.test.file} «${mutation.test.name}»\n`);
  if (!red) survivors.push(mutation.id);
}
process.stdout.write(`${asked.length - survivors.length} of ${asked.length} protections are missed by a test when they are gone\n`);
if (process.argv.includes('--write')) writeTable();
process.exitCode = survivors.length === 0 ? 0 : 1;

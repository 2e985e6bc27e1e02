// npm run mutate [-- --write]: takes away every protection in turn and expects its test to turn red. `--write` puts the table into
// docs/promise.md.
import { mutations } from './mutations.ts';
import { turnsRed } from './turns-red.ts';
import { writeTable } from './write-table.ts';

const survivors: string[] = [];
for (const mutation of mutations) {
  const red = turnsRed(mutation);
  process.stdout.write(`${red ? 'red   ' : 'GREEN '} ${mutation.id}: ${mutation.test.file} «${mutation.test.name}»\n`);
  if (!red) survivors.push(mutation.id);
}
process.stdout.write(`${mutations.length - survivors.length} of ${mutations.length} protections are missed by a test when they are gone\n`);
if (process.argv.includes('--write')) writeTable();
process.exitCode = survivors.length === 0 ? 0 : 1;

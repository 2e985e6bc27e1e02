import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const program = `import('./app/cli/outlive-readers.ts').then(({ outliveReaders }) => {
  if (process.argv[1] === 'outliving') outliveReaders();
  setTimeout(() => process.stdout.write('somebody there?\\n'), 200);
  setTimeout(() => process.stderr.write('ended by itself\\n'), 400);
});`;

/** What stands on its error output when whoever read its output has gone; `true` ends at once. */
const saidAfter = (word: string) => spawnSync('sh', ['-c', `node --import tsx -e "$PROGRAM" ${word} | true`], { encoding: 'utf8', env: { ...process.env, PROGRAM: program } }).stderr;

test('whoever stops listening to the program gets no trace of its inside, and it goes on', () => {
  expect(saidAfter('outliving')).toBe('ended by itself\n');
  expect(saidAfter('as-node-does')).toContain('EPIPE');
});

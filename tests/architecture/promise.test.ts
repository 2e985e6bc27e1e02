// What docs/promise.md and docs/threat-model.md name exists: every path, and every test by its sentence.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namesOfTests } from '#tests/support/names-of-tests.ts';

const documents = ['docs/promise.md', 'docs/threat-model.md', 'docs/rebuild.md'];
const folders = ['', ...readdirSync('tests/domain').map((noun) => `tests/domain/${noun}`)];

test.each(documents)('every path that %s names exists', (document) => {
  const paths = [...readFileSync(document, 'utf8').matchAll(/`((?:app|db|docs|tests)\/[\w./$-]+|[\w-]+\.(?:test|spec)\.ts)`/g)].map(([, path]) => path as string);
  expect(paths.filter((path) => !folders.some((folder) => existsSync(join(folder, path))))).toEqual([]);
});

test('every test that the promise names exists under that sentence', () => {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(test|spec)\.tsx?$/.test(name));
  const names = files.flatMap((file) => namesOfTests(readFileSync(join('tests', file), 'utf8')));
  const proofs = readFileSync('docs/promise.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(' | ').slice(2).join(' | '));
  const named = proofs.flatMap((cell) => [...cell.matchAll(/«((?:[^«»]|«[^«»]*»)+)»/g)].map(([, sentence]) => sentence as string));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((sentence) => !names.some((name) => name.test(sentence)))).toEqual([]);
});

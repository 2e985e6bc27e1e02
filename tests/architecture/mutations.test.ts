import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { everyTime, mutations } from '#tests/mutations/mutations.ts';
import { tableOf } from '#tests/mutations/table.ts';
import { turnsRed } from '#tests/mutations/turns-red.ts';
import { namesOfTests } from '#tests/support/names-of-tests.ts';

const timeLimit = 120_000;

test('every protection that is taken away in a mutation stands exactly once in its file, and is replaced by something else', () => {
  const strange = mutations.filter(({ file, from, to }) => readFileSync(file, 'utf8').split(from).length !== 2 || from === to);
  expect(strange.map(({ id }) => id)).toEqual([]);
});

test('every mutation names a test that exists', () => {
  const missing = mutations.filter(({ test: { file, name } }) => !namesOfTests(readFileSync(file, 'utf8')).some((known) => known.test(name)));
  expect(missing.map(({ id }) => id)).toEqual([]);
});

test('the table of mutations in the promise is the one that runs', () => {
  expect(readFileSync('docs/promise.md', 'utf8')).toContain(tableOf(mutations));
});

test.each(everyTime)('without the protection «%s» a test turns red', (id) => {
  expect(turnsRed(mutations.find((mutation) => mutation.id === id)!)).toBe(true);
}, timeLimit);

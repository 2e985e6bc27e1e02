// A rule that only its tests know is no rule of the product: knip counts tests among those who use, so that the domain is looked through here.
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Kept, proved against golden numbers, for a statement that is not made yet. Whoever makes it takes the line away; issue 10 asks for the list. */
const kept: Readonly<Record<string, string>> = {
  'app/domain/analysis/statistics/sample-size.ts': 'how many of a group have to be asked',
  'app/domain/analysis/statistics/two-waves.ts': 'a change between waves that shares most of its people',
};

const sources = ['app', 'db'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((name) => /\.tsx?$/.test(name)));

function importedBy(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(#app\/|#db\/|\.\.?\/)([^']+)'/g);
  return [...found].map(([, root = '', rest = '']) => (root.startsWith('#') ? root.slice(1) + rest : resolve(file, '..', root + rest).slice(process.cwd().length + 1)));
}

test('what the domain knows is used by the program, but for what is kept for later', () => {
  const used = new Set(sources.flatMap(importedBy));
  const unused = sources.filter((file) => file.startsWith('app/domain/') && !used.has(file));
  expect(unused.sort()).toEqual(Object.keys(kept));
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { valuesOf } from '#app/text/tongue/values.ts';
import { en } from '#app/text/en/index.ts';
import type { Catalogue } from '#app/text/text.ts';
import { zhHans } from '#app/text/zh-Hans/index.ts';
import { zhHant } from '#app/text/zh-Hant/index.ts';

const english = en as Catalogue;
const catalogues = { en: english, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
const keys = Object.keys(english) as (keyof Catalogue)[];

test.each(Object.entries(catalogues))('%s has every sentence and no other', (_language, catalogue) => {
  expect(Object.keys(catalogue).sort()).toEqual([...keys].sort());
  expect(keys.filter((key) => catalogue[key].trim() === '')).toEqual([]);
});

test('every sentence is said somewhere', () => {
  const files = readdirSync('app', { recursive: true }).map((name) => join('app', String(name)));
  const sources = files.filter((path) => /\.(ts|tsx)$/.test(path) && !/app\/text\/(en|zh-Hans|zh-Hant)\//.test(path)).map((path) => readFileSync(path, 'utf8')).join('\n');
  // Whole, or by its beginning: `plan.state.${state}`, text.code('error', code), text.code(odd ? 'seal.failed' : 'error', code).
  const beginnings = [...sources.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/g)].map(([, beginning]) => beginning!);
  for (const [, call] of sources.matchAll(/\.code\(([^,]*),/g)) for (const [, name] of call!.matchAll(/'([^']+)'/g)) beginnings.push(`${name!}.`);
  const unsaid = keys.filter((key) => !sources.includes(`'${key}'`) && !beginnings.some((beginning) => key.startsWith(beginning)));
  expect(unsaid).toEqual([]);
});

test('a sentence needs the same values in every language', () => {
  const different = keys.filter((key) =>
    Object.values(catalogues).some((catalogue) => String(valuesOf(catalogue[key])) !== String(valuesOf(english[key]))),
  );
  expect(different).toEqual([]);
});

test('Chinese sentences use full-width punctuation between Chinese characters', () => {
  const narrow = /[\u4e00-\u9fff][,;:!?][\u4e00-\u9fff]/;
  const found = (['zh-Hans', 'zh-Hant'] as const).flatMap((language) => keys.filter((key) => narrow.test(catalogues[language][key])).map((key) => `${language} ${key}`));
  expect(found).toEqual([]);
});

const root = join(import.meta.dirname, '../..');
const drawn = ['app/routes', 'app/ui', 'app/root.tsx'].flatMap((place) =>
  place.endsWith('.tsx')
    ? [place]
    : readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.tsx'))
        .map((name) => join(place, name)),
);

const spoken = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'hint', 'caption', 'heading']);
const letters = /\p{L}{2,}/u;

function sentencesIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isJsxText(node) && letters.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer) && letters.test(node.initializer.text))
      found.push(node.initializer.text);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found.map((sentence) => `${file}: ${sentence}`);
}

test('no sentence stands in a page or a control: all are in app/text', () => {
  expect(drawn.length).toBeGreaterThan(5);
  expect(drawn.flatMap(sentencesIn)).toEqual([]);
});

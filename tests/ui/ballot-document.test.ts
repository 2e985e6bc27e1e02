import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { ballotDocuments, type BallotDocument } from '#app/ballot/build/documents.ts';
import { languages } from '#app/domain/kernel/language.ts';

let documents: readonly BallotDocument[];

beforeAll(async () => {
  documents = await ballotDocuments();
});

test('two builds give the same bytes', async () => {
  expect((await ballotDocuments()).map(({ sha256 }) => sha256)).toEqual(documents.map(({ sha256 }) => sha256));
  expect(documents.map(({ language }) => language)).toEqual([...languages, 'de', 'es', 'fr', 'ja']);
});

test('each document stays well below 40 kB, cryptography included', () => {
  for (const { language, html } of documents) {
    // What comes by a file says more in more letters; how much a whole visit takes is measured in a browser.
    const own = (languages as readonly string[]).includes(language);
    expect(brotliCompressSync(html).length, `${language} br`).toBeLessThan(own ? 34_400 : 35_500);
    expect(gzipSync(html, { level: 9 }).length, `${language} gz`).toBeLessThan(own ? 40_300 : 41_000);
  }
});

test('a document loads nothing and names nobody else', () => {
  for (const { html } of documents) {
    const outside = [...html.matchAll(/(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}/gi)].map(([address]) => address);
    expect(outside).toEqual([]);
    expect(html).not.toMatch(/<(?:script|img|iframe|link)[^>]+(?:src|href)="(?!data:)/);
    expect(html).not.toContain('sourceMappingURL');
  }
});

test('the content policy names exactly the script and the style inside', () => {
  for (const { html, script, style } of documents) {
    const source = (element: string): string => {
      const inline = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(html)?.[1] ?? '';
      return `sha256-${createHash('sha256').update(inline).digest('base64')}`;
    };
    expect([source('script'), source('style')]).toEqual([script, style]);
    expect(html).toContain(`default-src 'none'; script-src '${script}'; style-src '${style}'; connect-src 'self'`);
  }
});

test('a document speaks its own language only', () => {
  const [en, hans, hant] = documents.map(({ html }) => html);
  expect(en).not.toContain('您的答案');
  expect(hans).not.toContain('What happens to your answers');
  expect(hans).not.toContain('這份答卷');
  expect(hant).not.toContain('这份答卷');
});

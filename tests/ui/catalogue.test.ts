import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { po } from 'gettext-parser';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { exportCatalogue, importCatalogue } from '#app/text/build/catalogue.ts';
import { sentencesOf } from '#app/text/build/sentences.ts';
import { en } from '#app/text/en/index.ts';
import { zhHant } from '#app/text/zh-Hant/index.ts';

const roots: string[] = [];
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'murmur-texts-'));
  roots.push(root);
  cpSync('app/text', join(root, 'app/text'), { recursive: true });
});
afterAll(() => roots.forEach((one) => rmSync(one, { recursive: true, force: true })));

const all = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** The exported file with some of its entries changed, as a translator's program gives it back. */
function edited(change: (entry: { msgctxt?: string; msgid: string; msgstr: string[]; comments?: { flag?: string } }) => void): Buffer {
  const file = po.parse(exportCatalogue(root, 'zh-Hant'));
  for (const context of Object.values(file.translations)) for (const entry of Object.values(context)) change(entry as never);
  return po.compile(file);
}

const refusedWith = (bytes: Uint8Array) => {
  const before = all(join(root, 'app/text'));
  const imported = importCatalogue(root, 'zh-Hant', bytes);
  expect(imported.ok).toBe(false);
  expect(all(join(root, 'app/text'))).toEqual(before);
  return imported.ok ? '' : String(imported.details['problems']);
};

describe('a catalogue for translators', () => {
  test('holds every sentence of the portal with its English and its place', () => {
    const file = po.parse(exportCatalogue(root, 'zh-Hant'));
    for (const [key, english] of Object.entries(en)) {
      const entry = file.translations[key]?.[english];
      expect(entry?.msgstr, key).toEqual([zhHant[key as keyof typeof zhHant]]);
      expect(entry?.comments?.reference).toMatch(/^app\/text\/en\/.*\.ts:\d+$/);
    }
    expect(sentencesOf(root, 'en').length).toBeGreaterThan(Object.keys(en).length);
  });

  test('goes out and comes back without a loss', () => {
    const before = all(join(root, 'app/text'));
    expect(importCatalogue(root, 'zh-Hant', exportCatalogue(root, 'zh-Hant'))).toEqual({ ok: true, value: { changed: [], kept: [] } });
    expect(all(join(root, 'app/text'))).toEqual(before);
  });

  test('puts other words in the place of those that were there, quotes and breaks of lines too', () => {
    const words = '他們說："it\'s"\n第二行\\';
    const imported = importCatalogue(root, 'zh-Hant', edited((entry) => {
      if (entry.msgctxt === 'nav.home') entry.msgstr = [words];
    }));
    expect(imported).toEqual({ ok: true, value: { changed: ['nav.home'], kept: [] } });
    expect(sentencesOf(root, 'zh-Hant').find(({ key }) => key === 'nav.home')?.text).toBe(words);
    const others = (from: string) => sentencesOf(from, 'zh-Hant').filter(({ key }) => key !== 'nav.home').map(({ key, text }) => `${key} ${text}`);
    expect(others(root)).toEqual(others('.'));
  });

  test('leaves what was not translated, or is doubtful, as it was', () => {
    const imported = importCatalogue(root, 'zh-Hant', edited((entry) => {
      if (entry.msgctxt === 'nav.home') entry.msgstr = [''];
      if (entry.msgctxt === 'sign-in.title') [entry.msgstr, entry.comments] = [['？'], { flag: 'fuzzy' }];
    }));
    expect(imported).toEqual({ ok: true, value: { changed: [], kept: expect.arrayContaining(['nav.home', 'sign-in.title']) } });
  });

  test.each([
    ['a value that is missing', 'sign-in.sent.text', '請查收郵件', 'it needs {minutes} and has none'],
    ['a value that nobody fills', 'nav.home', '首頁 {name}', 'it needs no value and has {name}'],
    ['braces that do not fit', 'nav.home', '首頁 {name', 'its braces do not fit'],
  ])('is refused for %s, and nothing is written', (_what, key, text, problem) => {
    expect(refusedWith(edited((entry) => void (entry.msgctxt === key && (entry.msgstr = [text]))))).toBe(`${key}: ${problem}`);
  });

  test('is refused where the English is another by now, or no such sentence is there, by name', () => {
    const file = po.parse(exportCatalogue(root, 'zh-Hant'));
    file.translations['nav.home'] = { Before: { msgctxt: 'nav.home', msgid: 'Before', msgstr: ['以前'] } };
    file.translations['no.such'] = { Nothing: { msgctxt: 'no.such', msgid: 'Nothing', msgstr: ['無'] } };
    expect(refusedWith(po.compile(file)).split('\n').sort()).toEqual([`nav.home: the English sentence is another by now: «${en['nav.home']}»; export again`, 'no.such: there is no such sentence']);
  });

  test('that is no catalogue is refused', () => {
    expect(refusedWith(Buffer.from('msgid "a\nmsgstr'))).toContain('PO');
  });
});

// Letters as mail programs show them: what of a text becomes a link.
import { expect, test } from 'vitest';
import { letterHtml } from '#app/domain/notifications/letter-html.ts';

const dressed = (text: string, home = 'https://murmur.example') => letterHtml({ language: 'en', rightToLeft: false, subject: 'S', text, home, button: 'Open' });
const linksIn = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);

test('an address of the portal is a link, without the stop behind it', () => {
  expect(linksIn(dressed('See https://murmur.example/feed?a=1. Or https://murmur.example, https://murmur.example/ (https://murmur.example/kept#x)'))).toEqual([
    'https://murmur.example/feed?a=1', 'https://murmur.example', 'https://murmur.example/', 'https://murmur.example/kept#x',
  ]);
  expect(linksIn(dressed('https://murmur.example/sign-in/abc'))).toEqual(['https://murmur.example/sign-in/abc']);
});

const elsewhere = [
  'https://murmur.example@evil.test/x', 'https://murmur.example:443@evil.test/x', 'https://murmur.example%40evil.test', 'https://murmur.example\\@evil.test', 'https://murmur.example.evil.test',
  'https://murmur.example。evil.test', 'https://murmur.example-evil.test', 'https://murmur.example\u00ad.evil.test', 'https://murmur.example&@evil.test', 'https://murmur.example;@evil.test', 'https://murmur.example!@evil.test',
];

test('no other address becomes a link by beginning as the portal does', () => {
  for (const address of elsewhere) {
    for (const text of [address, `Please see ${address} today`]) expect(linksIn(dressed(text)).filter((href) => href !== 'https://murmur.example'), address).toEqual([]);
  }
});

/** What is left where no style is known, as of Outlook's widths, edges and buttons. */
const bare = (html: string): string => html.replace(/ style="[^"]*"/g, '').replace(/<style>.*?<\/style>/s, '');

test('a mail program that knows tables and no styles shows a column of a width to read in, with edges, and a button', () => {
  const html = bare(dressed('Hello\n\nhttps://murmur.example/sign-in/abc'));
  expect(html).toMatch(/<table role="presentation" width="600"[^>]* align="center"/);
  expect(html).toMatch(/cellpadding="20"/);
  expect(html).toMatch(/cellpadding="12"[^>]*><tr><td bgcolor="#0b5cad"[^>]*><a href="https:\/\/murmur\.example\/sign-in\/abc"><font color="#ffffff">/);
});

test('a phone shows the column as wide as it is, and each line of a right-to-left letter runs as it is written', () => {
  expect(dressed('Hello')).toMatch(/width="600"[^>]*style="max-width:100%;margin/);
  // Word takes a width of a style for more than that of a table.
  expect(dressed('Hello')).not.toMatch(/[^-]width:/);
  const arabic = letterHtml({ language: 'ar', rightToLeft: true, subject: 'S', text: 'مرحباً\n– No department differs.', home: 'https://murmur.example', button: 'إلى' });
  expect(arabic).toContain('<p dir="auto" style="margin:0 0 16px"><span dir="auto">مرحباً</span><br>\n<span dir="auto">– No department differs.</span></p>');
  expect(dressed('Hello')).not.toContain('<span');
});

test('Chinese of both scripts and Japanese are drawn each with fonts of its own', () => {
  const fontIn = (language: string) => /font-family:([^;"]*)/.exec(letterHtml({ language, rightToLeft: false, subject: 'S', text: '直', home: 'https://murmur.example', button: 'B' }))![1]!;
  const named = (language: string) => ['PingFang SC', 'PingFang TC', 'Hiragino Sans'].filter((name) => fontIn(language).includes(name));
  expect(['zh-Hans', 'zh-Hant', 'ja', 'de'].map(named)).toEqual([['PingFang SC'], ['PingFang TC'], ['Hiragino Sans'], []]);
});

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

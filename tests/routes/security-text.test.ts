import { expect, test } from 'vitest';
import { readConfig } from '#app/platform/config.server.ts';
import { testApp } from '#tests/support/app.ts';
import { wholePortal } from '#tests/support/whole-portal.ts';

const path = '/.well-known/security.txt';

test('security.txt names the contact, and ends within a year of any day it is read on', async () => {
  const app = await testApp({ securityContact: 'mailto:security@amber.example', publicUrl: 'https://murmur.amber.example' });
  const portal = await wholePortal(app);
  const read = async () => await (await fetch(portal.url + path)).text();
  expect((await fetch(portal.url + path)).headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await read()).toBe(
    ['Contact: mailto:security@amber.example', 'Expires: 2027-05-21T00:00:00Z', 'Preferred-Languages: en, zh-Hans, zh-Hant', 'Canonical: https://murmur.amber.example/.well-known/security.txt', ''].join('\n'),
  );
  app.setNow('2027-10-01');
  expect(await read()).toContain('Expires: 2028-03-29T00:00:00Z');
});

test('where nobody is named there is no security.txt', async () => {
  const portal = await wholePortal(await testApp());
  expect((await fetch(portal.url + path, { headers: { accept: 'text/plain' } })).status).toBe(404);
});

test.each([
  ['security@amber.example', 'mailto:security@amber.example'],
  ['mailto:security@amber.example', 'mailto:security@amber.example'],
  ['https://amber.example/security', 'https://amber.example/security'],
  ['', null],
])('the contact «%s» is read as %s', (given, read) => {
  expect(readConfig({}, { MURMUR_SECURITY_CONTACT: given }).securityContact).toBe(read);
});

test.each(['nobody', 'http://amber.example', 'javascript:alert(1)', 'a@b\nContact: x@y', 'https://a b'])('the contact «%s» is refused', (given) => {
  expect(() => readConfig({}, { MURMUR_SECURITY_CONTACT: given })).toThrow(/^MURMUR_SECURITY_CONTACT: an address like/);
});

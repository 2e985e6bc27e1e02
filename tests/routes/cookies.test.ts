import { expect, test } from 'vitest';
import { loader as home } from '#app/routes/_index.tsx';
import { action as setLanguage } from '#app/routes/language.tsx';
import { action as signOut } from '#app/routes/sign-out.tsx';
import { newSignInLink } from '#app/services/access.server.ts';
import { action as enter } from '#app/routes/sign-in.$token.tsx';
import { testApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { fetchWith } from '#tests/support/fetch-with.ts';
import { plainEndpoints } from '#tests/support/plain-endpoints.ts';
import { visit } from '#tests/support/visit.ts';

const encrypted = { publicUrl: 'https://murmur.amber.example' };

async function entered(more = {}) {
  const app = await testApp(more);
  await aSmallCompany(app);
  const token = (await newSignInLink(app, 'north-2')).split('/').at(-1)!;
  const answer = (await visit(app, enter, '/sign-in/x', { params: { token }, form: {} })) as Response;
  return { app, cookie: answer.headers.get('set-cookie')! };
}

/** What a browser demands of a name that begins with `__Host-`. */
const keptByBrowsers = /^__Host-murmur_session=[^;]*;(?=.*; Secure)(?=.*; Path=\/(;|$))(?!.*Domain)/;

test('on https the session belongs to this host alone', async () => {
  const { app, cookie } = await entered(encrypted);
  expect(cookie).toMatch(keptByBrowsers);
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax|HttpOnly; Secure; SameSite=Lax/);
  const signedIn = { headers: { cookie: cookie.split(';')[0]! } };
  expect(await visit(app, home, '/', signedIn)).not.toBeInstanceOf(Response);
  const out = (await visit(app, signOut, '/sign-out', { ...signedIn, form: {} })) as Response;
  expect(out.headers.get('set-cookie')).toMatch(keptByBrowsers);
  expect(await visit(app, home, '/', signedIn)).toBeInstanceOf(Response);
});

test('a session that a neighbouring name of the company slips in under the plain name is not read on https, neither by pages nor for a paper', async () => {
  const { app, cookie } = await entered(encrypted);
  const slipped = cookie.split(';')[0]!.replace('__Host-', '');
  expect(await visit(app, home, '/', { headers: { cookie: slipped } })).toBeInstanceOf(Response);
  const { url } = await plainEndpoints(app);
  const paper = await fetchWith(url, slipped)('/paper/pulse', { method: 'GET' });
  expect([paper.status, await paper.text()]).toEqual([401, 'sign-in']);
});

test('on this machine without https the session has its plain name, which browsers keep there', async () => {
  const { cookie } = await entered();
  expect(cookie).toMatch(/^murmur_session=/);
  expect(cookie).not.toContain('Secure');
});

test('the language is told to nobody on the way, and to no script', async () => {
  const said = async (more = {}) => {
    const answer = (await visit(await testApp(more), setLanguage, '/language', { form: { language: 'zh-Hant', to: '/' } })) as Response;
    return answer.headers.get('set-cookie');
  };
  expect(await said(encrypted)).toMatch(/^murmur_language=zh-Hant;.*HttpOnly;.*Secure/);
  expect(await said()).toMatch(/^murmur_language=zh-Hant;.*HttpOnly(?!.*Secure)/);
});

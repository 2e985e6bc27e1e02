import { expect, test } from 'vitest';
import { action as askAction } from '#app/routes/sign-in._index.tsx';
import { action as enterAction, loader as enterLoader } from '#app/routes/sign-in.$token.tsx';
import { loader as home } from '#app/routes/_index.tsx';
import { newSignInLink } from '#app/services/access.server.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { visit } from '#tests/support/visit.ts';

async function company(more = {}): Promise<TestApp> {
  const app = await testApp(more);
  await aSmallCompany(app);
  return app;
}

const tokenOf = (link: string) => ({ token: link.split('/').at(-1)! });

test('a link signs in once, after a tap, and leads where it says', async () => {
  const app = await company();
  const params = tokenOf(await newSignInLink(app, 'north-2', { to: '/feed' }));
  expect(await visit(app, enterLoader, '/sign-in/x', { params })).toEqual({ refusal: null });
  const entered = (await visit(app, enterAction, '/sign-in/x', { params, form: {} })) as Response;
  expect(entered.headers.get('location')).toBe('/feed');
  const cookie = entered.headers.get('set-cookie')!;
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
  expect(await visit(app, home, '/', { headers: { cookie: cookie.split(';')[0]! } })).not.toBeInstanceOf(Response);
  expect(await visit(app, enterAction, '/sign-in/x', { params, form: {} })).toEqual({ refusal: 'link-used' });
});

test('of two taps at the same instant one signs in', async () => {
  const app = await company();
  const params = tokenOf(await newSignInLink(app, 'north-2'));
  const answers = await Promise.all([1, 2].map(() => visit(app, enterAction, '/sign-in/x', { params, form: {} })));
  expect(answers.filter((answer) => answer instanceof Response)).toHaveLength(1);
});

test('a link that is too old does not sign in and says so', async () => {
  const app = await company();
  const params = tokenOf(await newSignInLink(app, 'north-2'));
  app.setNow('2026-11-22T12:31:00Z');
  expect(await visit(app, enterAction, '/sign-in/x', { params, form: {} })).toEqual({ refusal: 'link-used' });
});

test('a letter goes to the person, and an unknown address gets the same answer', async () => {
  const app = await company();
  const known = await visit(app, askAction, '/sign-in', { form: { email: ' NORTH-2@amber.example ', to: '/' } });
  const unknown = await visit(app, askAction, '/sign-in', { form: { email: 'nobody@amber.example', to: '/' } });
  expect(known).toEqual(unknown);
  const letters = await app.data.letters.claim({ now: '2026-11-22T12:00:00.000Z', until: '2026-11-22T12:05:00.000Z', limit: 10 });
  expect(letters.map((letter) => letter.to)).toEqual(['north-2@amber.example']);
  expect(letters[0]!.text).toContain('http://localhost:3000/sign-in/');
});

test('an address that is none comes back with what was typed', async () => {
  const app = await company();
  const answer = (await visit(app, askAction, '/sign-in', { form: { email: 'north', to: '/' } })) as Response;
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ errors: { email: 'email' }, values: { email: 'north' } });
});

test('somebody who has left is signed out at once', async () => {
  const app = await company();
  const person = (await app.data.people.get('north-2'))!;
  await app.data.people.save({ ...person, leftOn: app.today() });
  expect(((await visit(app, home, '/', { as: 'north-2' })) as Response).status).toBe(302);
});

test('a destination outside the portal is not followed', async () => {
  const app = await company();
  const params = tokenOf(await newSignInLink(app, 'north-2', { to: '//evil.example/x' }));
  const entered = (await visit(app, enterAction, '/sign-in/x', { params, form: {} })) as Response;
  expect(entered.headers.get('location')).toBe('/');
});

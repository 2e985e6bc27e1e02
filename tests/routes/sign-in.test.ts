import { expect, test } from 'vitest';
import { action as askAction, loader as askLoader } from '#app/routes/sign-in._index.tsx';
import { action as enterAction, loader as enterLoader } from '#app/routes/sign-in.$token.tsx';
import { loader as home } from '#app/routes/_index.tsx';
import { loader as plansXlsx } from '#app/routes/plans.plans[.]xlsx.tsx';
import { loader as reportPdf } from '#app/routes/results.$id.report[.]pdf.tsx';
import { loader as report } from '#app/routes/results.$id.report.tsx';
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

test.each([
  ['page', report, '/results/pulse-2/report?department=north'],
  ['file', reportPdf, '/results/pulse-2/report.pdf?department=north'],
  ['workbook of plans', plansXlsx, '/plans/plans.xlsx'],
] as const)('the shared address of a %s leads through signing in to that very address', async (_kind, loader, address) => {
  const app = await company();
  const away = (await visit(app, loader as never, address, { params: { id: 'pulse-2' } })) as Response;
  const signIn = new URL(away.headers.get('location')!, 'http://localhost:3000');
  expect([away.status, signIn.pathname, signIn.searchParams.get('to')]).toEqual([302, '/sign-in', address]);
  const asked = (await visit(app, askLoader, `${signIn.pathname}${signIn.search}`)) as { to: string };
  await visit(app, askAction, '/sign-in', { form: { email: 'north-2@amber.example', to: asked.to } });
  const [letter] = await app.data.letters.claim({ now: '2026-11-22T12:00:00.000Z', until: '2026-11-22T12:05:00.000Z', limit: 10 });
  const link = /\/sign-in\/([\w-]+)/.exec(letter!.text)![1]!;
  const entered = (await visit(app, enterAction, '/sign-in/x', { params: { token: link }, form: {} })) as Response;
  expect(entered.headers.get('location')).toBe(address);
});

test.each(['//evil.example', '/\\evil.example', '/\t/evil.example', 'https://evil.example', 'javascript:alert(1)', '\\\\evil.example'])('a sign-in page is handed no way out of the portal: %j', async (to) => {
  const app = await company();
  expect(await visit(app, askLoader, `/sign-in?${new URLSearchParams({ to })}`)).toMatchObject({ to: '/' });
});

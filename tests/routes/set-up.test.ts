import { expect, test } from 'vitest';
import { loader as home } from '#app/routes/_index.tsx';
import { action as foundAction, loader as first } from '#app/routes/setup.$secret.tsx';
import { action as nameAction, loader as setUp } from '#app/routes/setup._index.tsx';
import { loader as signIn } from '#app/routes/sign-in._index.tsx';
import { createAdministrator } from '#app/services/access/grant-role.server.ts';
import { setUpLink } from '#app/services/installation/set-up.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { visit } from '#tests/support/visit.ts';

const you = { name: 'Ada', email: 'ada@amber.example', hr: 'yes' };
const company = { company: 'Amber', languages: ['en', 'zh-Hans'], language: 'en', timeZone: 'Asia/Hong_Kong' };

async function secretOf(app: TestApp): Promise<{ secret: string }> {
  return { secret: (await setUpLink(app))?.split('/').at(-1) ?? '' };
}

const leadsTo = (answer: unknown) => (answer as Response).headers.get('location');

test('a new installation tells a stranger only how to get in', async () => {
  const app = await testApp();
  expect(leadsTo(await visit(app, signIn, '/sign-in'))).toBe('/setup');
  expect(await visit(app, setUp, '/setup')).toMatchObject({ names: false });
  expect(leadsTo(await visit(app, first, '/setup/guess', { params: { secret: 'guess' } }))).toBe('/setup');
  expect(leadsTo(await visit(app, foundAction, '/setup/guess', { params: { secret: 'guess' }, form: { ...company, ...you } }))).toBe('/setup');
  expect(await app.data.organisation.get()).toBeNull();
});

test('the link of the first start makes a company and its administrator, signs in, and closes', async () => {
  const app = await testApp();
  const params = await secretOf(app);
  expect(await secretOf(app)).toEqual(params);
  const answer = (await visit(app, foundAction, '/setup/x', { params, form: { ...company, ...you } })) as Response;
  expect(leadsTo(answer)).toBe('/people/import');
  expect(await app.data.organisation.get()).toMatchObject({ name: 'Amber', languages: ['en', 'zh-Hans'], language: 'en', k: 5, timeZone: 'Asia/Hong_Kong' });
  expect(app.timeZone()).toBe('Asia/Hong_Kong');
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(await visit(app, home, '/', { headers: { cookie } })).toMatchObject({ name: 'Ada' });
  const ada = await app.data.people.byEmail('ada@amber.example');
  expect(await app.data.roles.of(ada?.id ?? '')).toEqual(['administrator', 'hr']);
  expect(await setUpLink(app)).toBeNull();
  expect(leadsTo(await visit(app, first, '/setup/x', { params }))).toBe('/');
  expect(leadsTo(await visit(app, foundAction, '/setup/x', { params, form: { ...company, ...you, email: 'eve@evil.example' } }))).toBe('/setup');
});

test('an administrator who sees no results is the rule, HR is a choice', async () => {
  const app = await testApp();
  const onlyAdministrator = { name: you.name, email: you.email };
  await visit(app, foundAction, '/setup/x', { params: await secretOf(app), form: { ...company, ...onlyAdministrator } });
  const ada = await app.data.people.byEmail('ada@amber.example');
  expect(await app.data.roles.of(ada?.id ?? '')).toEqual(['administrator']);
});

test.each([
  [{ company: ' ' }, 'company', 'required'],
  [{ languages: [] }, 'languages', 'language-missing'],
  [{ languages: ['zh-Hant'] }, 'languages', 'language-missing'],
  [{ languages: ['Klingon'] }, 'languages', 'language-missing'],
  [{ language: 'xx' }, 'language', 'required'],
  [{ timeZone: 'Mars/Base' }, 'timeZone', 'time-zone'],
  [{ timeZone: '+08:00' }, 'timeZone', 'time-zone'],
  [{ email: 'ada' }, 'email', 'email'],
  [{ name: '' }, 'name', 'required'],
])('%j is refused at its field', async (wrong, field, code) => {
  const app = await testApp();
  const answer = (await visit(app, foundAction, '/setup/x', { params: await secretOf(app), form: { ...company, ...you, ...wrong } })) as Response;
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ errors: { [field]: code } });
  expect(await app.data.organisation.get()).toBeNull();
});

test('an administrator made on the command line names the company', async () => {
  const app = await testApp();
  await createAdministrator(app, { email: 'ada@amber.example', name: 'Ada' });
  const ada = (await app.data.people.byEmail('ada@amber.example'))?.id;
  expect(await setUpLink(app)).toBeNull();
  expect(leadsTo(await visit(app, home, '/', { as: ada }))).toBe('/setup');
  expect(await visit(app, setUp, '/setup', { as: ada })).toMatchObject({ names: true });
  expect(leadsTo(await visit(app, nameAction, '/setup', { as: ada, form: company }))).toBe('/people/import');
  expect((await app.data.organisation.get())?.name).toBe('Amber');
});

test('where there is a company the set-up leads home', async () => {
  const app = await testApp();
  await aSmallCompany(app);
  expect(leadsTo(await visit(app, setUp, '/setup'))).toBe('/');
  expect(await setUpLink(app)).toBeNull();
});

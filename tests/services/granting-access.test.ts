import { expect, test } from 'vitest';
import { changeRole, createAdministrator } from '#app/services/access/grant-role.server.ts';
import { actorOfPerson, enterByLink } from '#app/services/access.server.ts';
import { testApp } from '#tests/support/app.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';

test('an empty installation gets its first administrator, with a link that signs in once', async () => {
  const app = await testApp();
  const link = await createAdministrator(app, { email: ' Lin@Amber.example ', name: 'Lin' });
  if (!link.ok) throw new Error(link.because);
  const token = link.value.split('/').at(-1) as string;
  expect((await enterByLink(app, token)).ok).toBe(true);
  expect((await enterByLink(app, token)).ok).toBe(false);
  const lin = await app.data.people.byEmail('lin@amber.example');
  expect(lin).toMatchObject({ name: 'Lin', employeeId: null });
  expect((await actorOfPerson(app, lin?.id ?? ''))?.roles).toEqual(['employee', 'administrator']);
});

test('somebody of the directory becomes administrator instead of a double', async () => {
  const app = await testApp();
  await aSmallCompany(app);
  const before = await app.data.people.count();
  expect((await createAdministrator(app, { email: 'NORTH-2@amber.example', name: 'Whoever' })).ok).toBe(true);
  expect(await app.data.people.count()).toBe(before);
  expect(await app.data.roles.of('north-2')).toEqual(['administrator']);
});

test('without an address or a name nobody becomes administrator', async () => {
  const app = await testApp();
  expect(await createAdministrator(app, { email: 'lin', name: 'Lin' })).toMatchObject({ because: 'bad-email' });
  expect(await createAdministrator(app, { email: 'lin@amber.example', name: ' ' })).toMatchObject({ because: 'name-missing' });
  expect(await app.data.people.count()).toBe(0);
});

test('giving and taking a role is on record once', async () => {
  const app = await testApp();
  await aSmallCompany(app);
  const admin = await actorFor(app, 'admin');
  const role = { personId: 'north-3', role: 'hr' as const };
  await changeRole(app, admin, { ...role, grant: true });
  await changeRole(app, admin, { ...role, grant: true });
  expect(await app.data.roles.of('north-3')).toEqual(['hr']);
  await changeRole(app, admin, { ...role, grant: false });
  expect(await app.data.roles.of('north-3')).toEqual([]);
  const changes = await app.data.organisation.changes();
  expect(changes.map(({ actorId, setting }) => [actorId, setting])).toEqual([
    ['admin', 'role hr'],
    ['admin', 'role hr'],
  ]);
});

test('the last administrator stays, and people who left count for nobody', async () => {
  const app = await testApp();
  await aSmallCompany(app);
  const admin = await actorFor(app, 'admin');
  const withdrawal = { personId: 'admin', role: 'administrator' as const, grant: false };
  expect(await changeRole(app, admin, withdrawal)).toMatchObject({ ok: false, because: 'last-administrator' });
  await changeRole(app, admin, { personId: 'north-3', role: 'administrator', grant: true });
  expect((await changeRole(app, admin, withdrawal)).ok).toBe(true);
  expect(await changeRole(app, admin, { personId: 'nobody', role: 'hr', grant: true })).toMatchObject({ because: 'not-found' });
});

test('an administrator who left keeps nothing running: the last one who works here stays', async () => {
  const app = await testApp();
  await aSmallCompany(app);
  const admin = await actorFor(app, 'admin');
  await changeRole(app, admin, { personId: 'north-3', role: 'administrator', grant: true });
  await app.data.people.save({ ...(await app.data.people.get('north-3'))!, leftOn: app.today() });
  expect(await app.data.roles.holders('administrator')).toEqual(['admin', 'north-3']);
  expect(await changeRole(app, admin, { personId: 'admin', role: 'administrator', grant: false })).toMatchObject({ ok: false, because: 'last-administrator' });
  expect(await app.data.roles.of('admin')).toEqual(['administrator']);
});

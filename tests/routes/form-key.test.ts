import { expect, test } from 'vitest';
import { loader } from '#app/routes/form-key.tsx';
import { aSmallCompany } from '#tests/support/people.ts';
import { testApp } from '#tests/support/app.ts';
import { visit } from '#tests/support/visit.ts';

test('what somebody typed opens for that person alone: each has a key, the same after signing in again', async () => {
  const app = await testApp();
  await aSmallCompany(app);
  const keyOf = async (person: string) => ((await ((await visit(app, loader, '/form-key', { as: person })) as Response).json()) as { key: string | null }).key;
  expect(await keyOf('north-1')).toBeNull();
  await app.data.installation.setKey('of-this-installation');
  const [head, again, other] = [await keyOf('north-1'), await keyOf('north-1'), await keyOf('south-1')];
  expect(head).toMatch(/^[\w-]{43}$/);
  expect([again === head, other === head, head!.includes('installation')]).toEqual([true, false, false]);
  await app.data.installation.setKey('of-another');
  expect(await keyOf('north-1')).not.toBe(head);
});

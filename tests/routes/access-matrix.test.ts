import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { may, permissions, type Permission, type Role } from '#app/domain/access/actor.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { testApp } from '#tests/support/app.ts';
import { visit } from '#tests/support/visit.ts';

const folder = join(import.meta.dirname, '../../app/routes');

const files = readdirSync(folder, { withFileTypes: true }).map((entry) =>
  entry.isDirectory() ? join(folder, entry.name, 'route.tsx') : join(folder, entry.name),
);

type Ruled = ((args: never) => Promise<unknown>) & { may?: Permission };
const modules = await Promise.all(
  files.map(async (file) => ({ file: file.slice(folder.length + 1), module: (await import(file)) as { loader?: Ruled; action?: Ruled } })),
);

const entrances = modules.flatMap(({ file, module }) =>
  (['loader', 'action'] as const).flatMap((kind) => (module[kind] ? [{ name: `${file} ${kind}`, kind, enter: module[kind] }] : [])),
);

/** Somebody of the small company for every role: a new one is tried at every door, or does not compile. */
const everybody: Readonly<Record<Role | 'nobody', string | undefined>> = { nobody: undefined, employee: 'operations-1', manager: 'north-1', hr: 'hr', administrator: 'admin' };
const rolesOf: Readonly<Record<Role | 'nobody', { readonly roles: readonly Role[] } | null>> = {
  nobody: null,
  employee: { roles: ['employee'] },
  manager: { roles: ['employee', 'manager'] },
  hr: { roles: ['employee', 'hr'] },
  administrator: { roles: ['employee', 'administrator'] },
};

test.each(entrances)('$name states a permission', ({ enter }) => {
  expect(permissions).toContain(enter.may);
});

test.each(entrances.filter(({ enter }) => enter.may !== 'visit'))('$name refuses everybody without its permission', async ({ kind, enter }) => {
  const app = await testApp();
  await aSmallCompany(app);
  for (const [role, personId] of Object.entries(everybody)) {
    if (may(rolesOf[role as Role], enter.may!)) continue;
    const answer = await visit(app, enter, '/somewhere', { as: personId, params: { id: 'x' }, ...(kind === 'action' && { form: {} }) });
    expect(answer, role).toBeInstanceOf(Response);
    const { status, headers } = answer as Response;
    if (personId === undefined) expect([status, headers.get('location')?.startsWith('/sign-in?to=')], role).toEqual([302, true]);
    else expect(status, role).toBe(403);
  }
});

// Every address with a part that is none of ours, looked at and sent to by somebody who may: answered, never by a failure.
import { expect, test } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { cookieOf } from '#tests/support/visit.ts';
import { sourceBuild, wholePortal } from '#tests/support/whole-portal.ts';

const parts = ['%F0%9F%92%A9', '%E2%80%AE', '%00', '..%2F..%2Fetc', '9'.repeat(40), '__proto__', 'x'.repeat(2_000), '%0D%0ASet-Cookie:%20a=b'];
const bodies = ['', 'do=skip&intent=skip&encoding=utf-8', 'do=publish', 'request=x'];

async function addresses(): Promise<string[]> {
  const { routes } = await sourceBuild();
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? [pathOf(route.parentId), route.path ?? ''].filter(Boolean).join('/') : '';
  };
  return Object.keys(routes).map((id) => `/${pathOf(id)}`).filter((path) => /:\w/.test(path));
}

test('an address with a part that nobody gave is answered, by a look as by a form', async () => {
  const app = await testApp();
  await aSmallCompany(app);
  const portal = await wholePortal(app, {}, { mostInAMinute: 1_000_000 });
  const cookies = await Promise.all(['hr', 'admin'].map((id) => cookieOf(app, id)));
  const failed: string[] = [];
  const all = await addresses();
  expect(all.length).toBeGreaterThan(40);
  for (const address of all) {
    for (const [at, part] of parts.entries()) {
      const path = address.replace(/:(\w+)\??/g, part);
      const cookie = cookies[at % 2]!;
      const looked = await fetch(portal.url + path, { headers: { cookie }, redirect: 'manual' });
      const sent = await portal.post(path, bodies[at % bodies.length]!, { cookie });
      for (const [how, reply] of [['GET', looked], ['POST', sent]] as const) {
        await reply.arrayBuffer();
        if (reply.status >= 500 || (reply.headers.get('set-cookie') ?? '').includes('a=b')) failed.push(`${reply.status} ${how} ${path.slice(0, 80)}`);
      }
    }
  }
  expect([...new Set(failed)]).toEqual([]);
}, 180_000);

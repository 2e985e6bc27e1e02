import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import Database from '#db/dialects/sqlite-driver.ts';
import { expect, test } from 'vitest';
import { testApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { chanceFrom } from '#tests/support/chance.ts';
import { times } from '#tests/support/repetitions.ts';
import { cookieOf } from '#tests/support/visit.ts';
import { sourceBuild, wholePortal } from '#tests/support/whole-portal.ts';

/** Every path that takes something, with invented ids. */
async function takingPaths(): Promise<string[]> {
  const { routes } = await sourceBuild();
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? [pathOf(route.parentId), route.path ?? ''].filter(Boolean).join('/') : '';
  };
  return Object.values(routes).flatMap((route) => (route?.module.action ? [`/${pathOf(route.id).replace(/:(\w+)\??/g, 'north-1')}`] : []));
}

const words = ['__proto__', 'constructor', 'toString', 'length', 'email', 'name', 'k', 'to', 'language', 'languages', 'role', 'title', 'question[]', 'a[b][c]', '[]', '', 'do', 'cuts[]', 'closes', 'opens', 'department', 'people', 'answers'];
const values = ['', '0', '-1', '1e999', 'NaN', 'null', '%00', '%ff%fe', '%', '%u0000', '字'.repeat(20), 'x'.repeat(3000), '2026-02-30', '9999999999999999999', '<script>', "' or 1=1 --", '../../etc/passwd', '{"a":1}', 'undefined', '[object Object]', '%F0%9F%92%A9', '\u202e'];

function bodyFrom(chance: (below: number) => number): string {
  const pick = (list: readonly string[]) => list[chance(list.length)]!;
  const pairs = Array.from({ length: chance(8) }, () => `${pick(words)}${chance(6) ? '=' : ''}${pick(values)}`);
  const text = pairs.join(pick(['&', '&', '&', ';', '&&']));
  if (chance(4) || text.length === 0) return text;
  const at = chance(text.length);
  return text.slice(0, at) + String.fromCharCode(chance(256)) + text.slice(at + chance(3));
}

test('mutated bodies on every action are answered, never by a failure, and what was refused has left nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-mutated-'));
  const database = join(folder, 'murmur.sqlite');
  const app = await testApp({ dataFolder: folder, database });
  await aSmallCompany(app);
  const portal = await wholePortal(app, {}, { mostInAMinute: 1_000_000 });
  const paths = await takingPaths();
  expect(paths.length).toBeGreaterThan(20);
  const cookies = [undefined, await cookieOf(app, 'hr'), await cookieOf(app, 'admin'), await cookieOf(app, 'north-1')];
  const watch = new Database(database, { readonly: true });
  const version = () => watch.pragma('data_version', { simple: true });
  const chance = chanceFrom(9);
  const statuses = new Map<number, number>();
  for (let count = 0; count < times(400, 100_000); count += 1) {
    const path = `${paths[count % paths.length]!}${chance(3) ? '' : '?_data=routes%2Flanguage'}`;
    const cookie = cookies[chance(cookies.length)];
    const type = ['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'][chance(5)]!;
    const body = bodyFrom(chance);
    const before = version();
    const { status } = await portal.post(path, body, { 'content-type': type, accept: '*/*', ...(cookie && { cookie }) });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status >= 500) throw new Error(`${status} ${path} ${type} ${JSON.stringify(body)} ${app.logged.at(-1) ?? ''}`);
    if (status >= 400 && version() !== before) throw new Error(`${status} ${path} kept something of ${JSON.stringify(body)}`);
  }
  watch.close();
  await app.data.close();
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`mutated bodies: ${[...statuses].sort().map(([status, count]) => `${status}: ${count}`).join(', ')}\n`);
}, times(180_000, 14_400_000));

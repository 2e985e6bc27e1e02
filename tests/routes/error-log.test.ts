// What the portal writes to its log when a page fails: enough to find the fault, nothing with which to sign in.
import { expect, test } from 'vitest';
import { handleError } from '#app/entry.server.tsx';
import { testApp } from '#tests/support/app.ts';

async function loggedFor(path: string, error: unknown = new Error('broken')): Promise<string> {
  const app = await testApp();
  handleError(error, { request: new Request(new URL(path, app.config.publicUrl)), context: { app, nonce: '' } as never });
  return app.logged.join('\n');
}

test.each([
  ['/sign-in/a-secret-that-opens?to=/results', '/sign-in/…'],
  ['/sign-in/a-secret-that-opens/', '/sign-in/…'],
  ['/setup/a-secret-that-opens', '/setup/…'],
])('a failure at %s is logged without the secret of the link', async (path, told) => {
  const logged = await loggedFor(path);
  expect(logged).toContain(told);
  expect(logged).not.toContain('a-secret-that-opens');
  expect(logged).not.toContain('to=');
});

test('a failure elsewhere names its page, without what was asked for in the address', async () => {
  expect(await loggedFor('/results/pulse/full?department=north&secret=x')).toMatch(/"path":"\/results\/pulse\/full"/);
  expect(await loggedFor('/results/pulse/full?department=north&secret=x')).not.toContain('north');
});

test('a page that does not exist is no failure, and leaves no line', async () => {
  expect(await loggedFor('/sign-in/a-secret-that-opens', { status: 404 })).toBe('');
});

// The address of a shared device: large keys, and an answer for its script, so that a typed code becomes no page of the browser's history.
import { expect, test } from 'vitest';
import { slipsOf } from '#app/services/surveys/slips.server.ts';
import { plainEndpoints } from '#tests/support/plain-endpoints.ts';
import { aCompanyWithFewAddresses, hands, printed, sealedWith } from '#tests/support/slips.ts';

test('the device types a code by keys, is told in JSON, and a new holder stands ready for everybody', async () => {
  const app = await aCompanyWithFewAddresses();
  const { hash } = await sealedWith(app, { kind: 'print', emails: hands });
  const block = (await slipsOf(app, 'pulse'))!.piles[0]!.block;
  const { codes } = await printed(app, block);
  const { url } = await plainEndpoints(app);

  const opened = await fetch(`${url}/kiosk?lang=zh-Hans`);
  const html = await opened.text();
  expect([opened.status, opened.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(opened.headers.get('content-security-policy')).toMatch(/connect-src 'self'/);
  expect(html).toContain('<html lang="zh-Hans">');
  const keys = [...html.matchAll(/<button type="button" value="(.)">\1<\/button>/g)].map(([, key]) => key);
  expect(keys.sort().join('')).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
  expect(html).toContain('autocomplete="off"');

  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const post = (code: string, cookie: string) =>
    fetch(`${url}/kiosk`, { method: 'POST', headers: { accept: 'application/json', origin: url, cookie }, body: new URLSearchParams({ code }) });
  const first = cookieOf(opened);
  const wrong = await post('0000-0000-0000', first);
  expect([wrong.status, await wrong.json()]).toEqual([422, { trouble: 'wrong' }]);
  const right = await post(codes[0]!, first);
  const { to } = (await right.json()) as { to: string };
  expect(to).toMatch(new RegExp(`^/ballot/[0-9a-f]{64}#${hash}&kiosk&slip$`));
  expect(await (await post('7K2M', '')).json()).toEqual({ trouble: 'cookie' });
  expect(cookieOf(await fetch(`${url}/kiosk`, { headers: { cookie: first } }))).not.toBe(first);
});

test('the page for one’s own device has neither keys nor a way to ask anybody', async () => {
  const app = await aCompanyWithFewAddresses();
  const { url } = await plainEndpoints(app);
  const page = await fetch(`${url}/code`);
  expect(page.headers.get('content-security-policy')).not.toContain('connect-src');
  expect(await page.text()).not.toMatch(/class="keys"|setInterval/);
});

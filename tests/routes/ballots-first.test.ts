import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { bodyBytes } from '#app/domain/responses/ballot-format.ts';
import { ballotsFirst } from '#app/platform/ballots-first.server.ts';
import { testApp } from '#tests/support/app.ts';
import { plainEndpoints } from '#tests/support/plain-endpoints.ts';

test('a stranger whose ballot never ends, or has no paper, keeps no page waiting', async () => {
  const { url } = await plainEndpoints(await testApp());
  const { hostname, port } = new URL(url);
  const slow = connect(Number(port), hostname);
  slow.on('error', () => {});
  await new Promise<void>((resolve) => slow.once('connect', () => resolve()));
  slow.write(`POST /box/pulse HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: ${bodyBytes}\r\n\r\nbeginning`);
  // Answered behind it, so that the first has been seen.
  expect((await fetch(`${url}/box/pulse`, { method: 'POST', body: new Uint8Array(bodyBytes) })).status).toBeGreaterThanOrEqual(400);
  let gone = false;
  void ballotsFirst(60_000).then(() => (gone = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(gone).toBe(true);
  slow.destroy();
});

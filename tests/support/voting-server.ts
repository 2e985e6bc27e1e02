// The ballot's endpoints in a process of their own, so that a test can kill it: voting-server.ts FOLDER. Says where it is, and closes the
// survey when it is told to.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { anonymous } from '#app/http/anonymous.server.ts';
import { papers } from '#app/http/papers.server.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { closeSurvey, startSurveys } from '#app/services/publication.server.ts';
import '#app/text/all.server.ts';

const folder = process.argv[2] ?? '';
const opened = await openApp({ ...readConfig({ dataFolder: folder, port: 3000 }, {}), buildFolder: join(folder, 'build') });
const app = { ...opened, now: () => new Date('2026-11-22T12:00:00Z'), today: () => '2026-11-22' as ReturnType<typeof opened.today> };
await startSurveys(app);
const fast = { perSecond: 10_000, burst: 10_000 };
const handlers = [anonymous(app, fast), papers(app, fast)];
const server = createServer((request, response) => {
  if (!handlers.some((handle) => handle(request, response))) response.writeHead(404).end();
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`));

for await (const order of createInterface({ input: process.stdin })) {
  if (order !== 'close') continue;
  const closed = await closeSurvey(app, 'pulse');
  process.stdout.write(`${closed.ok ? 'closed' : closed.because}\n`);
}

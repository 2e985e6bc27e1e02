// One pattern that the clock does not understand and the server does not start.
import { expect, test } from 'vitest';
import { jobsOf } from '#app/main.server.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import { schedule } from '#app/platform/scheduler.server.ts';
import { testApp } from '#tests/support/app.ts';

test('the clock understands when each job comes', async () => {
  const app = await testApp();
  const mailer = openMailer({ ...app.config, smtp: 'smtp://127.0.0.1:9' });
  const jobs = jobsOf(app, mailer);
  expect(jobs.map(({ name }) => name)).toContain('send letters');
  const stop = schedule(jobs, app.log, app);
  await stop();
  mailer?.close();
});

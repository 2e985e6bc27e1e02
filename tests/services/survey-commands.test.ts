// murmur survey: list, close, give-up, retry, as somebody at a terminal reads them.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { surveyClose, surveyGiveUp, surveyList, surveyRetry } from '#app/cli/survey.ts';
import type { Command } from '#app/cli/command.ts';
import { letGo } from '#app/services/responses.server.ts';
import { setAside } from '#app/services/publication.server.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { dayAt } from '#app/domain/kernel/local-time.ts';
import { hasBox, holdBoxes, placeOf } from '#db/boxes.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';

let folder: string;
let app: TestApp;

// The commands ask the computer's own clock.
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-survey-'));
  app = await ballotApp({ dataFolder: folder, database: join(folder, 'murmur.sqlite'), now: new Date().toISOString() });
  const today = dayAt(new Date(), app.timeZone());
  await sealed(app, aDraft('pulse', { opens: today, closes: today }));
  await rehearse(app, 'pulse', [1, 2, 3, 4, 5, 6].map((number) => ({ personId: `operations-${number}`, answers: { 'PAY-01': 4 } })));
  await letGo(app);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function said(command: Command, ...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await command.run(args, { out: (line) => out.push(line), err: (line) => err.push(line), dataFolder: folder, json: false });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('a survey is listed and closed', async () => {
  expect((await said(surveyList)).out).toMatch(/^pulse {2}open +Pulse$/m);
  expect(await said(surveyClose, 'nothing')).toMatchObject({ code: 1 });
  expect(await said(surveyClose, 'pulse')).toMatchObject({ code: 0, out: expect.stringMatching(/^closed; its release is [0-9a-f]{64}$/) });
  expect((await said(surveyList)).out).toContain('closed');
});

test('a survey that is well is not given up, and one that is set aside only with its title', async () => {
  expect(await said(surveyGiveUp, 'pulse', '--title', 'Pulse')).toMatchObject({ code: 1 });
  expect(hasBox(folder, 'pulse')).toBe(true);
  writeFileSync(placeOf(folder, 'pulse').roll, 'damaged');
  await setAside(app, 'pulse', 'damaged');
  expect((await said(surveyList)).out).toContain('Files of its box cannot be read');
  expect(await said(surveyRetry, 'pulse')).toMatchObject({ code: 1, out: expect.stringContaining('still set aside') });
  expect(await said(surveyGiveUp, 'pulse', '--title', 'Puls')).toMatchObject({ code: 1, err: expect.stringContaining('not the survey’s title') });
  expect(hasBox(folder, 'pulse')).toBe(true);
  expect(await said(surveyGiveUp, 'pulse', '--title', 'Pulse')).toMatchObject({ code: 0, err: expect.stringContaining('destroyed for good') });
  expect(hasBox(folder, 'pulse')).toBe(false);
});

test('a box that was elsewhere is counted when somebody asks for it', async () => {
  const { box } = placeOf(folder, 'pulse');
  renameSync(box, `${box}-elsewhere`);
  await setAside(app, 'pulse', 'damaged');
  renameSync(`${box}-elsewhere`, box);
  expect(await said(surveyRetry, 'pulse')).toMatchObject({ code: 0, out: 'it goes on' });
  expect(await said(surveyClose, 'pulse')).toMatchObject({ code: 0 });
});

test('beside a portal that runs, the wish is written down for it', async () => {
  await setAside(app, 'pulse', 'damaged');
  holdBoxes(folder);
  expect(await said(surveyGiveUp, 'pulse', '--title', 'Pulse')).toMatchObject({ code: 0, out: expect.stringContaining('within a minute') });
  expect(hasBox(folder, 'pulse')).toBe(true);
});

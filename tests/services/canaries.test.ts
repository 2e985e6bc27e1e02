// Planted strings: who somebody is on one side, what that person's ballot is on the other. No file of the data folder and no line of
// the log may ever hold one of each.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dropBallot, letGo } from '#app/services/responses.server.ts';
import { backUp } from '#app/services/installation/back-up.server.ts';
import { closeSurvey } from '#app/services/publication.server.ts';
import { sealWith, takePaper } from '#app/services/privacy/rehearse.server.ts';
import { aDraft, ballotApp, everybody, sealed } from '#tests/support/open-survey.ts';

const identity = { name: 'Canary Nightingale-Zebra', email: 'canary.zebra@amber.example' };
const words = 'canary-words-quartz-in-an-answer';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const forms = (bytes: Uint8Array): Buffer[] => [Buffer.from(bytes), ...(['hex', 'base64', 'base64url'] as const).map((form) => Buffer.from(Buffer.from(bytes).toString(form)))];

test('name, e-mail, answer, serial and receipt of a person never share a file or a line of the log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-canaries-'));
  const outside = mkdtempSync(join(tmpdir(), 'murmur-canaries-backup-'));
  const app = await ballotApp({ dataFolder: folder, database: join(folder, 'murmur.sqlite'), buildFolder: undefined });
  try {
    const person = (await app.data.people.get('north-1'))!;
    await app.data.people.save({ ...person, ...identity });
    await sealed(app, aDraft('pulse'));
    const ballots: Uint8Array[] = [];
    for (const personId of ['north-1', ...(await everybody(app)).filter((id) => id !== 'north-1').slice(0, 8)]) {
      const taken = await takePaper(app, 'pulse', personId);
      const body = await sealWith(app, taken, { 'PAY-01': 1, 'PAY-01:text': words, open: words });
      if (personId === 'north-1') ballots.push(body);
      expect(await dropBallot(app, 'pulse', body)).toMatchObject({ ok: true });
    }
    const [body] = ballots as [Uint8Array];
    const receipt = createHash('sha256').update(body).digest();
    const who = Object.values(identity).map((text) => Buffer.from(text));
    const what = [Buffer.from(words), ...forms(body.subarray(3, 35)), ...forms(body.subarray(35, 99)), ...forms(receipt)];
    const both: string[] = [];
    const seen = { who: 0, what: 0 };
    const look = (where: string, content: Buffer) => {
      const [known, told] = [who, what].map((planted) => planted.some((one) => content.includes(one)));
      seen.who += known ? 1 : 0;
      seen.what += told ? 1 : 0;
      if (known && told) both.push(where);
    };
    const lookEverywhere = () => {
      for (const path of [folder, outside].flatMap(filesBelow)) look(path, readFileSync(path));
      for (const line of app.logged) look(line, Buffer.from(line));
    };

    lookEverywhere();
    // The search is alive: while the survey is open the directory holds the name and the box the serial.
    expect(Math.min(seen.who, seen.what)).toBeGreaterThan(0);
    expect((await backUp(app.config, join(outside, 'while-open'), '2026-11-22T12:00:00.000Z')).ok).toBe(true);
    lookEverywhere();
    await closeSurvey(app, 'pulse');
    expect((await backUp(app.config, join(outside, 'after-closing'), '2026-11-22T13:00:00.000Z')).ok).toBe(true);
    lookEverywhere();
    expect(both).toEqual([]);
  } finally {
    await letGo(app);
    for (const one of [folder, outside]) rmSync(one, { recursive: true, force: true });
  }
});

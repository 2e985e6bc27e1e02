// Database and data folder belong together, and one server at a time holds them, on both databases.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { letGo } from '#app/services/responses.server.ts';
import { decide } from '#app/services/surveys/decide-set-asides.server.ts';
import { holdInstallation, lookAfterSetAsides, setAsideIfMissing, startSurveys, type Hold } from '#app/services/publication.server.ts';
import { mistakeOf } from '#app/cli/start-mistakes.ts';
import { databases } from '#tests/support/databases.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';

let home: string;
const holds: Hold[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'murmur-installation-'));
});

afterEach(async () => {
  for (const hold of holds.splice(0)) await hold.letGo();
  rmSync(home, { recursive: true, force: true });
});

async function hold(app: TestApp): Promise<Hold> {
  const held = await holdInstallation(app);
  holds.push(held);
  return held;
}

/** What whoever starts it reads. */
async function refusal(app: TestApp): Promise<string | null> {
  try {
    await hold(app);
    return null;
  } catch (error) {
    return mistakeOf(error, app.config.database);
  }
}

describe.each(databases)('an installation on $name', (database) => {
  let address: string;

  beforeEach(async () => {
    address = await database.create();
    if (address === ':memory:') address = join(home, 'database', 'murmur.sqlite');
  });

  const appIn = (folder: string, more = {}) => testApp({ database: address, dataFolder: join(home, folder), ...more });

  test('starts again on its own folder, and not on another one while a survey is open', async () => {
    const app = await ballotApp({ database: address, dataFolder: join(home, 'one') });
    await (await hold(app)).letGo();
    await sealed(app, aDraft('pulse'));
    await letGo(app);
    expect(await refusal(await appIn('one'))).toBeNull();
    await holds.pop()!.letGo();
    const elsewhere = await appIn('two');
    const said = await refusal(elsewhere);
    expect(said).toContain('the ballots of «Pulse» (pulse) are not in');
    expect(said).toContain('nothing was changed');
    expect((await app.data.surveys.get('pulse'))?.state).toBe('sealed');
  });

  test('starts on a new folder when somebody has said that the old one is gone for good', async () => {
    const app = await ballotApp({ database: address, dataFolder: join(home, 'one') });
    await (await hold(app)).letGo();
    await sealed(app, aDraft('pulse'));
    await letGo(app);
    const elsewhere = await appIn('two');
    await setAsideIfMissing(elsewhere, 'pulse');
    expect((await decide(elsewhere, { surveyId: 'pulse', wish: 'give-up', actorId: null, title: 'Pulse' })).ok).toBe(true);
    await lookAfterSetAsides(elsewhere);
    expect((await app.data.surveys.get('pulse'))?.state).toBe('lost');
    expect(await refusal(elsewhere)).toBeNull();
  });

  test('refuses the folder of another database', async () => {
    const app = await ballotApp({ database: address, dataFolder: join(home, 'one') });
    await (await hold(app)).letGo();
    await sealed(app, aDraft('pulse'));
    await letGo(app);
    const other = await database.create();
    const stranger = await testApp({ database: other === ':memory:' ? join(home, 'other.sqlite') : other, dataFolder: join(home, 'one') });
    expect(await refusal(stranger)).toContain('holds ballots of surveys that this database does not know');
    await stranger.data.installation.setKey('a key of its own');
    expect(await refusal(stranger)).toContain('belongs to another database');
    // Nothing of it was touched: with its own database it goes on.
    const back = await appIn('one', { buildFolder: app.config.buildFolder });
    expect(await refusal(back)).toBeNull();
    await startSurveys(back);
    expect(await back.data.setAsides.all()).toEqual([]);
    await letGo(back);
  });

  test('is held without a time that a disk keeps beside those who sign in, where a disk keeps it', async () => {
    const app = await appIn('one');
    await hold(app);
    const free = await app.data.installation.hold({ holder: 'another', dead: null, now: '2020-01-01T00:00:00.000Z', until: '2020-01-02T00:00:00.000Z' });
    expect(free).toBe(database.name === 'SQLite');
  });

  test('is held by one server; a second one refuses, and takes over what a dead one left', async () => {
    const first = await appIn('one');
    const held = await hold(first);
    const second = await appIn('two');
    await second.data.installation.setKey((await first.data.installation.key())!);
    expect(await refusal(second)).toContain('another server holds this installation');
    // A dead server prolongs nothing: its lease runs out.
    const hours = (more: number) => new Date(Date.now() + more * 3_600_000).toISOString();
    expect(await second.data.installation.hold({ holder: 'second', dead: null, now: hours(1), until: hours(2) })).toBe(true);
    expect(await first.data.installation.hold({ holder: 'first', dead: null, now: hours(1), until: hours(2) })).toBe(false);
    await held.letGo();
    expect(await second.data.installation.isHeld(hours(1))).toBe(true);
  });
});

import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from '#db/dialects/sqlite-driver.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { Config } from '#app/platform/config.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { backUp, restore, verifyBackup } from '#app/services/installation/back-up.server.ts';
import { writeOwedLetters } from '#app/services/notifications/owe-letters.server.ts';
import { tellOfRestored } from '#app/services/publication.server.ts';
import { openData, type Data } from '#db/index.server.ts';
import { databases } from '#tests/support/databases.ts';
import { testApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';

const now = '2026-11-22T12:00:00.000Z';
const said = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });
const survey = (id: string, more: Partial<Survey>): Survey => ({
  id,
  state: 'sealed',
  title: said('Pulse'),
  purpose: said('To know'),
  opens: day('2026-11-20'),
  closes: day('2026-12-04'),
  programme: null,
  definition: { k: 5, languages: ['en'], questions: [], cuts: [] },
  manifestHash: `manifest-of-${id}`,
  createdBy: null,
  createdAt: now,
  closedAt: null, closedOn: null,
  ...more,
});

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-backup-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each(databases)('a backup from and to $name', (database) => {
  async function installation(name: string): Promise<Config> {
    const address = await database.create();
    const dataFolder = join(folder, name);
    mkdirSync(dataFolder);
    // In memory nothing stays between two openings: here the embedded database is a file.
    return { ...readConfig({ dataFolder }, {}), database: address === ':memory:' ? join(dataFolder, 'murmur.sqlite') : address };
  }

  async function filled(): Promise<Config> {
    const config = await installation('from');
    const app = await testApp({ database: config.database, dataFolder: config.dataFolder });
    await aSmallCompany(app);
    await app.data.surveys.add(survey('open', {}));
    await app.data.manifests.add({ hash: 'manifest-of-open', surveyId: 'open', text: '{"murmur":1}' });
    await app.data.surveys.add(survey('done', { state: 'closed', closedAt: now }));
    await app.data.releases.add({ surveyId: 'done', hash: 'h', previous: null, position: 0, text: '{"release":1}', releasedAt: now });
    await app.data.sessions.save({ tokenHash: 'secret-session', personId: 'hr', createdOn: day('2024-01-01'), expiresOn: day('2099-01-01') });
    await app.data.letters.addAll([newLetter({ id: 'l', to: 'hr@amber.example', subject: 'Hello', text: 'secret-link', dueOn: day(now.slice(0, 10)) })]);
    for (const [place, name] of [['releases', 'done.json'], ['open/open', 'box.sqlite'], ['open/open/keys', 'box']] as const) {
      mkdirSync(join(config.dataFolder, place), { recursive: true });
      writeFileSync(join(config.dataFolder, place, name), 'canary-of-the-box');
    }
    return config;
  }

  async function reading<T>(config: Config, work: (data: Data) => Promise<T>): Promise<T> {
    const data = await openData(config.database);
    try {
      return await work(data);
    } finally {
      await data.close();
    }
  }

  test('holds the languages that somebody added, and brings them back beside newer ones', async () => {
    const config = await filled();
    mkdirSync(join(config.dataFolder, 'languages'));
    writeFileSync(join(config.dataFolder, 'languages', 'it.po'), 'msgid ""');
    writeFileSync(join(config.dataFolder, 'languages', 'notes.txt'), 'of nobody’s business');
    await backUp(config, join(folder, 'copy'), now);
    expect(readdirSync(join(folder, 'copy', 'languages'))).toEqual(['it.po']);
    expect(readFileSync(join(folder, 'copy', 'SHA256SUMS'), 'utf8')).toContain('  languages/it.po\n');
    const to = await installation('to');
    const po = () => readFileSync(join(to.dataFolder, 'languages', 'it.po'), 'utf8');
    expect((await restore(to, join(folder, 'copy'), { replace: false, at: now })).ok).toBe(true);
    expect(po()).toBe('msgid ""');
    writeFileSync(join(to.dataFolder, 'languages', 'it.po'), 'newer');
    await restore(to, join(folder, 'copy'), { replace: false, at: now });
    expect(po()).toBe('newer');
    expect((await restore(to, join(folder, 'copy'), { replace: true, at: now })).ok).toBe(true);
    expect(po()).toBe('msgid ""');
    appendFileSync(join(folder, 'copy', 'languages', 'it.po'), ' ');
    expect(await verifyBackup(join(folder, 'copy'))).toMatchObject({ ok: false, because: 'changed-file', details: { file: 'languages/it.po' } });
  });

  test('is not brought back under a portal that runs', async () => {
    const backup = join(folder, 'backup');
    await backUp(await filled(), backup, now);
    const config = await installation('to');
    mkdirSync(join(config.dataFolder, 'open'));
    const running = new Database(join(config.dataFolder, 'open', '.held'));
    running.exec('begin exclusive');
    expect(await restore(config, backup, { replace: true, at: now })).toMatchObject({ ok: false, because: 'portal-runs' });
    running.close();
    expect((await restore(config, backup, { replace: true, at: now })).ok).toBe(true);
  });

  test('brings everything back as it was', async () => {
    const from = await filled();
    const copy = join(folder, 'copy');
    expect(await backUp(from, copy, now)).toMatchObject({ ok: true, value: { releases: 1 } });
    const to = await installation('to');
    expect(await restore(to, copy, { replace: false, at: now })).toMatchObject({ ok: true, value: { lost: 1, releases: 1 } });
    const people = await reading(from, (data) => data.people.all());
    await reading(to, async (data) => {
      expect(await data.people.all()).toEqual(expect.arrayContaining(people));
      expect(await data.people.count()).toBe(44);
      expect(await data.roles.of('hr')).toEqual(['hr']);
      expect((await data.releases.latest())?.text).toBe('{"release":1}');
      expect(await data.departments.headedBy('south-1')).toEqual(['sales']);
    });
  });

  test('marks surveys that were open as lost and leaves closed ones closed', async () => {
    const copy = join(folder, 'copy');
    await backUp(await filled(), copy, now);
    const to = await installation('to');
    await restore(to, copy, { replace: false, at: now });
    await reading(to, async (data) => {
      expect((await data.surveys.get('open'))?.state).toBe('lost');
      expect((await data.surveys.get('done'))?.state).toBe('closed');
    });
  });

  test('tells everybody of a survey that was open, once, and of one that was closed since nobody', async () => {
    const copy = join(folder, 'copy');
    await backUp(await filled(), copy, now);
    const to = await installation('to');
    await restore(to, copy, { replace: false, at: now });
    const app = await testApp({ dataFolder: to.dataFolder, database: to.database, now });
    const people = (await app.data.people.current()).filter(({ email }) => email !== null);
    const deciders = new Set([...(await app.data.roles.holders('hr')), ...(await app.data.roles.holders('administrator'))]);
    await tellOfRestored(app);
    await tellOfRestored(app);
    await writeOwedLetters(app);
    expect((await app.data.letters.counts()).waiting).toBe(people.length + people.filter(({ id }) => deciders.has(id)).length);
    const letters = await app.data.letters.claim({ now: '2099-01-01T00:00:00.000Z', until: '2099-01-01T00:00:00.000Z', limit: 1_000 });
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.every(({ text }) => text.includes('from a backup'))).toBe(true);
    expect(await app.data.setAsides.get('open')).toMatchObject({ ended: 'expired', wish: null });
  });

  test('holds no box, no key, no session and no letter', async () => {
    const copy = join(folder, 'copy');
    await backUp(await filled(), copy, now);
    const files = readdirSync(copy, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map((file) => file.name).sort()).toEqual(['SHA256SUMS', 'done.json', 'portal.jsonl']);
    const text = readFileSync(join(copy, 'portal.jsonl'), 'utf8');
    for (const secret of ['canary-of-the-box', 'secret-session', 'secret-link']) expect(text).not.toContain(secret);
  });

  test('is refused into an installation unless it may replace it', async () => {
    const from = await filled();
    const copy = join(folder, 'copy');
    await backUp(from, copy, now);
    await reading(from, (data) => data.roles.grant('north-1', 'hr'));
    expect(await restore(from, copy, { replace: false, at: now })).toMatchObject({ ok: false, because: 'not-empty' });
    await reading(from, async (data) => expect(await data.roles.of('north-1')).toEqual(['hr']));
    expect(await restore(from, copy, { replace: true, at: now })).toMatchObject({ ok: true });
    await reading(from, async (data) => expect(await data.roles.of('north-1')).toEqual([]));
  });

  test('that is damaged, incomplete or of a newer program restores nothing', async () => {
    const copy = join(folder, 'copy');
    await backUp(await filled(), copy, now);
    const file = join(copy, 'portal.jsonl');
    let whole = readFileSync(file, 'utf8');
    const to = await installation('to');
    const refusal = async () => (await restore(to, copy, { replace: false, at: now })) as { because?: string };
    truncateSync(file, whole.length - 20);
    expect(await refusal()).toMatchObject({ because: 'changed-file', details: { file: 'portal.jsonl' } });
    // Of an earlier version, without checksums.
    rmSync(join(copy, 'SHA256SUMS'));
    expect((await refusal()).because).toBe('no-checksums');
    whole = whole.replace('"version":2', '"version":1');
    writeFileSync(file, whole.slice(0, -20));
    expect((await refusal()).because).toBe('damaged-backup');
    writeFileSync(file, whole.split('\n').filter((line) => !line.includes('"north-3"')).join('\n'));
    expect((await refusal()).because).toBe('damaged-backup');
    writeFileSync(file, whole.replace('"0001-portal"', '"0001-portal","9999-future"'));
    expect((await refusal()).because).toBe('newer-backup');
    appendFileSync(file, '{"table":"sessions","row":{}}\n');
    expect((await refusal()).because).toBe('damaged-backup');
    rmSync(file);
    expect((await refusal()).because).toBe('no-backup');
    if (existsSync(to.database) || !to.database.endsWith('.sqlite')) await reading(to, async (data) => expect(await data.people.count()).toBe(0));
  });

  test('is refused with the name of the file, whichever byte of it changed', async () => {
    const copy = join(folder, 'copy');
    await backUp(await filled(), copy, now);
    expect(await verifyBackup(copy)).toMatchObject({ ok: true });
    const to = await installation('to');
    for (const file of ['portal.jsonl', 'releases/done.json', 'SHA256SUMS']) {
      const good = readFileSync(join(copy, file));
      for (const at of [0, good.length >> 1, good.length - 1]) {
        writeFileSync(join(copy, file), good.map((byte, index) => (index === at ? byte ^ 1 : byte)));
        const verified = await verifyBackup(copy);
        expect(verified.ok, `${file} ${at}`).toBe(false);
        // A checksum that changed blames the file it is of.
        if (file !== 'SHA256SUMS') expect(verified).toMatchObject({ because: 'changed-file', details: { file } });
        expect((await restore(to, copy, { replace: false, at: now })).ok).toBe(false);
      }
      writeFileSync(join(copy, file), good);
    }
    writeFileSync(join(copy, 'releases', 'other.json'), '{}');
    expect(await verifyBackup(copy)).toMatchObject({ because: 'changed-file', details: { file: 'releases/other.json' } });
    rmSync(join(copy, 'releases', 'other.json'));
    rmSync(join(copy, 'releases', 'done.json'));
    expect(await verifyBackup(copy)).toMatchObject({ because: 'missing-file', details: { file: 'releases/done.json' } });
  });

  test('is not written over something else', async () => {
    const from = await filled();
    writeFileSync(join(folder, 'something'), '');
    expect(await backUp(from, folder, now)).toMatchObject({ ok: false, because: 'folder-not-empty' });
  });
});

test('a backup of the embedded database is restored into the server’s, and back', async () => {
  const [embedded, server] = databases;
  if (!embedded || !server) return;
  const app = await testApp({ database: join(folder, 'murmur.sqlite'), dataFolder: folder });
  await aSmallCompany(app);
  const copy = join(folder, 'copy');
  await backUp(app.config, copy, now);
  const address = await server.create();
  expect(await restore({ ...app.config, database: address }, copy, { replace: false, at: now })).toMatchObject({ ok: true });
  const data = await openData(address);
  expect(await data.people.count()).toBe(44);
  await data.close();
  const back = join(folder, 'back');
  await backUp({ ...app.config, database: address }, back, now);
  expect(await restore({ ...app.config, database: join(folder, 'other.sqlite') }, back, { replace: false, at: now })).toMatchObject({ ok: true });
});

// What somebody reads who takes the disk: planted words are sought in the whole image, free blocks and the file system's journal
// included, after everything that can end has ended.
import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { letGo } from '#app/services/responses.server.ts';
import { giveUpPast } from '#app/services/past-surveys.server.ts';
import { forgetBrokenUploads, forgetOldStages as forgetOldPast, newStage as newPast, removeStage as removePast, writeResult } from '#app/services/past-surveys/stage-files.server.ts';
import { forgetWhatEnded } from '#app/services/installation/forget.server.ts';
import { forgetOldStages, newStage, removeStage } from '#app/services/organisation/stage-files.server.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { closeSurvey } from '#app/services/publication.server.ts';
import { enterByLink, newSignInLink, signOut } from '#app/services/access.server.ts';
import { largestFile } from '#app/forms/people-import.ts';
import { shredFolder } from '#db/disk.server.ts';
import { testApp, type TestApp, type TestOptions } from '#tests/support/app.ts';
import { aDraft, ballotApp, everybody, sealed } from '#tests/support/open-survey.ts';
import { blockSizes, rawImage, type RawImage } from '#tests/support/raw-image.ts';
import { cookieOf } from '#tests/support/visit.ts';
import { wholePortal } from '#tests/support/whole-portal.ts';

const timeLimit = 300_000;
const images: RawImage[] = [];
afterEach(() => images.splice(0).forEach((image) => image.remove()));

function anImage(blockBytes: number, megabytes?: number): RawImage {
  const image = rawImage(blockBytes, megabytes);
  images.push(image);
  return image;
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
let secrets = 0;
const newSecret = () => `secret-${(secrets += 1)}-${'q'.repeat(20)}`;
const words = (kind: string, count: number) => Array.from({ length: count }, (_, number) => `${kind}-${String(number).padStart(4, '0')}-${hashOf(`${kind}${number}`).slice(0, 12)}`);

async function onImage<T extends TestApp>(image: RawImage, open: typeof ballotApp | typeof testApp = ballotApp): Promise<T> {
  const app = await open({ dataFolder: image.folder, database: join(image.folder, 'murmur.sqlite') });
  return { ...app, newSecret } as unknown as T;
}

/** Everybody is asked, comes by the letter, asks for a link once more, leaves. Gives what must not be found later. */
async function aBusySurvey(app: TestApp): Promise<Record<string, string[]>> {
  await sealed(app, aDraft('pulse'));
  await inviteToOpenSurveys(app);
  const asking = await app.data.letters.claim({ now: '2099-01-01T00:00:00.000Z', until: app.now().toISOString(), limit: 1000 });
  const tokens = asking.map(({ text }) => /sign-in\/(\S+)/.exec(text)![1]!);
  const sessions: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const entered = await enterByLink(app, token);
    if (entered.ok) sessions.push(entered.value.secret);
    // Half of the letters wait until the survey closes.
    if (index % 2 === 0) await app.data.letters.sent(asking[index]!.id, app.today());
  }
  const targets = words('target', 90);
  const people = await everybody(app);
  for (const [index, to] of targets.entries()) {
    const link = await newSignInLink(app, people[index % people.length]!, { to: `/${to}` });
    await enterByLink(app, link.split('/').at(-1)!).then((entered) => entered.ok && sessions.push(entered.value.secret));
  }
  const texts = words('letter-text', 90);
  const addresses = words('address', 90);
  const others = texts.map((text, index) => newLetter({ id: app.newId(), to: `${addresses[index]}@amber.example`, subject: 's', text: text.repeat(1 + (index % 90)), dueOn: app.today() }));
  for (const letter of others) await app.data.letters.addAll([letter]);
  for (const [index, { id }] of others.entries()) if (index % 3 !== 0) await app.data.letters.sent(id, app.today());
  for (const { id } of others.filter((_, index) => index % 3 === 0)) await app.data.letters.failed(id, 'no such mailbox', null);
  for (const secret of sessions) await signOut(app, secret);
  const all = { 'links of letters': tokens, 'hashes of links': tokens.map(hashOf), 'where links led': targets, 'hashes of sessions': sessions.map(hashOf), 'texts of letters': texts, 'addresses of letters': addresses };
  // Forty of each are sought: an image is long.
  return Object.fromEntries(Object.entries(all).map(([kind, list]) => [kind, list.slice(0, 40)]));
}

describe.each(blockSizes)('a disk with blocks of %i bytes', (blockBytes) => {
  test('after a survey has closed and the day is over nothing tells who came by which link', async () => {
    const image = anImage(blockBytes);
    const app = await onImage(image);
    const planted = await aBusySurvey(app);
    const before = Object.values(planted).reduce((sum, list) => sum + image.found(list), 0);
    expect(before).toBeGreaterThan(60);
    await closeSurvey(app, 'pulse');
    await letGo(app);
    app.setNow('2027-02-01');
    await forgetWhatEnded(app);
    const left = Object.fromEntries(Object.entries(planted).map(([kind, list]) => [kind, image.found(list)]));
    process.stdout.write(`${blockBytes}-byte blocks, before ${before}, after: ${JSON.stringify(left)}\n`);
    expect(left).toEqual(Object.fromEntries(Object.keys(planted).map((kind) => [kind, 0])));
    await app.data.close();
    for (const [kind, list] of Object.entries(planted)) expect([kind, image.found(list)]).toEqual([kind, 0]);
  }, timeLimit);

  test('closing the survey alone takes what asked for answers off the disk', async () => {
    const image = anImage(blockBytes);
    const app = await onImage(image);
    const planted = await aBusySurvey(app);
    await closeSurvey(app, 'pulse');
    for (const kind of ['links of letters', 'hashes of links', 'where links led', 'hashes of sessions']) expect([kind, image.found(planted[kind]!)]).toEqual([kind, 0]);
    await app.data.close();
  }, timeLimit);

  const content = words('comment', 20);
  const lines = `id;comment\n${content.map((word, index) => `${index};${word.repeat(40)}`).join('\n')}\n`;

  const ends: readonly (readonly [string, (app: TestApp) => Promise<void>])[] = [
    ['a people file that was imported, or refused', async (app) => {
      const stage = newStage(app);
      writeFileSync(join(stage.folder, 'people'), lines);
      await removeStage(app, stage.id);
    }],
    ['a people file nobody came back for', async (app) => {
      const stage = newStage(app);
      writeFileSync(join(stage.folder, 'people'), lines);
      app.setNow(new Date(Date.now() + 2 * 3_600_000).toISOString());
      await forgetOldStages(app);
    }],
    ['a past survey that was given up', async (app) => {
      const stage = newPast(app);
      writeFileSync(join(stage.folder, 'answers'), lines);
      await giveUpPast(app, stage.id);
    }],
    ['a past survey that was published', async (app) => {
      const stage = newPast(app);
      writeFileSync(join(stage.folder, 'answers'), lines);
      await removePast(app, stage.id);
    }],
    ['a past survey after a day', async (app) => {
      const stage = newPast(app);
      writeFileSync(join(stage.folder, 'answers'), lines);
      app.setNow(new Date(Date.now() + 25 * 3_600_000).toISOString());
      await forgetOldPast(app);
    }],
    ['an upload that broke off with the portal', async (app) => {
      const stage = newPast(app);
      writeFileSync(join(stage.folder, 'answers'), lines);
      await forgetBrokenUploads(app);
    }],
    ['an end that a crash interrupted', async (app) => {
      const folder = join(app.config.dataFolder, 'past', '.going-stage');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'answers'), lines);
      await forgetOldPast(app);
    }],
    ['what was read of a file, when it is read again', async (app) => {
      const stage = newPast(app);
      writeResult(stage, 'names', { lines });
      writeResult(stage, 'names', { lines: '' });
      expect(readdirSync(stage.folder)).toEqual(['names.json']);
    }],
  ];

  test.each(ends)('nothing is left of %s', async (_end, carryOut) => {
    const image = anImage(blockBytes);
    const app = await onImage(image, testApp);
    let before = 0;
    const folders = ['uploads', 'past'].map((name) => join(image.folder, name));
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    const probe = join(image.folder, 'probe');
    writeFileSync(probe, lines);
    before = image.found(content);
    mkdirSync(join(image.folder, 'probes'));
    writeFileSync(join(image.folder, 'probes', 'probe'), lines);
    await shredFolder(join(image.folder, 'probes'));
    writeFileSync(probe, Buffer.alloc(readFileSync(probe).length, 1), { flag: 'r+' });
    expect(before).toBe(content.length);
    await carryOut(app);
    expect(image.found(content)).toBe(0);
    await app.data.close();
  }, timeLimit);
});

test('a folder that is ended while somebody writes into it is gone whole', async () => {
  const app = await testApp();
  const folder = join(app.config.dataFolder, 'past', 'stage');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'answers'), 'x'.repeat(3_000_000));
  const both = [shredFolder(folder), shredFolder(folder)];
  await Promise.all(both);
  expect(readdirSync(join(app.config.dataFolder, 'past'))).toEqual([]);
});

test('a file that ends is overwritten where it lies', async () => {
  const app = await testApp();
  const folder = join(app.config.dataFolder, 'past', 'stage');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'answers'), 'a comment');
  // A second name of the same file: what is left of it can still be read there.
  linkSync(join(folder, 'answers'), join(app.config.dataFolder, 'kept'));
  await shredFolder(folder);
  expect(readFileSync(join(app.config.dataFolder, 'kept'), 'latin1')).not.toContain('comment');
});

/** Letters leave on working days. */
const aMonday = '2026-11-23T12:00:00.000Z';

async function onDisk(options: TestOptions = {}): Promise<{ app: TestApp; file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-log-'));
  const file = join(folder, 'murmur.sqlite');
  return { app: await ballotApp({ ...options, dataFolder: folder, database: file }), file };
}

test('a link that was used is gone, also for whoever has the file', async () => {
  const { app } = await onDisk();
  const link = await newSignInLink(app, 'north-1', { to: '/somewhere' });
  const token = link.split('/').at(-1)!;
  expect((await enterByLink(app, token)).ok).toBe(true);
  expect(await app.data.signInLinks.get(hashOf(token))).toBeNull();
});

test('closing takes the links and the letters that ask with it', async () => {
  const { app } = await onDisk({ now: aMonday });
  await sealed(app, aDraft('pulse', { opens: app.today() }));
  await inviteToOpenSurveys(app);
  expect((await app.data.letters.counts()).waiting).toBe(44);
  await closeSurvey(app, 'pulse');
  expect(await app.data.letters.counts()).toEqual({ waiting: 0, givenUp: 0 });
}, timeLimit);

test('the log of the data holds nothing that was deleted, and stays valid', async () => {
  const { app, file } = await onDisk();
  const target = 'where-this-link-led';
  const link = await newSignInLink(app, 'north-1', { to: `/${target}` });
  await enterByLink(app, link.split('/').at(-1)!);
  expect(readFileSync(`${file}-wal`).includes(target)).toBe(true);
  expect(await app.data.overwrite('everything')).toBe(true);
  expect(readFileSync(`${file}-wal`).includes(target)).toBe(false);
  expect((await app.data.people.get('north-1'))?.id).toBe('north-1');
});

/** As a program sends it that does not know the size beforehand: nothing is refused before it has come. */
function sentInPieces(url: string, cookie: string, pieces: Iterable<string>): Promise<Response> {
  const head = '--edge\r\ncontent-disposition: form-data; name="people"; filename="people.csv"\r\ncontent-type: text/csv\r\n\r\n';
  const sent = (function* () {
    yield head;
    yield* pieces;
    yield '\r\n--edge--\r\n';
  })();
  const body = new ReadableStream({
    pull(controller) {
      const { value } = sent.next();
      if (value) controller.enqueue(Buffer.from(value));
      else controller.close();
    },
  });
  const headers = { cookie, origin: url, 'content-type': 'multipart/form-data; boundary=edge' };
  return fetch(`${url}/people/import?index&_data=routes%2Fpeople.import._index`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
}

test.skipIf(blockSizes.length === 0)('nothing is left of an upload that was refused half-way as too large', async () => {
  // Room for the file twice over: it must not be the disk that refuses.
  const image = anImage(4096, 112);
  const app = await onImage(image);
  const planted = words('name', 8);
  const portal = await wholePortal(app);
  const pieceBytes = largestFile / planted.length;
  const pieces = planted.map((word) => `${word};`.repeat(Math.ceil(pieceBytes / (word.length + 1))));
  let before = 0;
  // Looked at before the last piece that may come, and the one that is too much.
  const lookedAt = function* () {
    yield* pieces.slice(0, -1);
    before = image.found(planted);
    yield pieces.at(-1)!;
    yield pieces[0]!;
  };
  const reply = await sentInPieces(portal.url, await cookieOf(app, 'hr'), lookedAt());
  expect([reply.status, await reply.json()]).toMatchObject([413, { errors: { people: 'file-too-large' }, values: {} }]);
  const after = image.found(planted);
  await app.data.close();
  process.stdout.write(`an upload refused half-way, before ${before}, after: ${after}\n`);
  expect(before).toBeGreaterThan(0);
  expect(after).toBe(0);
}, timeLimit);

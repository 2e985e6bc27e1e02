import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '#app/domain/kernel/day.ts';
import { expect, test } from 'vitest';
import { askOffer, askSignature } from '#app/ballot/issuance.ts';
import { drawPaper } from '#app/ballot/paper.ts';
import { vote } from '#app/ballot/vote.ts';
import { seededChance } from '#app/domain/publication/release/seeded-chance.ts';
import { drawCode } from '#app/domain/surveys/slips/slip-codes.ts';
import { releaseIn } from '#app/domain/publication/release/release-text.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { closeSurvey, participationOf, fixParticipation, sealSurvey } from '#app/services/publication.server.ts';
import { holderOf, letGo, openSurveysFor, tryCode } from '#app/services/responses.server.ts';
import { printSlips } from '#app/services/responses/print-slips.server.ts';
import { wishForSlip } from '#app/services/organisation/wish-for-slip.server.ts';
import { runningOf } from '#app/services/reports/show-running.server.ts';
import { decideSlips, handOutView, handOutsOf, slipsOf, writeDown } from '#app/services/surveys/slips.server.ts';
import { placeOf, readSlipCounts } from '#db/boxes.server.ts';
import { readPeople } from '#db/boxes/people-list.ts';
import { actorFor } from '#tests/support/people.ts';
import { answerWith } from '#tests/support/code-browser.ts';
import { times } from '#tests/support/repetitions.ts';
import { aCompanyWithFewAddresses, bothWrite, hands, openDoor, printed, sealedWith } from '#tests/support/slips.ts';

const print = { kind: 'print', emails: hands } as const;

async function anOpenSurvey() {
  const app = await aCompanyWithFewAddresses();
  const sealed = await sealedWith(app, print);
  const door = await openDoor(app);
  const view = (await slipsOf(app, 'pulse'))!;
  const pile = view.piles.find(({ people }) => people.includes('Person operations-1'))!;
  return { app, ...sealed, ...door, view, pile };
}

test('sealing waits until it is decided what becomes of people without an address', async () => {
  const app = await aCompanyWithFewAddresses();
  expect(await sealSurvey(app, 'pulse')).toMatchObject({ because: 'slips-undecided', details: { n: 26 } });
  const { manifest } = await sealedWith(app, { kind: 'without' });
  expect(manifest.slips).toEqual({ listed: 0, leftOut: 26, handingOut: [] });
  expect(manifest.blocks.reduce((sum, { invited }) => sum + invited, 0)).toBe(18);
  expect(await slipsOf(app, 'pulse')).toBeNull();
});

test('two people hand slips out, and one of them belongs neither to HR nor to administration', async () => {
  const app = await aCompanyWithFewAddresses();
  const hr = await actorFor(app, 'hr');
  const decide = (...emails: string[]) => decideSlips(app, hr, 'pulse', { kind: 'print', emails });
  expect(await decide('hr@amber.example', 'hr@amber.example')).toMatchObject({ because: 'slips-two' });
  expect(await decide('hr@amber.example', 'admin@amber.example')).toMatchObject({ because: 'slips-outside' });
  expect(await decide('hr@amber.example', 'operations-1@amber.example')).toMatchObject({ because: 'slips-unknown', details: { at: 1 } });
  expect(await decideSlips(app, await actorFor(app, 'north-2'), 'pulse', print)).toMatchObject({ because: 'not-a-draft' });
  expect((await decide(...hands)).ok).toBe(true);
  // Whoever left meanwhile hands nothing out.
  await app.data.people.save({ ...(await app.data.people.get('north-2'))!, leftOn: app.today() });
  expect(await sealSurvey(app, 'pulse')).toMatchObject({ because: 'slips-unknown' });
});

test('who comes with a slip is fixed at sealing, is told so, and takes no paper by signing in', async () => {
  const app = await aCompanyWithFewAddresses();
  await wishForSlip(app, { personId: 'north-5' }, true);
  const { hash, manifest } = await sealedWith(app, print);
  await wishForSlip(app, { personId: 'north-5' }, false);
  await wishForSlip(app, { personId: 'north-6' }, true);
  expect(manifest.slips).toEqual({ listed: 27, leftOut: 0, handingOut: ['Person hr', 'Person north-2'] });
  const { server } = await openDoor(app);
  const cast = async (id: string) => vote({ fetch: await server.as(id), manifestHash: hash, answers: { 'PAY-01': 4 } });
  expect(await cast('north-5')).toMatchObject({ because: 'by-slip' });
  expect((await cast('north-6')).ok).toBe(true);
  expect(await openSurveysFor(app, { personId: 'north-5', language: 'en' })).toMatchObject([{ bySlip: true }]);
  app.setNow('2026-11-23T09:30:00Z');
  await inviteToOpenSurveys(app);
  const [{ people } = { people: 0 }] = await app.data.surveyLetters.ofSurvey('pulse');
  expect(people).toBe(17);
});

test('a code buys one blind paper, and whoever tries it first has used it', async () => {
  const { app, browser, hash, pile } = await anOpenSurvey();
  const { codes } = await printed(app, pile.block);
  expect(codes.length).toBe(pile.slips);
  const [first, second] = [await browser(), await browser()];
  const typed = await first.type(` ${codes[0]!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `);
  expect(typed).toMatchObject({ status: 303, to: expect.stringMatching(new RegExp(`^/ballot/[0-9a-f]+#${hash}$`)) });
  // The reply was lost: the same browser asks again, and another one finds it used.
  expect((await first.type(codes[0]!)).status).toBe(303);
  const used = await second.type(codes[0]!);
  expect((await vote({ fetch: first.fetch, manifestHash: hash, answers: { 'PAY-01': 4 } })).ok).toBe(true);
  // Used before the paper, used after it, unknown, and no code at all: one answer, in every byte.
  const others = [await second.type(codes[0]!), await second.type('7K2M-9QXB-4TDE'), await second.type('hello'), await first.type(codes[0]!)];
  for (const other of others) expect(other).toEqual(used);
  expect(used).toMatchObject({ status: 422, to: null });
  expect(readSlipCounts(placeOf(app.config.dataFolder, 'pulse')).reduce((sum, { papers }) => sum + papers, 0)).toBe(1);
});

test('the next person at the same device gets a code of their own, and one browser no second paper for one code', async () => {
  const { app, browser, hash, manifest, pile } = await anOpenSurvey();
  const { codes } = await printed(app, pile.block);
  const device = await browser();
  await answerWith(device, codes[0]!, hash);
  const offer = await askOffer(device.fetch, { manifest, hash });
  if (!offer.ok) throw new Error(offer.because);
  expect(offer.value).toMatchObject({ taken: true, reissued: true });
  const draw = await drawPaper(offer.value.key);
  if (!draw.ok) throw new Error(draw.because);
  for (const reissue of [false, true]) expect(await askSignature(device.fetch, { survey: 'pulse', blinded: draw.value.blinded, reissue })).toMatchObject({ because: 'no-reissue' });
  await device.open();
  await answerWith(device, codes[1]!, hash);
  // Typed while the code of the one before waits: it is not taken over.
  expect((await device.type(codes[2]!)).status).toBe(303);
  expect((await device.type(codes[3]!)).status).toBe(303);
  expect(await askOffer(device.fetch, { manifest, hash })).toMatchObject({ value: { taken: false } });
});

test('nothing is used up without a cookie to hold it by, nor from a page of somebody else', async () => {
  const { app, server, pile } = await anOpenSurvey();
  const { codes } = await printed(app, pile.block);
  const post = (headers: Record<string, string>) => fetch(`${server.url}/code`, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, body: new URLSearchParams({ code: codes[0]! }) });
  const bare = await post({ origin: server.url });
  expect([bare.status, bare.headers.get('set-cookie')]).toEqual([422, expect.stringContaining('HttpOnly')]);
  expect((await post({ origin: 'https://elsewhere.example', cookie: 'murmur_slip=x' })).status).toBe(403);
  expect((await post({ origin: server.url, cookie: 'murmur_slip=x' })).status).toBe(303);
});

test('a pile is made once; printed anew, unused slips of the one before are worth nothing', async () => {
  const { app, browser, pile, view, manifest } = await anOpenSurvey();
  const before = await printed(app, pile.block);
  expect(before).toMatchObject({ origin: 'http://localhost:3000', survey: { closesOn: manifest.survey.closes } });
  expect(before.survey.fingerprintWords.en).toHaveLength(6);
  const held = await browser();
  expect((await held.type(before.codes[0]!)).status).toBe(303);
  const after = await printed(app, pile.block);
  expect(after.codes.filter((code) => before.codes.includes(code))).toEqual([]);
  expect((await (await browser()).type(before.codes[1]!)).status).toBe(422);
  expect((await (await browser()).type(after.codes[1]!)).status).toBe(303);
  // Who had used a slip of the first goes on.
  expect((await vote({ fetch: held.fetch, manifestHash: (await app.data.manifests.ofSurvey('pulse'))!.hash, answers: {} })).ok).toBe(true);
  // The last pile is the one that lies in the file.
  const last = await printed(app, pile.block);
  const hr = await actorFor(app, 'hr');
  expect(await printSlips(app, hr, { surveyId: 'pulse', block: pile.block })).toMatchObject({ because: 'printed' });
  const other = manifest.blocks.find(({ id }) => !view.piles.some(({ block }) => block === id));
  if (other) expect(await printSlips(app, hr, { surveyId: 'pulse', block: other.id })).toMatchObject({ because: 'no-slips' });
  expect(await printSlips(app, await actorFor(app, 'north-1'), { surveyId: 'pulse', block: pile.block })).toMatchObject({ because: 'not-found' });
  // No code in clear, in no file and in no database.
  const stored = readdirSync(app.config.dataFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1')).join();
  for (const code of [before, after, last].flatMap(({ codes }) => codes)) for (const form of [code, code.replaceAll('-', '')]) expect(stored.includes(form)).toBe(false);
});

test('who looks after surveys is told of piles that nobody has printed, until the last one is', async () => {
  const app = await aCompanyWithFewAddresses();
  await sealedWith(app, print);
  const { piles } = (await slipsOf(app, 'pulse'))!;
  const told = async () => (await runningOf(app)).surveys.map(({ unprinted }) => unprinted);
  expect(await told()).toEqual([piles.length]);
  for (const { block } of piles) await printed(app, block);
  expect(await told()).toEqual([0]);
});

test('a stop loses no code, no holder and no number', async () => {
  const { app, browser, hash, pile } = await anOpenSurvey();
  const { codes } = await printed(app, pile.block);
  const [one, two] = [await browser(), await browser()];
  await answerWith(one, codes[0]!, hash);
  await two.type(codes[1]!);
  await bothWrite(app, { [pile.block]: 9 });
  await letGo(app);
  expect((await vote({ fetch: two.fetch, manifestHash: hash, answers: {} })).ok).toBe(true);
  expect((await (await browser()).type(codes[0]!)).status).toBe(422);
  await answerWith(await browser(), codes[2]!, hash);
  expect((await slipsOf(app, 'pulse'))!.piles.find(({ block }) => block === pile.block)).toMatchObject({ printings: 1, agreed: 9 });
});

test('the two write down alone how many they handed out; the smaller number counts, and nobody else writes', async () => {
  const { app, pile } = await anOpenSurvey();
  const [hr, north, south] = [await actorFor(app, 'hr'), await actorFor(app, 'north-2'), await actorFor(app, 'north-1')];
  const write = (actor: typeof hr, count: number) => writeDown(app, actor, { surveyId: 'pulse', numbers: new Map([[pile.block, count]]) });
  const agreedNow = async () => (await slipsOf(app, 'pulse'))!.piles.find(({ block }) => block === pile.block)!.agreed;
  expect(await handOutsOf(app, hr)).toMatchObject([{ surveyId: 'pulse', written: false }]);
  expect((await write(hr, 12)).ok).toBe(true);
  expect(await agreedNow()).toBeNull();
  expect((await handOutView(app, north, 'pulse'))!.piles.map(({ own }) => own)).not.toContain(12);
  expect((await write(north, 10)).ok).toBe(true);
  expect(await agreedNow()).toBe(10);
  for (const count of [-1, 2.5, NaN, 1_000]) expect(await write(north, count)).toMatchObject({ because: 'slips-number' });
  expect(await write(south, 3)).toMatchObject({ because: 'not-found' });
  expect(await handOutView(app, south, 'pulse')).toBeNull();
});

test('answers by more slips than were handed out count towards no group, and the release says so', async () => {
  const { app, browser, hash, pile, manifest, server } = await anOpenSurvey();
  const { codes } = await printed(app, pile.block);
  for (const code of codes.slice(0, 8)) await answerWith(await browser(), code, hash);
  for (const id of ['north-1', 'north-2', 'north-3', 'north-4', 'north-5', 'north-6']) expect((await vote({ fetch: await server.as(id), manifestHash: hash, answers: { 'PAY-01': 3 } })).ok).toBe(true);
  await bothWrite(app, { [pile.block]: 6 });
  const closed = await closeSurvey(app, 'pulse');
  if (!closed.ok) throw new Error(closed.because);
  const release = releaseIn(closed.value.text);
  expect(release.counts).toMatchObject({ invited: 44, papers: 14, ballots: 14 });
  expect(release.slips).toEqual({ listed: 26, given: 6 });
  const block = manifest.blocks.find(({ id }) => id === pile.block)!;
  const atom = release.partitions['5']!.atoms.find(({ departments }) => block.departments.every((id) => departments.includes(id)))!;
  expect(atom).toMatchObject({ beyond: 2 });
  expect(atom.answered - 2).toBeGreaterThanOrEqual(5);
  expect(verifyText(closed.value.text).problems).toEqual([]);
  const thinner = closed.value.text.replaceAll('"beyond":2', `"beyond":${atom.answered - 4}`);
  expect(verifyText(thinner).problems.map(({ code }) => code)).toContain('atom-too-small');
  expect(readdirSync(join(app.config.dataFolder, 'open')).filter((name) => !name.startsWith('.'))).toEqual([]);
});

test('where nobody signed, answers by slip are no group of their own', async () => {
  const { app, browser, hash, pile, server } = await anOpenSurvey();
  const { codes } = await printed(app, pile.block);
  for (const code of codes.slice(0, 8)) await answerWith(await browser(), code, hash);
  for (const id of ['north-1', 'north-2', 'north-3', 'north-4', 'north-5']) expect((await vote({ fetch: await server.as(id), manifestHash: hash, answers: { 'PAY-01': 3 } })).ok).toBe(true);
  const closed = await closeSurvey(app, 'pulse');
  if (!closed.ok) throw new Error(closed.because);
  const release = releaseIn(closed.value.text);
  expect(release.slips).toEqual({ listed: 26, given: null });
  expect(release.partitions['5']!.atoms.map(({ answered, beyond }) => [answered, beyond])).toEqual([[13, 8]]);
});

test('papers by slip beyond those who come with one are no participation, and there are never more than the box has room for', async () => {
  const { app, browser, pile, hash } = await anOpenSurvey();
  const listed = pile.people.length;
  let held = 0;
  for (let printing = 0; printing < 3; printing += 1) {
    for (const code of (await printed(app, pile.block)).codes) {
      const device = await browser();
      if ((await device.type(code)).status === 303) {
        held += 1;
        expect((await vote({ fetch: device.fetch, manifestHash: hash, answers: {} })).ok).toBe(true);
      }
    }
  }
  expect(held).toBe(2 * listed);
  // The first count is made on the morning after the first day.
  app.setNow(addDays(app.today(), 1));
  await fixParticipation(app);
  const count = await participationOf(app, 'pulse');
  expect(count!.company).toBeLessThanOrEqual((100 * listed) / 44);
});

test('who comes with a slip stands on the list in the sealed folder, in no order', async () => {
  const { app } = await anOpenSurvey();
  const { people } = readPeople(placeOf(app.config.dataFolder, 'pulse').people);
  const ids = people.filter(({ bySlip }) => bySlip).map(({ person }) => person);
  expect(ids).toHaveLength(26);
  expect(ids).not.toEqual([...ids].sort());
});

test('guesses find nothing and shut nobody out, from whatever address', async () => {
  const { app, browser, hash, pile } = await anOpenSurvey();
  const { codes } = await printed(app, pile.block);
  const chance = seededChance('7e'.repeat(32));
  const guessed = await Promise.all(Array.from({ length: times(5_000, 100_000) }, () => tryCode(app, { code: drawCode(chance), holder: holderOf('stranger'), language: 'en' })));
  expect(guessed.filter(({ ok }) => ok)).toEqual([]);
  const stranger = await browser();
  for (let guess = 0; guess < 50; guess += 1) expect((await stranger.type(drawCode(chance))).status).toBe(422);
  // From the very address that guessed.
  await answerWith(await browser(), codes[0]!, hash);
});

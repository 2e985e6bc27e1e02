// The thief of the disk after a survey with questions of the company's own, a routed one, a background and a service survey was counted: of no
// ballot, replaced ones among them, is anything left on the raw disk, in no free block and in no backup, but what the release says.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { copiesOf } from '#app/domain/privacy/linker/copies.ts';
import { serviceItems } from '#app/domain/surveys/serving/service-questions.ts';
import { dependedId } from '#app/domain/surveys/serving/service-survey.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import { backUp } from '#app/services/installation/back-up.server.ts';
import { bringServiceMap } from '#app/services/organisation/service-map.server.ts';
import { sealWith, takePaper, type Voter } from '#app/services/privacy/rehearse.server.ts';
import { closeSurvey, releaseOf, sealSurvey } from '#app/services/publication.server.ts';
import { dropBallot, letGo } from '#app/services/responses.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { draftOffer } from '#app/services/surveys/offer-draft.server.ts';
import { decideGates } from '#app/services/surveys/own-questions.server.ts';
import { proposeQuestion } from '#app/services/surveys/proposals.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { said } from '#tests/support/drafts.ts';
import { ballotApp, everybody } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';
import { rawDisk, type RawDisk } from '#tests/support/raw-disk.ts';
import { given } from '#tests/support/service-waves.ts';

const disks: RawDisk[] = [];
afterEach(() => disks.splice(0).forEach((disk) => disk.remove()));

const probe = rawDisk(4096, 32);
probe?.remove();
// `npm run attack` never leaves it out: there a machine without it fails.
const mounts = probe !== null || process.env['ATTACK'] === '1';
if (!mounts) process.stdout.write('this machine mounts no image of a disk: what own questions leave in free blocks is NOT tested here\n');

interface Asked {
  readonly id: string;
  /** What the person at this place answers; three of them write in their own words and then take them back. */
  readonly answersOf: (personId: string, at: number) => Voter['answers'];
  readonly text: string;
}

const planted = (at: number): string => `quartz-nightjar-${at}-of-nobody`;

async function service(app: TestApp): Promise<Asked> {
  given(await bringServiceMap(app, 'en', { revision: 0, lines: 'Operations; Sales; Transport\nFinance; Sales; Bills' }));
  const template = 'internal-service';
  const { initial } = await draftOffer(app, { template });
  const { id } = given(await createDraft(app, await actorFor(app, 'hr'), { ...initial, template, pair: null, cuts: [], opens: app.today() }));
  given(await sealSurvey(app, id));
  const rated = Object.fromEntries(serviceItems.map((item) => [`${item}@p1`, 4]));
  return { id, answersOf: (personId) => ({ ...(personId.startsWith('north') || personId.startsWith('south') ? { [dependedId]: ['p1'], ...rated } : {}) }), text: 'OPN-03' };
}

const everywhere = (en: string) => ({ en, 'zh-Hans': en, 'zh-Hant': en });

async function own(app: TestApp): Promise<Asked> {
  for (const kind of ['choice', 'several', 'short', 'background'] as const) {
    const { number } = given(await createOwn(app, { ...ownWishes(kind), text: everywhere('Which shift suits you?'), label: everywhere('Shift'), answers: everywhere('Early\nLate\nNight\nAll') }));
    given(await decideGates(app, number, passing));
  }
  const wishes = { template: 'pulse-core', title: said('Pulse'), purpose: said('To know'), opens: app.today(), closes: addDays(app.today(), 6), further: [], pair: null, own: ['OWN-1', 'OWN-2', 'OWN-3'], cuts: [{ question: 'OWN-4', scope: 'company', items: null }] };
  const { id } = given(await createDraft(app, await actorFor(app, 'hr'), wishes));
  given(await sealSurvey(app, id));
  return { id, answersOf: (_person, at) => ({ 'PAY-01': 1 + (at % 5), 'OWN-1': ['a1'], 'OWN-2': ['a1', 'a2'], 'OWN-4': `a${1 + (at % 3)}` }), text: 'OWN-3' };
}

const piecesOf = (body: Uint8Array): Uint8Array[] => Array.from({ length: Math.floor(body.length / 64) }, (_, at) => body.subarray(at * 64, (at + 1) * 64));
const inAllForms = (bytes: Uint8Array): Uint8Array[] => [bytes, ...(['hex', 'base64', 'base64url'] as const).map((form) => Buffer.from(Buffer.from(bytes).toString(form)))];

test.skipIf(!mounts).each([1024, 4096].flatMap((size) => [[size, 'own', own], [size, 'service', service]] as const))('on blocks of %i bytes, after a survey with questions of its kind «%s», nothing of a ballot is left', async (size, _kind, asked) => {
  const disk = rawDisk(size, 64)!;
  disks.push(disk);
  const folder = join(disk.folder, 'data');
  mkdirSync(folder, { mode: 0o700 });
  const found = (what: readonly Uint8Array[]) => copiesOf(disk.read(), what).filter((places) => places.length > 0).length;
  const app = await ballotApp({ dataFolder: folder, database: join(folder, 'murmur.sqlite'), buildFolder: undefined });
  given(await proposeQuestion(app, await actorFor(app, 'north-2'), { request: app.newId(), words: 'Whether the basalt bus is on time', why: '', mayShow: true }));
  const { id, answersOf, text } = await asked(app);
  const bodies: Uint8Array[] = [];
  const replaced: Uint8Array[] = [];
  for (const [at, personId] of (await everybody(app)).entries()) {
    const [taken, answers] = [await takePaper(app, id, personId), answersOf(personId, at)];
    if (at < 3) replaced.push(await sealWith(app, taken, { ...answers, [text]: planted(at) }));
    bodies.push(await sealWith(app, taken, answers));
    for (const body of [...replaced.slice(at), bodies.at(-1)!]) expect(await dropBallot(app, id, body)).toMatchObject({ ok: true });
  }
  const pieces = [...bodies, ...replaced].flatMap(piecesOf);
  const serials = bodies.flatMap((body) => [...inAllForms(body.subarray(3, 35)), ...inAllForms(body.subarray(35, 99))]);
  // The search finds what is there.
  expect(found(pieces)).toBeGreaterThan(bodies.length);
  given(await closeSurvey(app, id));
  mkdirSync(join(folder, 'backups'));
  expect((await backUp(app.config, join(folder, 'backups', 'one'), '2026-11-22T13:00:00.000Z')).ok).toBe(true);
  const receipts = bodies.map((body) => Buffer.from(createHash('sha256').update(body).digest('hex')));
  expect(found(receipts)).toBe(bodies.length);
  expect(found([Buffer.from('basalt bus')])).toBe(1);
  expect(JSON.stringify((await releaseOf(app, id))!.release)).not.toContain('quartz-nightjar');
  expect([found(pieces), found(serials), found([Buffer.from('quartz-nightjar')])]).toEqual([0, 0, 0]);
  await letGo(app);
  await app.data.close();
}, 600_000);

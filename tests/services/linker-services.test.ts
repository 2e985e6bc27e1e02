// The attacker of the box once more, where people say whom they depended on: whoever rated a provider that few depend on has a ballot like
// every other, and after closing nothing of an answer or of a paper is left on the disk.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { vote } from '#app/ballot/vote.ts';
import { copiesOf } from '#app/domain/privacy/linker/copies.ts';
import { guessedRight, linksByStrategy, strategies } from '#app/domain/privacy/linker/strategies.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { serviceItems } from '#app/domain/surveys/serving/service-questions.ts';
import { dependedId } from '#app/domain/surveys/serving/service-survey.ts';
import { bringServiceMap } from '#app/services/organisation/service-map.server.ts';
import { closeSurvey, sealSurvey } from '#app/services/publication.server.ts';
import { lootOf, type Voted } from '#app/services/publication/loot.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { draftOffer } from '#app/services/surveys/offer-draft.server.ts';
import { placeOf, readPeople } from '#db/boxes.server.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { plainEndpoints } from '#tests/support/plain-endpoints.ts';
import { rawDisk } from '#tests/support/raw-disk.ts';
import { times } from '#tests/support/repetitions.ts';

const template = 'internal-service';
const teams = times(5, 10);
const people = times(150, 1_000);
const disk = rawDisk(4096, times(96, 384));

afterEach(() => disk?.remove());

/** Two teams serve everybody, a third serves one team alone. */
async function aServiceSurvey(folder: string | null) {
  const app = await ballotApp(folder === null ? {} : { dataFolder: folder, database: `${folder}/murmur.sqlite` });
  const hr = await actorFor(app, 'hr');
  await app.data.people.saveAll((await app.data.people.current()).map((person) => ({ ...person, leftOn: app.today() })));
  await app.data.departments.saveAll(Array.from({ length: teams }, (_, at) => aDepartment(`team-${at}`, { parentId: 'amber', name: `Team ${at}`, position: 10 + at })));
  await app.data.people.saveAll(Array.from({ length: people }, (_, at) => aPerson(`voter-${String(at).padStart(4, '0')}`, { departmentId: `team-${at % teams}` })));
  const map = await bringServiceMap(app, 'en', { revision: 0, lines: 'Team 0; Amber\nTeam 1; Amber\nTeam 2; Team 3' });
  if (!map.ok) throw new Error(map.because);
  const { initial } = await draftOffer(app, { template });
  const draft = await createDraft(app, hr, { ...initial, template, pair: null, cuts: [], opens: app.today() });
  if (!draft.ok) throw new Error(draft.because);
  const sealed = await sealSurvey(app, draft.value.id);
  if (!sealed.ok) throw new Error(sealed.because);
  return { app, id: draft.value.id, ...sealed.value };
}

/** Of three people one depended on nobody, one on one provider, one on all that are offered. */
function answersOf(at: number, offered: readonly string[]): Answers {
  const chosen = offered.slice(0, [0, 1, 3][at % 3]);
  return { ...(chosen.length > 0 && { [dependedId]: chosen }), ...Object.fromEntries(chosen.flatMap((provider) => serviceItems.map((item) => [`${item}@${provider}`, 1 + (at % 5)]))) };
}

test(
  'nobody links more ballots than by guessing where people rate those they depended on',
  async () => {
    const folder = disk && join(disk.folder, 'data');
    if (folder) mkdirSync(folder, { mode: 0o700 });
    const { app, id, manifest, hash } = await aServiceSurvey(folder);
    const depended = manifest.questions.find((question) => question.id === dependedId)!;
    const offers = depended.kind === 'several' ? depended.options : [];
    const server = await plainEndpoints(app);
    const roll = new Map(readPeople(placeOf(app.config.dataFolder, id).people).people.map(({ person, block }) => [person, block]));
    const voted: Voted[] = [];
    for (const person of [...roll.keys()].sort()) {
      const block = roll.get(person)!;
      const cast = await vote({ fetch: await server.as(person), manifestHash: hash, answers: answersOf(voted.length, offers.filter(({ offered }) => offered === undefined || offered[block] === '1').map((one) => one.id)) });
      if (!cast.ok) throw new Error(cast.because);
      voted.push({ person, block, receipt: cast.value });
    }
    const loot = await lootOf(app.config.dataFolder, manifest, voted, disk?.read());
    const links = linksByStrategy(loot);
    const where = disk ? 'on the raw disk' : 'in the box (this machine mounts no image of a disk)';
    process.stdout.write(`links of ${voted.length} ${where}, providers (${manifest.blocks.length} by chance): ${JSON.stringify(links)}\n`);
    expect(loot.ballots).toHaveLength(people);
    for (const strategy of strategies) expect(links[strategy], strategy).toBeLessThanOrEqual(guessedRight(manifest.blocks.length));
    const closed = await closeSurvey(app, id);
    expect(closed.ok).toBe(true);
    if (!disk) return;
    const serials = loot.ballots.map(({ serial }) => serial);
    const found = (bytes: Uint8Array) => copiesOf(bytes, serials).filter((places) => places.length > 0).length;
    const left = found(disk.read());
    process.stdout.write(`serial numbers of ballots on the raw disk: ${found(loot.disk)} while open, ${left} after closing\n`);
    expect([found(loot.disk), left]).toEqual([people, 0]);
  },
  900_000,
);

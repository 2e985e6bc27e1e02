// The attacker of the box again, where blocks are asked different questions and «yes» opens one: with box, roll, access log, order of issuance
// and, where this machine mounts one, the raw disk. After closing nothing of an answer, of a yes or of a paper is left on it.
import type { Answers } from '#app/domain/responses/answers.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { vote } from '#app/ballot/vote.ts';
import { guessedRight, linksByStrategy, strategies } from '#app/domain/privacy/linker/strategies.ts';
import { copiesOf } from '#app/domain/privacy/linker/copies.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import { latestOf } from '#app/domain/surveys/own/own-question.ts';
import { closeSurvey } from '#app/services/publication.server.ts';
import { lootOf, type Voted } from '#app/services/publication/loot.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { decideGates } from '#app/services/surveys/own-questions.server.ts';
import { placeOf, readPeople } from '#db/boxes.server.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { plainEndpoints } from '#tests/support/plain-endpoints.ts';
import { rawDisk } from '#tests/support/raw-disk.ts';
import { times } from '#tests/support/repetitions.ts';

const teams = times(5, 10);
const people = times(150, 1_000);
const disk = rawDisk(4096, times(96, 384));

afterEach(() => disk?.remove());

/** Two teams of five are asked about the canteen; everybody whether they use it, which opens another question. */
async function aRoutedSurvey(folder: string | null) {
  const app = await ballotApp(folder === null ? {} : { dataFolder: folder, database: `${folder}/murmur.sqlite` });
  await app.data.people.saveAll((await app.data.people.current()).map((person) => ({ ...person, leftOn: app.today() })));
  await app.data.departments.saveAll(Array.from({ length: teams }, (_, at) => aDepartment(`team-${at}`, { parentId: 'amber', position: 10 + at })));
  await app.data.people.saveAll(Array.from({ length: people }, (_, at) => aPerson(`voter-${String(at).padStart(4, '0')}`, { departmentId: `team-${at % teams}` })));
  for (const kind of ['satisfaction', 'applies', 'agreement'] as const) {
    const own = await createOwn(app, { ...ownWishes(kind), text: { ...ownWishes(kind).text, 'zh-Hant': '您對餐廳滿意嗎？' } });
    if (own.ok) await decideGates(app, own.value.number, passing);
  }
  const draft = aDraft('pulse');
  const own = latestOf(await app.data.ownQuestions.all()).map((one) => askedAs(one, draft.definition));
  const routing = [{ question: 'OWN-1', departments: ['team-0', 'team-2'] }, { question: 'OWN-3', screener: 'OWN-2' }];
  return { app, ...(await sealed(app, { ...draft, definition: { ...draft.definition, questions: [...draft.definition.questions, ...own], routing } })) };
}

test(
  'nobody links more ballots than by guessing where blocks are asked different questions and «yes» opens one',
  async () => {
    const folder = disk && join(disk.folder, 'data');
    if (folder) mkdirSync(folder, { mode: 0o700 });
    const { app, manifest, hash } = await aRoutedSurvey(folder);
    expect(manifest.questions.map(({ id, offered, askedIf }) => [id, offered?.length ?? null, askedIf ?? null])).toContainEqual(['OWN-1', teams, null]);
    const server = await plainEndpoints(app);
    const roll = new Map(readPeople(placeOf(app.config.dataFolder, 'pulse').people).people.map(({ person, block }) => [person, block]));
    const asked = manifest.questions.find(({ id }) => id === 'OWN-1')!.offered!;
    const voted: Voted[] = [];
    for (const person of [...roll.keys()].sort()) {
      const [at, block] = [voted.length, roll.get(person)!];
      const opened: Answers = at % 3 === 0 ? { 'OWN-2': 'no' } : { 'OWN-2': 'yes', 'OWN-3': 1 + (at % 5) };
      const cast = await vote({ fetch: await server.as(person), manifestHash: hash, answers: { 'PAY-01': 1 + (at % 5), ...(asked[block] === '1' && { 'OWN-1': 1 + (at % 4) }), ...opened, open: at % 2 ? `quartz of ${person}` : '' } });
      if (!cast.ok) throw new Error(cast.because);
      voted.push({ person, block, receipt: cast.value });
    }
    const loot = await lootOf(app.config.dataFolder, manifest, voted, disk?.read());
    const links = linksByStrategy(loot);
    const where = disk ? 'on the raw disk' : 'in the box (this machine mounts no image of a disk)';
    process.stdout.write(`links of ${voted.length} ${where}, questions of some (${manifest.blocks.length} by chance): ${JSON.stringify(links)}\n`);
    expect(loot.ballots).toHaveLength(people);
    for (const strategy of strategies) expect(links[strategy], strategy).toBeLessThanOrEqual(guessedRight(manifest.blocks.length));
    const closed = await closeSurvey(app, 'pulse');
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

// The attacker of the box again, where everybody is asked three background questions of the company's own; and with the keys, whom their
// answers single out in a block, beside what HR was told before sealing.
import { expect, test } from 'vitest';
import { vote } from '#app/ballot/vote.ts';
import { guessedRight, linksByStrategy, strategies } from '#app/domain/privacy/linker/strategies.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import type { OwnQuestion } from '#app/domain/surveys/own/own-question.ts';
import { singledOut } from '#app/domain/surveys/backgrounds/singled-out.ts';
import { lootOf, type Voted } from '#app/services/publication/loot.server.ts';
import { placeOf, readPeople } from '#db/boxes.server.ts';
import { chanceFrom } from '#tests/support/chance.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { anOwnQuestion } from '#tests/support/own-questions.ts';
import { plainEndpoints } from '#tests/support/plain-endpoints.ts';

const perTeam = 66;
const teams = [0, 1, 2];
const asked = { k: 5, languages: ['en', 'zh-Hans', 'zh-Hant'] };
const answers = ['a', 'b', 'c', 'd', 'e'].join('\n');
const own = [1, 2, 3].map((number): OwnQuestion => ({
  ...anOwnQuestion(number, { kind: 'background', text: { en: 'Which?', 'zh-Hans': '哪个？', 'zh-Hant': '哪個？' }, label: { en: 'One', 'zh-Hans': '一', 'zh-Hant': '一' }, answers: { en: answers, 'zh-Hans': answers, 'zh-Hant': answers } }),
  gates: { important: 'named', controllable: 'a rota', owner: 'hr', comparable: 'rest', on: '2026-11-01' as never },
}));
const questions = own.map((one) => askedAs(one, asked));

test('nobody with box, roll, access log and order of issuance links more ballots than by guessing, whatever people are asked about themselves', async () => {
  const app = await ballotApp();
  await app.data.people.saveAll((await app.data.people.current()).map((person) => ({ ...person, leftOn: app.today() })));
  await app.data.departments.saveAll(teams.map((at) => aDepartment(`team-${at}`, { parentId: 'amber', position: 10 + at })));
  await app.data.people.saveAll(Array.from({ length: teams.length * perTeam }, (_, at) => aPerson(`voter-${String(at).padStart(4, '0')}`, { departmentId: `team-${at % teams.length}` })));
  for (const one of own) await app.data.ownQuestions.save(one);
  const draft = aDraft('pulse');
  const cuts = own.map(({ number }) => ({ question: `OWN-${number}`, scope: 'company', items: ['PAY-01'] }));
  const { manifest, hash } = await sealed(app, { ...draft, definition: { ...draft.definition, questions: [...draft.definition.questions, ...questions], cuts } });
  const server = await plainEndpoints(app);
  const roll = new Map(readPeople(placeOf(app.config.dataFolder, 'pulse').people).people.map(({ person, block }) => [person, block]));
  const chance = chanceFrom(7);
  const voted: Voted[] = [];
  const said: { readonly block: number; readonly about: string }[] = [];
  for (const person of [...roll.keys()].sort()) {
    const about = Object.fromEntries(questions.map(({ id }) => [id, `a${1 + chance(5)}`]));
    const cast = await vote({ fetch: await server.as(person), manifestHash: hash, answers: { 'PAY-01': 1 + (voted.length % 5), open: 'x'.repeat(voted.length % 400), ...about } });
    if (!cast.ok) throw new Error(cast.because);
    voted.push({ person, block: roll.get(person)!, receipt: cast.value });
    said.push({ block: roll.get(person)!, about: Object.values(about).join() });
  }
  const loot = await lootOf(app.config.dataFolder, manifest, voted);
  const links = linksByStrategy(loot);
  process.stdout.write(`links of ${voted.length} in the box (${manifest.blocks.length} by chance): ${JSON.stringify(links)}\n`);
  for (const strategy of strategies) expect(links[strategy], strategy).toBeLessThanOrEqual(guessedRight(manifest.blocks.length));

  // T3 reads ballots by block: whoever is known to have answered so is found where nobody else of the block did.
  const unlike = said.filter((one) => said.filter(({ block, about }) => block === one.block && about === one.about).length === 1).length;
  const told = singledOut(manifest.questions, manifest.blocks)!.everybody.alone;
  process.stdout.write(`with the keys, alone in their block by their answers about themselves: ${unlike} of ${said.length}; HR was told about ${told}\n`);
  expect(Math.abs(unlike - told)).toBeLessThan(25);
}, 600_000);

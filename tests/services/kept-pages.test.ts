// What pages show of releases is made once and kept. Whatever was asked before, and by whom, everybody gets what a portal that has just
// started would show them: another language, department, reader or comparison is another page, and a new release is seen at once.
import { expect, test } from 'vitest';
import type { Actor } from '#app/domain/access/actor.ts';
import { languages } from '#app/domain/kernel/language.ts';
import { keptLately } from '#app/platform/kept.server.ts';
import { closedSurveys, readDepartment, readMethod, readOwn, readQuestions, readResults } from '#app/services/reports/read-results.server.ts';
import { publishedComments } from '#app/services/plans/waves.server.ts';
import { publishedSurveys } from '#app/services/surveys/survey-standing.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { chanceFrom } from '#tests/support/chance.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';
import { publishWave, publishWaves } from '#tests/support/published.ts';
import { times } from '#tests/support/repetitions.ts';
import { aClosedSurvey, type Closed } from '#tests/support/waves.ts';

const tree = [
  { id: 'amber', parentId: null, name: 'Amber' },
  { id: 'sales', parentId: 'amber', name: 'Sales' },
  { id: 'north', parentId: 'sales', name: 'North' },
  { id: 'south', parentId: 'sales', name: 'South' },
  { id: 'key-accounts', parentId: 'sales', name: 'Key accounts' },
  { id: 'operations', parentId: 'amber', name: 'Operations' },
  { id: 'finance', parentId: 'amber', name: 'Finance' },
];
const people = { north: 12, south: 9, 'key-accounts': 3, operations: 14, finance: 4 };

const wave = (seed: number): Closed =>
  aClosedSurvey({
    id: `pulse-${seed}`,
    closed: `2026-0${seed}-20`,
    tree,
    people,
    seed,
    commentEvery: 2,
    further: ['MGR-01'],
    backgrounds: { tenure: ['new', 'long'], place: ['office', 'home'] },
    cuts: [{ question: 'tenure', scope: 'company' }, { question: 'place', scope: 'company' }],
  });

/** On the same data, and with nothing kept. */
const justStarted = (app: TestApp): TestApp => ({ ...app, data: { ...app.data } });

type Ask = (app: TestApp) => Promise<unknown>;

async function everyKindOfAsk(app: TestApp): Promise<(chance: (below: number) => number) => Ask> {
  const actors: Actor[] = [];
  for (const id of ['hr', 'north-1', 'south-1', 'operations-1']) actors.push(await actorFor(app, id));
  return (chance) => {
    const one = <T>(list: readonly T[]): T => list[chance(list.length)]!;
    const [actor, language, surveyId] = [one(actors), one(languages), one(['pulse-1', 'pulse-2', 'pulse-3'])];
    const department = one([null, ...tree.map(({ id }) => id)]);
    const look = { surveyId, language, department };
    const [compared, cut, item] = [one(['rest', 'before'] as const), one([null, 'tenure', 'place', 'nothing']), one([null, 'PAY-01', 'WKL-01'])];
    return one<Ask>([
      (portal) => readResults(portal, actor, { ...look, compared, cut, item }),
      (portal) => readQuestions(portal, actor, look),
      (portal) => readDepartment(portal, actor, look),
      (portal) => readOwn(portal, actor, surveyId, language),
      (portal) => readMethod(portal, surveyId, language),
      (portal) => closedSurveys(portal, language),
      (portal) => publishedComments(portal),
      (portal) => publishedSurveys(portal).then((ids) => [...ids]),
    ]);
  };
}

test('whatever was asked before, an answer is the one of a portal that has just started', async () => {
  const app = await testApp();
  await aSmallCompany(app);
  await publishWaves(app, [wave(1), wave(2)]);
  const draw = await everyKindOfAsk(app);
  const chance = chanceFrom(7);
  const compare = async () => {
    const ask = draw(chance);
    expect(JSON.stringify(await ask(app))).toBe(JSON.stringify(await ask(justStarted(app))));
  };
  for (let round = 0; round < times(120, 2_000); round += 1) await compare();
  // One after another what differs in one thing alone, for the same company.
  for (const id of ['hr', 'south-1']) {
    const actor = await actorFor(app, id);
    for (const compared of ['rest', 'before'] as const) {
      for (const cut of [null, 'tenure', 'place']) {
        for (const item of [null, 'PAY-01', 'WKL-01']) {
          const ask: Ask = (portal) => readResults(portal, actor, { surveyId: 'pulse-2', language: 'en', department: id === 'hr' ? null : 'sales', compared, cut, item });
          expect(JSON.stringify(await ask(app))).toBe(JSON.stringify(await ask(justStarted(app))));
        }
      }
    }
  }
  // Asked for before it is there, and kept by nobody as missing.
  const { hash } = (await app.data.releases.listed()).at(-1)!;
  await publishWave(app, wave(3), { position: 2, previous: hash });
  expect((await closedSurveys(app, 'en')).map(({ id }) => id)).toEqual(['pulse-3', 'pulse-2', 'pulse-1']);
  for (let round = 0; round < times(120, 2_000); round += 1) await compare();
}, 300_000);

test('who may see what is judged anew each time, also of a page that is kept', async () => {
  const app = await testApp();
  await aSmallCompany(app);
  await publishWaves(app, [wave(1), wave(2)]);
  const look = { surveyId: 'pulse-2', language: 'en', department: 'operations', compared: 'rest' } as const;
  const hr = await actorFor(app, 'hr');
  expect((await readResults(app, hr, look)).ok).toBe(true);
  expect(await readResults(app, await actorFor(app, 'north-1'), look)).toMatchObject({ because: 'forbidden' });
  await app.data.roles.withdraw('hr', 'hr');
  expect(await readResults(app, await actorFor(app, 'hr'), look)).toMatchObject({ because: 'forbidden' });
});

test('what is kept is bounded, made once by many who ask together, and made anew after a failure or where it came to nothing', async () => {
  const kept = keptLately<number | undefined>(2);
  let made = 0;
  const make = async () => (made += 1);
  expect(await Promise.all([kept.once('a', make), kept.once('a', make)])).toEqual([1, 1]);
  await kept.once('b', make);
  await kept.once('a', make);
  await kept.once('c', make);
  expect([made, await kept.once('a', make), await kept.once('b', make)]).toEqual([3, 1, 4]);
  await expect(kept.once('d', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await kept.once('d', () => undefined)).toBeUndefined();
  expect(await kept.once('d', make)).toBe(5);
});

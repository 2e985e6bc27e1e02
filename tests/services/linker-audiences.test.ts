// The attacker of the box again, where not everybody was asked: parts of the tree, and a random half whose seed and list he holds.
import { expect, test } from 'vitest';
import { vote } from '#app/ballot/vote.ts';
import { guessedRight, linksByStrategy, strategies } from '#app/domain/privacy/linker/strategies.ts';
import type { Audience } from '#app/domain/surveys/asking/audience.ts';
import { lootOf, type Voted } from '#app/services/publication/loot.server.ts';
import { placeOf, readPeople } from '#db/boxes.server.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { plainEndpoints } from '#tests/support/plain-endpoints.ts';

const perTeam = 66;
const kinds: readonly (readonly [string, Audience, number])[] = [
  ['parts of the tree', { kind: 'parts', departments: ['team-0', 'team-2'] }, 2 * perTeam],
  ['a random half', { kind: 'half' }, (3 * perTeam) / 2],
];

test.each(kinds)(
  '%s: nobody with box, roll, access log, order of issuance, list and seed links more ballots than by guessing',
  async (_, audience, expected) => {
    const app = await ballotApp();
    await app.data.people.saveAll((await app.data.people.current()).map((person) => ({ ...person, leftOn: app.today() })));
    await app.data.departments.saveAll([0, 1, 2].map((at) => aDepartment(`team-${at}`, { parentId: 'amber', position: 10 + at })));
    await app.data.people.saveAll(Array.from({ length: 3 * perTeam }, (__, at) => aPerson(`voter-${String(at).padStart(4, '0')}`, { departmentId: `team-${at % 3}`, employeeId: `N${at}` })));
    const draft = aDraft('pulse', { programme: '2026' });
    const { manifest, hash } = await sealed(app, { ...draft, definition: { ...draft.definition, audience } });
    const server = await plainEndpoints(app);
    const roll = new Map(readPeople(placeOf(app.config.dataFolder, 'pulse').people).people.map(({ person, block }) => [person, block]));
    const voted: Voted[] = [];
    for (const person of [...roll.keys()].sort()) {
      const cast = await vote({ fetch: await server.as(person), manifestHash: hash, answers: { 'PAY-01': 1 + (voted.length % 5), open: 'x'.repeat(voted.length % 400) } });
      if (!cast.ok) throw new Error(cast.because);
      voted.push({ person, block: roll.get(person)!, receipt: cast.value });
    }
    expect(voted).toHaveLength(expected);
    const links = linksByStrategy(await lootOf(app.config.dataFolder, manifest, voted));
    process.stdout.write(`links of ${voted.length} in the box (${manifest.blocks.length} by chance): ${JSON.stringify(links)}\n`);
    for (const strategy of strategies) expect(links[strategy], strategy).toBeLessThanOrEqual(guessedRight(manifest.blocks.length));
  },
  600_000,
);

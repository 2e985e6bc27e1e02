import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { vote } from '#app/ballot/vote.ts';
import { guessedRight, linksByStrategy, strategies } from '#app/domain/privacy/linker/strategies.ts';
import { standingOf } from '#app/services/responses/open-survey.server.ts';
import { placeOf } from '#db/boxes.server.ts';
import { readPaper, rollBytes } from '#db/boxes/roll.ts';
import { holderOf } from '#app/services/responses.server.ts';
import { printSlips } from '#app/services/responses/print-slips.server.ts';
import { lootOf, type Voted } from '#app/services/publication/loot.server.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { beginnersStore } from '#tests/support/naive-store.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { recordsOf } from '#tests/support/box-records.ts';
import { browserAt } from '#tests/support/code-browser.ts';
import { plainEndpoints } from '#tests/support/plain-endpoints.ts';
import { times } from '#tests/support/repetitions.ts';

const blocks = times(5, 10);
const people = times(150, 1_000);
const timeLimit = 600_000;

/** What a store tells in its files; the rest is told by the raw disk only. */
const telling = ['time', 'row id', 'order of records', 'overflow page', 'cell offset', 'write-ahead log', 'size', 'order of the roll', 'order of receipts'] as const;

const byChance = guessedRight(blocks);

async function manyVoters() {
  const app = await ballotApp();
  const gone = (await app.data.people.current()).map((person) => ({ ...person, leftOn: app.today() }));
  await app.data.people.saveAll(gone);
  const departments = Array.from({ length: blocks }, (_, index) => aDepartment(`team-${index}`, { parentId: 'amber', position: 10 + index }));
  await app.data.departments.saveAll(departments);
  // Every second of a team comes with a slip.
  const comesBySlip = (index: number) => Math.floor(index / blocks) % 2 === 1;
  const voters = Array.from({ length: people }, (_, index) => aPerson(`voter-${String(index).padStart(4, '0')}`, { departmentId: `team-${index % blocks}`, ...(comesBySlip(index) && { email: null }) }));
  await app.data.people.saveAll(voters);
  const handing = ['voter-0000', 'voter-0001'];
  const draft = aDraft('pulse');
  const { manifest, hash } = await sealed(app, { ...draft, definition: { ...draft.definition, slips: { kind: 'print', handingOut: handing } } });
  return { app, manifest, hash, voters };
}

test(
  'nobody with box, roll, piles, lists, access log and order of issuance links more ballots than by guessing',
  async () => {
    const { app, manifest, hash, voters } = await manyVoters();
    const server = await plainEndpoints(app);
    const standing = await standingOf(app, 'pulse');
    if (standing.kind !== 'open') throw new Error('not open');
    const voted: Voted[] = [];
    const piles = new Map<number, string[]>();
    for (const [block, { id }] of manifest.blocks.entries()) {
      const pile = await printSlips(app, { name: 'HR', roles: ['hr'] }, { surveyId: 'pulse', block: id });
      if (pile.ok) piles.set(block, [...pile.value.codes]);
    }
    const held = new Map<string, string>();
    for (const { id, email } of voters) {
      const own = await browserAt(server.url);
      // The pile is handed out in its order to the list in its order: the attacker saw who took which.
      if (email === null) expect((await own.type(piles.get(standing.survey.roll.entry(id)!.block)!.shift()!)).status).toBe(303);
      if (email === null) held.set(holderOf(own.cookie().split('=')[1]!).toString('hex'), id);
      const cast = await vote({ fetch: email === null ? own.fetch : await server.as(id), manifestHash: hash, answers: { 'PAY-01': 1 + (voted.length % 5), open: 'x'.repeat(voted.length % 400) } });
      if (!cast.ok) throw new Error(cast.because);
      voted.push({ person: id, block: standing.survey.roll.entry(id)!.block, receipt: cast.value });
    }
    const looted = await lootOf(app.config.dataFolder, manifest, voted);
    // With the keys too: which place in the file of slips is whose.
    const slips = recordsOf(placeOf(app.config.dataFolder, 'pulse').slips, rollBytes);
    const noted = slips.flatMap((record, number) => {
      const person = held.get(readPaper(number, record)?.toString('hex') ?? '');
      return person === undefined ? [] : [{ person, at: number * rollBytes }];
    });
    expect(noted).toHaveLength(held.size);
    expect(held.size).toBeGreaterThan(people / 3);
    const loot = { ...looted, issued: [...looted.issued, ...noted] };
    expect(manifest.blocks).toHaveLength(blocks);
    expect(loot.ballots).toHaveLength(people);
    const links = linksByStrategy(loot);
    process.stdout.write(`links of ${people} in the box (${blocks} by chance): ${JSON.stringify(links)}\n`);
    for (const strategy of strategies) expect(links[strategy], strategy).toBeLessThanOrEqual(byChance);
  },
  timeLimit,
);

test(
  'the same attacker links nearly everybody in a store that a beginner would build',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'murmur-naive-'));
    const { files: disk, ...naive } = beginnersStore(folder, people, blocks);
    rmSync(folder, { recursive: true });
    const links = linksByStrategy({ ...naive, disk });
    process.stdout.write(`links of ${people} in the naive store: ${JSON.stringify(links)}\n`);
    for (const strategy of telling) expect(links[strategy], strategy).toBeGreaterThan(0.9 * people);
  },
  timeLimit,
);

// The thief takes the disk, not the files: everything is read from the raw image of an ext4 file system, free blocks and the file system's
// own journal included.
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { placeOf } from '#db/boxes.server.ts';
import { copiesOf } from '#app/domain/privacy/linker/copies.ts';
import { guessedRight, linksByStrategy, strategies, type Strategy } from '#app/domain/privacy/linker/strategies.ts';
import { lootOf } from '#app/services/publication/loot.server.ts';
import { aCompanyOn, everybodyVotes, planted, type Cast } from '#tests/support/electorate.ts';
import { inodeTimes } from '#tests/support/inode-copies.ts';
import { journalStore } from '#tests/support/journal-store.ts';
import { beginnersStore, fileForEach, type Naive } from '#tests/support/naive-store.ts';
import { rawDisk, type RawDisk } from '#tests/support/raw-disk.ts';
import { times } from '#tests/support/repetitions.ts';

const blocks = times(5, 10);
const people = times(200, 1_000);
const megabytes = times(96, 384);
const byChance = guessedRight(blocks);
const timeLimit = 900_000;
const disks: RawDisk[] = [];

afterEach(() => {
  for (const disk of disks.splice(0)) disk.remove();
});

const probe = rawDisk(4096, 32);
probe?.remove();
// `npm run attack` never leaves it out: there a machine without it fails.
const mounts = probe !== null || process.env['ATTACK'] === '1';
if (!mounts) process.stdout.write('this machine mounts no image of a disk: what lies in free blocks is NOT tested here\n');

function aDisk(blockBytes: number): RawDisk {
  const disk = rawDisk(blockBytes, megabytes);
  if (!disk) throw new Error('no image of a disk can be made or mounted here');
  disks.push(disk);
  return disk;
}

const say = (what: string, found: object) => process.stdout.write(`${what}: ${JSON.stringify(found)}\n`);
const found = (disk: Uint8Array, pieces: readonly Uint8Array[]) => copiesOf(disk, pieces).filter((places) => places.length > 0).length;
const piecesOf = (body: Uint8Array) => Array.from({ length: Math.floor(body.length / 64) }, (_, at) => body.subarray(at * 64, (at + 1) * 64));

/** Of every private key the lines of its text, and stretches of its bytes. */
function keyPieces(folder: string): { readonly text: Uint8Array[]; readonly bytes: Uint8Array[] } {
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line.length > 40 && !line.startsWith('-')));
  // What every key of the kind begins with is no secret.
  return { text: texts.flatMap((lines) => lines.slice(1).map((line) => Buffer.from(line))), bytes: texts.flatMap((lines) => piecesOf(Buffer.from(lines.join(''), 'base64').subarray(64))) };
}

function residues(disk: Uint8Array, cast: readonly Cast[], keys: readonly Uint8Array[]) {
  return {
    keys: found(disk, keys),
    'pieces of ballots': found(disk, cast.flatMap(({ bodies }) => bodies.flatMap(piecesOf))),
    'digests of the roll': found(disk, cast.flatMap(({ noted }) => noted)),
    'planted words': found(disk, cast.map(({ person }) => Buffer.from(planted(person)))),
  };
}

describe.skipIf(!mounts).each([1024, 4096])('on a disk with blocks of %i bytes', (blockBytes) => {
  test('nobody with the raw disk links more ballots than by guessing, and after closing nothing is left on it', async () => {
    const disk = aDisk(blockBytes);
    const folder = join(disk.folder, 'data');
    mkdirSync(folder, { mode: 0o700 });
    const survey = await aCompanyOn(folder, people, blocks);
    const { cast, portal } = await everybodyVotes(folder, survey);
    const place = placeOf(folder, 'pulse');
    const keys = keyPieces(place.keys);

    const open = disk.read();
    const loot = await lootOf(folder, survey.manifest, cast, open);
    expect(loot.ballots).toHaveLength(people);
    expect(loot.issued).toHaveLength(people);
    const links = linksByStrategy(loot);
    say(`links of ${people} on the raw disk (${blocks} by chance)`, links);
    say('times of the box kept by the file system', { 'changes by people': cast.length, 'times found': inodeTimes(open, statSync(place.box).size).length });
    for (const strategy of strategies) expect(links[strategy], strategy).toBeLessThanOrEqual(byChance);
    // The search finds what is there: every ballot that counts, once; and nothing of those that were replaced.
    expect(copiesOf(open, cast.map(({ bodies }) => bodies.at(-1)!.subarray(400, 464))).every((places) => places.length === 1)).toBe(true);
    expect(found(open, cast.flatMap(({ bodies }) => bodies.slice(0, -1).flatMap((body) => piecesOf(body.subarray(320)))))).toBe(0);
    expect(copiesOf(open, cast.flatMap(({ noted }) => noted)).every((places) => places.length === 1)).toBe(true);
    expect(found(open, keys.text)).toBe(keys.text.length);

    expect(await portal.close()).toBe('closed');
    await portal.kill();
    const closed = disk.read();
    const receipts = readFileSync(join(folder, 'releases', 'pulse.receipts'), 'utf8').trimEnd().split('\n');
    expect(receipts).toHaveLength(people);
    expect(linksByStrategy({ ...loot, disk: closed, receipts })['order of receipts']).toBeLessThanOrEqual(byChance);
    const left = residues(closed, cast, [...keys.text, ...keys.bytes]);
    say('left on the raw disk after closing', left);
    expect(left).toEqual({ keys: 0, 'pieces of ballots': 0, 'digests of the roll': 0, 'planted words': 0 });
  }, timeLimit);

  const nearlyAll = 0.9 * people;
  // Of a thousand people's journals ext4 lays many where an earlier one lay; those that are left tell more than a third.
  const manyJournals = 180;
  const stores: readonly (readonly [string, (folder: string) => Naive, number, readonly Strategy[]])[] = [
    ['that was ours before', (folder) => journalStore(folder, people, blocks), manyJournals, ['rollback journals']],
    ['with a file for each ballot', (folder) => fileForEach(folder, people, blocks), nearlyAll, ['directory entry', 'inode', 'inode time', 'order of receipts']],
    ['that a beginner would build', (folder) => beginnersStore(folder, people, blocks), nearlyAll, ['time', 'row id', 'order of records', 'overflow page', 'cell offset', 'size', 'order of the roll']],
  ];

  // On small blocks a journal has more than sixteen of them, and ext4 lays it where the one before lay: there only the last can be read.
  test.skipIf(blockBytes !== 4096).each(stores)('the same attacker links many times more in a store %s', (store, fill, least, telling) => {
    const disk = aDisk(blockBytes);
    const naive = fill(disk.folder);
    const links = linksByStrategy({ ...naive, disk: disk.read() });
    say(`links of ${people} in a store ${store}, blocks of ${blockBytes} bytes`, links);
    for (const strategy of telling) expect(links[strategy], strategy).toBeGreaterThan(least);
  }, timeLimit);
});

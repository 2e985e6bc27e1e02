// What an attacker of our own box holds: a copy of the disk without the keys, the manifest, and the order in which everybody took their
// paper. For made-up people only: the tests and the self-test attack with it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { digestOf, papersNoted, openSlots, placeOf, readBlockKeys, slotBytes } from '#db/boxes.server.ts';
import { readBallot } from '#app/domain/responses/ballot-format.ts';
import type { Loot, Respondent, StoredBallot, StoredFile } from '#app/domain/privacy/linker/strategies.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { isSigned, verifyKeyOf } from '#app/services/responses/sign-papers.server.ts';

export interface Voted {
  readonly person: string;
  readonly block: number;
  readonly receipt: string;
}

/** As a directory and an inode tell of a file. */
export function storedFile(path: string): StoredFile {
  const { ino, ctimeMs } = statSync(path);
  return { name: basename(path), inode: ino, changed: ctimeMs, pages: 0 };
}

/** `voted` in the order of issuance. Without a raw disk it is all files of the data folder, one after another. */
export async function lootOf(dataFolder: string, manifest: Manifest, voted: readonly Voted[], disk = allFiles(dataFolder)): Promise<Loot> {
  const place = placeOf(dataFolder, manifest.survey.id);
  // The public halves: whoever is offered a paper is told the one of the block.
  const keys = readBlockKeys(place.keys, manifest.blocks.length).map(verifyKeyOf);
  const file = storedFile(place.box);
  const slots = openSlots(place.box, manifest.blocks.map(({ invited }) => invited), 'r');
  const ballots: StoredBallot[] = [];
  let at = 0;
  for await (const { body } of slots.filled()) {
    const ballot = readBallot(body);
    const key = ballot && keys[ballot.block];
    if (key && isSigned(key, ballot)) ballots.push({ receipt: digestOf(body).toString('hex'), block: ballot.block, serial: Uint8Array.from(ballot.serial), size: slotBytes, file, at: (at += 1) });
  }
  slots.close();
  const respondents = voted.map((one): Respondent => ({ ...one, requested: slotBytes }));
  return { respondents, ballots, disk, issued: papersNoted(place), receipts: [] };
}

function allFiles(folder: string): Uint8Array {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))));
}

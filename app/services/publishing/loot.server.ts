// What an attacker of our own box holds: a copy of the survey's folder without its keys, the manifest, and the order in which
// everybody took their paper. For made-up people only: the tests and the self-test attack with it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf, readBlockKeys } from '#db/boxes.server.ts';
import { bodyBytes, readBallot } from '#app/domain/responses/ballot-format.ts';
import { storedRecords } from '#app/domain/responses/linker/stored-records.ts';
import type { Loot, Respondent, StoredBallot } from '#app/domain/responses/linker/strategies.ts';
import type { Manifest } from '#app/domain/surveys/manifest.ts';
import { isSigned, verifyKeyOf } from '#app/services/answering/tokens.server.ts';

export interface Voted {
  readonly person: string;
  readonly block: number;
  readonly receipt: string;
}

/** `voted` in the order of issuance. */
export function lootOf(dataFolder: string, manifest: Manifest, voted: readonly Voted[]): Loot {
  const place = placeOf(dataFolder, manifest.survey.id);
  const box = readFileSync(place.box);
  // The public halves: whoever is offered a paper is told the one of the block.
  const keys = readBlockKeys(place.keys, manifest.blocks.length).map(verifyKeyOf);
  const ballots = storedRecords(box, 'slot').flatMap((record): StoredBallot[] => {
    const body = record.columns[2] as Uint8Array;
    const ballot = readBallot(body);
    const key = ballot && keys[ballot.block];
    if (!key || !isSigned(key, ballot)) return [];
    const receipt = createHash('sha256').update(body).digest('hex');
    return [{ receipt, block: ballot.block, serial: ballot.serial, size: body.length, record }];
  });
  const beside = readdirSync(place.folder)
    .filter((name) => name.startsWith('box.sqlite-'))
    .map((name) => readFileSync(join(place.folder, name)));
  const issued = storedRecords(readFileSync(place.roll), 'roll').map((record) => ({ person: record.columns[0] as string, record }));
  const respondents = voted.map((one): Respondent => ({ ...one, requested: bodyBytes }));
  return { respondents, ballots, box, beside, issued };
}

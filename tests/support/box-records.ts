// What a test does to the files of an open survey behind the portal's back.
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { readPeople, type BoxPlace } from '#db/boxes.server.ts';
import { rollBytes, writtenPaper } from '#db/boxes/roll.ts';

/** A file's records, one after another. */
export function recordsOf(path: string, bytes: number): Buffer[] {
  const file = readFileSync(path);
  return Array.from({ length: file.length / bytes }, (_, number) => file.subarray(number * bytes, (number + 1) * bytes));
}

export function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

/** As if these people had never taken a paper; everybody where none is named. */
export function withoutPapers(place: BoxPlace, ...persons: string[]): void {
  const { people } = readPeople(place.people);
  people.forEach(({ person }, at) => {
    if (persons.length > 0 && !persons.includes(person)) return;
    for (const record of [at, people.length + at]) overwrite(place.roll, record * rollBytes, randomBytes(rollBytes));
  });
}

/** As if everybody had taken one. */
export function papersForAll(place: BoxPlace): void {
  const { people } = readPeople(place.people);
  overwrite(place.roll, 0, Buffer.concat(people.map((_, at) => writtenPaper(at, randomBytes(32)))));
}

// What a ballot in the box cannot cost less than: one synced overwrite of eight KiB.
import { randomBytes } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface Floor {
  readonly step: string;
  readonly 'per second': number;
  readonly 'server CPU ms': number;
}

const recordBytes = 8192;
const round = (value: number) => Math.round(value * 1000) / 1000;

function timed(step: string, count: number, work: (index: number) => void): Floor {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  for (let index = 0; index < count; index += 1) work(index);
  const { user, system } = process.cpuUsage(cpu);
  return { step, 'per second': Math.round((count * 1000) / (performance.now() - start)), 'server CPU ms': round((user + system) / 1000 / count) };
}

/** One after another, each waited for, at random places of a file that was written before: what a disk can do at all. */
export function overwriteFloor(folder: string, count = 500): Floor {
  const records = 4096;
  const file = openSync(join(folder, 'floor'), 'w+');
  for (let index = 0; index < records; index += 128) writeSync(file, randomBytes(128 * recordBytes), 0, 128 * recordBytes, index * recordBytes);
  fdatasyncSync(file);
  const places = Array.from({ length: count }, () => randomBytes(2).readUInt16LE() % records);
  const record = randomBytes(recordBytes);
  const floor = timed('one synced overwrite of 8 KiB', count, (index) => {
    writeSync(file, record, 0, recordBytes, places[index]! * recordBytes);
    fdatasyncSync(file);
  });
  closeSync(file);
  return floor;
}

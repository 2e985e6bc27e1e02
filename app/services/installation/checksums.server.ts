// A backup lies for years on a disk nobody looks at: every file of it has its checksum, in the form that `sha256sum -c` reads too.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';

const sumsFile = 'SHA256SUMS';
const linesFile = 'portal.jsonl';

async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  const inside = (place: string) => (existsSync(join(folder, place)) ? readdirSync(join(folder, place)).sort() : []).map((name) => `${place}/${name}`);
  return [linesFile, ...inside('releases'), ...inside('languages')];
}

/** To be called when everything else is written. */
export async function writeSums(folder: string): Promise<void> {
  const lines: string[] = [];
  for (const file of filesIn(folder)) lines.push(`${await sumOf(join(folder, file))}  ${file}\n`);
  writeFileSync(join(folder, sumsFile), lines.join(''), { mode: 0o600, flag: 'wx', flush: true });
}

export type Fault = 'changed-file' | 'missing-file' | 'no-checksums';

export interface FaultyFile {
  readonly because: Fault;
  /** Inside the backup. */
  readonly file: string;
}

/** The first file that is not as it was written; null where all are. Backups of earlier versions have no checksums and say so. */
export async function faultOf(folder: string): Promise<FaultyFile | null> {
  if (!existsSync(join(folder, sumsFile))) return (await hasNone(join(folder, linesFile))) ? null : { because: 'no-checksums', file: sumsFile };
  const listed = new Map<string, string>();
  for (const line of readFileSync(join(folder, sumsFile), 'utf8').split('\n').filter((one) => one !== '')) {
    const [, sum, file] = /^([0-9a-f]{64}) {2}(portal\.jsonl|(?:releases|languages)\/[^/]+)$/.exec(line) ?? [];
    if (sum === undefined || file === undefined) return { because: 'changed-file', file: sumsFile };
    listed.set(file, sum);
  }
  for (const [file, sum] of listed) {
    if (!existsSync(join(folder, file))) return { because: 'missing-file', file };
    if ((await sumOf(join(folder, file))) !== sum) return { because: 'changed-file', file };
  }
  // What is not listed was put there later, or its line was taken away.
  const other = filesIn(folder).find((file) => !listed.has(file));
  return other === undefined ? null : { because: 'changed-file', file: other };
}

/** Whether the backup says of itself that it was made without checksums. */
async function hasNone(path: string): Promise<boolean> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) return line.includes('"version":1');
  return false;
}

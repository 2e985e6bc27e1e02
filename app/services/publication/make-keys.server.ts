// Fresh keys of one survey. A key takes a quarter of a second of a processor: a few are made in the thread pool, many by a thread for each
// processor, and each is kept when it is made. What a stop interrupted goes on with those that are there.
import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { startThread } from '#app/platform/thread.server.ts';
import { keyHashOf, modulusOf } from '#app/services/responses/sign-papers.server.ts';
import { keepBlockKey, keptBlockKeys, type StockPlace } from '#db/boxes.server.ts';

const make = promisify(generateKeyPair);

/** What the protocol asks of a block's key (RFC 9474 with RSA-2048); nothing less is ever made. */
export const blockKey = { modulusLength: 2048, publicExponent: 65_537 } as const;

export interface NewKeys {
  /** P-256. */
  readonly box: KeyObject;
  /** SHA-256 of the moduli by block, base64url. The keys themselves lie where the survey's folder takes them from. */
  readonly blockKeys: readonly string[];
  /** P-256 point, uncompressed, base64url. */
  readonly boxKey: string;
}

export interface KeyOrder extends StockPlace {
  /** Which are to be made. */
  readonly blocks: readonly number[];
}

export interface MadeKey {
  readonly block: number;
  readonly hash: string;
}

export interface Watcher {
  progress(done: number): void;
  /** Ends everything within the time of a key; what was made stays. */
  readonly stop?: AbortSignal;
}

/** Fewer take less time than starting threads. */
const few = 8;

/** Throws what `stop` was aborted with. */
export async function newKeys(place: StockPlace, blocks: number, { progress, stop }: Watcher): Promise<NewKeys> {
  const hashes = (await keptBlockKeys(place, blocks)).map((key) => key && keyHashOf(modulusOf(key)));
  const missing = [...hashes.keys()].filter((block) => hashes[block] === null);
  let done = blocks - missing.length;
  const told = ({ block, hash }: MadeKey) => {
    hashes[block] = hash;
    progress((done += 1));
  };
  progress(done);
  await (missing.length <= few ? makeHere : makeInThreads)({ ...place, blocks: missing }, told, stop);
  const { privateKey } = await make('ec', { namedCurve: 'P-256' });
  return { box: privateKey, blockKeys: hashes as string[], boxKey: pointOf(privateKey) };
}

/** Keeps the key of a block and says what the manifest will say of it. */
export function kept(place: StockPlace, block: number, key: KeyObject): MadeKey {
  keepBlockKey(place, block, key);
  return { block, hash: keyHashOf(modulusOf(key)) };
}

const atOnce = 2;

async function makeHere({ blocks, ...place }: KeyOrder, told: (made: MadeKey) => void, stop?: AbortSignal): Promise<void> {
  for (let at = 0; at < blocks.length; at += atOnce) {
    stop?.throwIfAborted();
    const made = blocks.slice(at, at + atOnce).map(async (block) => told(kept(place, block, (await make('rsa', blockKey)).privateKey)));
    await Promise.all(made);
  }
}

/** One thread for each processor: the thread pool has four threads, and ballots wait for the disk in it. */
async function makeInThreads({ blocks, ...place }: KeyOrder, told: (made: MadeKey) => void, stop?: AbortSignal): Promise<void> {
  stop?.throwIfAborted();
  const threads = Math.min(availableParallelism(), blocks.length);
  const workers = Array.from({ length: threads }, (_, thread) => {
    const share = blocks.filter((_one, at) => at % threads === thread);
    return startThread('keys', { file: './key-worker.server.ts', from: import.meta.url }, { ...place, blocks: share } satisfies KeyOrder);
  });
  const ended = workers.map((worker) => new Promise<void>((resolve, reject) => {
    worker.on('message', told);
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread that made keys ended with ${code}`))));
  }));
  const endAll = () => void workers.forEach((worker) => void worker.terminate());
  stop?.addEventListener('abort', endAll, { once: true });
  try {
    await Promise.all(ended);
  } catch (error) {
    endAll();
    await Promise.allSettled(ended);
    stop?.throwIfAborted();
    throw error;
  } finally {
    stop?.removeEventListener('abort', endAll);
  }
}

/** The public point of a P-256 key, as in the manifest. */
export function pointOf(key: KeyObject): string {
  const { x, y } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  const coordinate = (text: string | undefined) => Buffer.from(text ?? '', 'base64url');
  return Buffer.concat([Buffer.of(4), coordinate(x), coordinate(y)]).toString('base64url');
}

// The thread that makes keys: blocks in, a line for each key that is kept. It ends by itself.
import { generateKeyPairSync } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { blockKey, kept, type KeyOrder } from './make-keys.server.ts';

const port = parentPort;
if (!port) throw new Error('this file is started as a thread');

/** Pages and ballots come first, on every processor. Elsewhere than on Linux a thread has no priority of its own. */
function stepBack(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), constants.priority.PRIORITY_LOW);
  } catch {
    // Then it shares evenly.
  }
}

stepBack();
const { blocks, ...place } = workerData as KeyOrder;
for (const block of blocks) port.postMessage(kept(place, block, generateKeyPairSync('rsa', blockKey).privateKey));

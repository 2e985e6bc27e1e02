// The thread that looks through its share of a box. It ends by itself.
import { parentPort, workerData } from 'node:worker_threads';
import { openSlots } from '#db/boxes.server.ts';
import { ballotsOf } from './find-ballots.server.ts';
import type { LookingOrder } from './look-through-box.server.ts';

const port = parentPort;
if (!port) throw new Error('this file is started as a thread');

const { path, invited, keys, from, to } = workerData as LookingOrder;
const slots = openSlots(path, invited, 'r');
try {
  port.postMessage(await ballotsOf(slots, keys, { from, to }));
} finally {
  slots.close();
}

// The thread that tallies: one order in, progress and one result out. It ends by itself.
import { parentPort, workerData } from 'node:worker_threads';
import { tally, type TallyOrder } from './tally.server.ts';

const port = parentPort;
if (!port) throw new Error('this file is started as a thread');

const result = await tally(workerData as TallyOrder, (progress) => port.postMessage({ progress }));
port.postMessage({ result });

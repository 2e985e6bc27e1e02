// The thread that reads people files: one order in, the directory out in handfuls, because a hundred thousand people taken over at
// once would hold up the pages after all. It ends by itself.
import { parentPort, workerData } from 'node:worker_threads';
import { readPeopleFiles, type ReadingOrder } from './read-people.server.ts';
import { handfulsOf } from './reading-messages.server.ts';

const port = parentPort;
if (!port) throw new Error('this file is started as a thread');

for (const message of handfulsOf(await readPeopleFiles(workerData as ReadingOrder))) port.postMessage(message);

// The thread that reads a file of past answers: one job in, progress out, and the result in the stage's folder. It ends by itself.
import { parentPort, workerData } from 'node:worker_threads';
import { doPastJob, type PastJob } from './past-job.server.ts';

const port = parentPort;
if (!port) throw new Error('this file is started as a thread');

await doPastJob(workerData as PastJob, (bytes) => port.postMessage({ bytes }));
port.postMessage({ done: true });

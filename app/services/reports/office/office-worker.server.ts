// The thread that writes files of an office. It ends by itself.
import { parentPort, workerData } from 'node:worker_threads';
import { writeOffice, type OfficeWork } from './write-office.server.ts';

export type OfficeMade = { readonly file: Uint8Array } | { readonly failed: string };

const port = parentPort;
if (!port) throw new Error('this file is started as a thread');
writeOffice(workerData as OfficeWork).then(
  (file) => port.postMessage({ file } satisfies OfficeMade),
  (error: unknown) => port.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : 'no file' } satisfies OfficeMade),
);

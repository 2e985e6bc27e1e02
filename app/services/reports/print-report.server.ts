// A report as PDF, made in a thread of its own: pages and ballots are answered meanwhile. One at a time, so that two readers never take
// twice the memory; the last ones are kept for whoever asks again.
import { createHash } from 'node:crypto';
import type { ReportDocument } from '#app/domain/reports/document/document.ts';
import type { App } from '#app/platform/app.server.ts';
import { keptLately, type Kept } from '#app/platform/kept.server.ts';
import { startThread } from '#app/platform/thread.server.ts';
import { textOf } from '#app/text/text.ts';
import type { PdfMade, PdfWork } from './pdf-worker.server.ts';
import { printableReport } from './printable-report.server.ts';

interface Press {
  readonly kept: Kept<Uint8Array>;
  turn: Promise<unknown>;
}

const presses = new WeakMap<App['data'], Press>();

function pressOf(app: App): Press {
  const press = presses.get(app.data) ?? { kept: keptLately<Uint8Array>(8), turn: Promise.resolve() };
  presses.set(app.data, press);
  return press;
}

/** The bytes of the file; the same document makes the same ones. Throws where the typesetter fails or is not there for this machine. */
export async function printReport(app: App, document: ReportDocument): Promise<Uint8Array> {
  const printable = printableReport(document, textOf(document.language));
  const work: PdfWork = { document: JSON.stringify(printable), region: String(printable['region']), made: Date.parse(`${document.cover.closed}T00:00:00Z`) / 1_000 };
  const press = pressOf(app);
  return press.kept.once(createHash('sha256').update(work.document).digest('hex'), () => {
    const made = press.turn.then(() => inThread(work));
    press.turn = made.catch(() => undefined);
    return made;
  });
}

function inThread(work: PdfWork): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = startThread('pdf', { file: './pdf-worker.server.ts', from: import.meta.url }, work);
    worker.once('message', (made: PdfMade) => ('pdf' in made ? resolve(made.pdf) : reject(new Error(`the report could not be set: ${made.failed}`))));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the typesetter ended without a file')));
  });
}

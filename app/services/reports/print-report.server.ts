// A report as PDF, made in a thread of its own: pages and ballots are answered meanwhile. One at a time, so that two readers never take
// twice the memory; whoever asks for the same gets the same work, and the last ones are kept for whoever asks again.
import { createHash } from 'node:crypto';
import type { ReportDocument } from '#app/domain/reports/document/document.ts';
import type { Letterhead } from '#app/domain/organisation/letterhead.ts';
import type { PaperSheet } from '#app/domain/reports/document/paper-sheet.ts';
import type { App } from '#app/platform/app.server.ts';
import { keptLately, type Kept } from '#app/platform/kept.server.ts';
import { startThread } from '#app/platform/thread.server.ts';
import { textOf } from '#app/text/text.ts';
import { writable } from './office/same-bytes.server.ts';
import type { PdfMade, PdfWork } from './pdf-worker.server.ts';
import { printableSheet } from './printable-sheet.server.ts';
import { printableReport, type Printed } from './printable-report.server.ts';

interface Press {
  readonly kept: Kept<Uint8Array>;
  /** Work by its key, the first one under way. */
  readonly line: string[];
  /** Said once to whoever looks, and tried anew when asked again. */
  readonly failed: Set<string>;
  turn: Promise<unknown>;
}

const presses = new WeakMap<App['data'], Press>();

function pressOf(app: App): Press {
  const press = presses.get(app.data) ?? { kept: keptLately<Uint8Array>(8), line: [], failed: new Set(), turn: Promise.resolve() };
  presses.set(app.data, press);
  return press;
}

interface Printing {
  /** SHA-256 of what is printed, hex. */
  readonly key: string;
  readonly pdf: Promise<Uint8Array>;
}

interface Paper {
  readonly printable: Printed;
  /** YYYY-MM-DD: the time that stands in the file. */
  readonly day: string;
  readonly letterhead: Letterhead | undefined;
}

const paperOf = (document: ReportDocument): Paper => ({ printable: printableReport(document, textOf(document.language)), day: document.cover.closed, letterhead: document.letterhead });

/** The same document is one work. */
function print(app: App, { printable, day, letterhead }: Paper): Printing {
  const said = JSON.stringify(printable, (_name, value: unknown) => (typeof value === 'string' ? writable(value) : value));
  const work: PdfWork = { document: said, region: String(printable['region']), made: Date.parse(`${day}T00:00:00Z`) / 1_000, logo: letterhead?.logo?.png ?? null };
  const press = pressOf(app);
  const key = createHash('sha256').update(work.document).update(work.logo ?? '').digest('hex');
  const pdf = press.kept.once(key, () => {
    press.line.push(key);
    press.failed.delete(key);
    const made = press.turn.then(() => inThread(work)).finally(() => press.line.splice(press.line.indexOf(key), 1));
    press.turn = made.catch((error: unknown) => {
      app.log.error({ err: error }, 'a report could not be set');
      press.failed.add(key);
    });
    return made;
  });
  return { key, pdf };
}

/** The bytes of the file; the same document makes the same ones. Throws where the typesetter fails or is not there for this machine. */
export const printReport = (app: App, document: ReportDocument): Promise<Uint8Array> => print(app, paperOf(document)).pdf;

/** A sheet that is no report; a second or two. */
export const printSheet = (app: App, sheet: PaperSheet): Promise<Uint8Array> => print(app, { printable: printableSheet(sheet), day: sheet.day, letterhead: sheet.letterhead }).pdf;

/** The file where it is made within the patience (milliseconds), else the key of the work, which goes on. */
export async function printSoon(app: App, document: ReportDocument, patience: number): Promise<Uint8Array | string> {
  const { key, pdf } = print(app, paperOf(document));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => (timer = setTimeout(() => resolve(key), patience)));
  return Promise.race([pdf, late]).finally(() => clearTimeout(timer));
}

/** How a work stands: under way with so many before it, failed, or over (and then it is there, or is made anew when asked for). */
export type Standing = { readonly state: 'under-way'; readonly before: number } | { readonly state: 'failed' | 'over' };

export function standingOfPrint(app: App, key: string): Standing {
  const press = pressOf(app);
  const before = press.line.indexOf(key);
  if (before >= 0) return { state: 'under-way', before };
  return { state: press.failed.delete(key) ? 'failed' : 'over' };
}

function inThread(work: PdfWork): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = startThread('pdf', { file: './pdf-worker.server.ts', from: import.meta.url }, work);
    worker.once('message', (made: PdfMade) => ('pdf' in made ? resolve(made.pdf) : reject(new Error(`the report could not be set: ${made.failed}`))));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the typesetter ended without a file')));
  });
}

// The thread that sets a report for paper: one report in, the bytes of the file out. It ends by itself.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { reportTemplate } from './report-template.server.ts';

export interface PdfWork {
  /** What the template reads, as JSON. */
  readonly document: string;
  readonly region: string;
  /** Seconds since 1970 that stand in the file as its time: the survey's last day, so that the same report is the same bytes. */
  readonly made: number;
  /** PNG in base64; null where the document has none. */
  readonly logo: string | null;
}

export type PdfMade = { readonly pdf: Uint8Array } | { readonly failed: string };

const fontsOf = (name: string) => join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'fonts');

/** No folder of the machine: the template reads what is handed to it and nothing else. */
const room = '/nowhere';

function make({ document, region, made, logo }: PdfWork): PdfMade {
  // Words of people come in either script: 這 stands in the fonts for 简体, 这 not in those for 繁體.
  const fonts = ['@embedpdf/fonts-latin', '@embedpdf/fonts-sc', ...(region === 'TW' ? ['@embedpdf/fonts-tc'] : [])];
  const compiler = NodeCompiler.create({ workspace: room, fontArgs: [{ fontPaths: fonts.map(fontsOf) }] });
  if (logo !== null) compiler.mapShadow(join(room, 'logo.png'), Buffer.from(logo, 'base64'));
  const compiled = compiler.compile({ mainFileContent: reportTemplate, inputs: { document } });
  if (!compiled.result) return { failed: JSON.stringify(compiled.takeError()?.shortDiagnostics ?? 'no document') };
  const { result } = compiled;
  const written = (pdfStandard: string) => compiler.pdf(result, { pdfStandard, pdfTags: true, creationTimestamp: made });
  try {
    // PDF/UA-1: the typesetter refuses what a screen reader could not read.
    return { pdf: written('ua-1') };
  } catch {
    // Words of people hold signs that no font here has, such as 🙂: a box stands for them, and the file is tagged all the same.
    return { pdf: written('1.7') };
  }
}

const port = parentPort;
if (!port) throw new Error('this file is started as a thread');
port.postMessage(make(workerData as PdfWork));

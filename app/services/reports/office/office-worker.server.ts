// The thread that writes files of an office: one piece of work in, the bytes of the file out. It ends by itself.
import { parentPort, workerData } from 'node:worker_threads';
import { drawPicture } from './draw-picture.server.ts';
import { writeSlides, type SlidesWork } from './write-slides.server.ts';
import { writeText, type TextWork } from './write-text.server.ts';

export type OfficeWork =
  | { readonly kind: 'pptx'; readonly work: SlidesWork }
  | { readonly kind: 'docx'; readonly work: TextWork; /** By the chart's id, as SVG. */ readonly pictures: Readonly<Record<string, string>> }
  | { readonly kind: 'png'; readonly svg: string; readonly lang: string };

export type OfficeMade = { readonly file: Uint8Array } | { readonly failed: string };

async function make(given: OfficeWork): Promise<Uint8Array> {
  switch (given.kind) {
    case 'pptx':
      return writeSlides(given.work);
    case 'docx':
      return writeText(given.work, ({ id }) => drawPicture(given.pictures[id] ?? '', given.work.script.lang));
    case 'png':
      return drawPicture(given.svg, given.lang).png;
  }
}

const port = parentPort;
if (!port) throw new Error('this file is started as a thread');
make(workerData as OfficeWork).then(
  (file) => port.postMessage({ file } satisfies OfficeMade),
  (error: unknown) => port.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : 'no file' } satisfies OfficeMade),
);

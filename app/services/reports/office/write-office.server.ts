// One piece of work in, the bytes of the file out: what the thread for files of an office does.
import { drawLogo, type LogoWork } from './draw-logo.server.ts';
import { drawPicture } from './draw-picture.server.ts';
import { writeSlides, type SlidesWork } from './write-slides.server.ts';
import { writeText, type TextWork } from './write-text.server.ts';

export type OfficeWork =
  | { readonly kind: 'pptx'; readonly work: SlidesWork }
  | { readonly kind: 'docx'; readonly work: TextWork; /** By the chart's id, as SVG. */ readonly pictures: Readonly<Record<string, string>> }
  | { readonly kind: 'logo'; readonly work: LogoWork }
  | { readonly kind: 'png'; readonly svg: string; readonly lang: string };

/** The same work gives the same bytes. */
export async function writeOffice(given: OfficeWork): Promise<Uint8Array> {
  switch (given.kind) {
    case 'pptx':
      return writeSlides(given.work);
    case 'docx':
      return writeText(given.work, ({ id }) => drawPicture(given.pictures[id] ?? '', given.work.script.lang));
    case 'logo':
      return drawLogo(given.work);
    case 'png':
      return drawPicture(given.svg, given.lang).png;
  }
}

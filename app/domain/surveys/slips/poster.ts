// What is hung up while a survey can be answered: one sheet for each language it is asked in. It says only what is true of that survey,
// and its QR is the same for everybody who passes.
import type { Language } from '../../kernel/language.ts';
import type { QrDrawing } from '../../kernel/qr-drawing.ts';

/** Ready sentences of one language. */
export interface PosterSheet {
  readonly language: Language;
  readonly title: string;
  readonly purpose: string;
  readonly days: string;
  readonly how: string;
  readonly ways: readonly string[];
  readonly promised: string;
  readonly promises: readonly string[];
  readonly limits: string;
  readonly compare: string;
  /** The six words. */
  readonly words: readonly string[];
  readonly after: readonly string[];
  readonly scan: string;
}

export interface Poster {
  readonly sheets: readonly PosterSheet[];
  /** The portal's address, which the QR leads to. */
  readonly home: string;
  readonly qr: QrDrawing;
}

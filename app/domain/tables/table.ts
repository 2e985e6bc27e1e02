// Whatever somebody brings from another program is a table: a header and rows of text. How it was written (separator, encoding, sheet)
// and what was left out of it is told with it, so that nothing is read silently wrong.
import type { Encoding } from './encodings.ts';

/** Lines are those of the file, the first is 1; a row in several lines stands in its last one. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** `separator`: `sep=;` for a spreadsheet; `title`: above the header; `second-header`: below it; `again`: the header once more. */
export type SkippedAs = 'separator' | 'title' | 'second-header' | 'again' | 'total' | 'note';

export interface Skipped extends TableRow {
  readonly as: SkippedAs;
}

export interface ShapedTable extends Table {
  readonly headerLine: number;
  /** In the order of the file. Second and third header rows are among them, whole: some exports say there what was asked. */
  readonly skipped: readonly Skipped[];
}

/** How a file was written, as far as that kind of file has it. */
export interface WrittenAs {
  readonly kind: 'text' | 'workbook' | 'web-page';
  readonly encoding: Encoding | null;
  readonly separator: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
}

export interface FileTable extends ShapedTable {
  readonly written: WrittenAs;
}

/** `old-workbook`: Excel before 2007; `other-program`: a document that is no table; `too-large`: a small file that would become huge. */
export type Unreadable = 'empty-file' | 'broken-quotes' | 'broken-workbook' | 'old-workbook' | 'other-program' | 'too-large' | 'wrong-encoding';

/** A cell in which bytes of an unknown encoding stand, as one encoding reads it. */
export interface EncodingOffer {
  readonly encoding: Encoding;
  /** The same cells in every offer, in the order of the file. */
  readonly words: readonly string[];
}

export type TableReading =
  | { readonly kind: 'table'; readonly table: FileTable }
  /** Somebody who can read the words has to say which is right; the likeliest first. */
  | { readonly kind: 'encoding-asked'; readonly offers: readonly EncodingOffer[] }
  | { readonly kind: 'unreadable'; readonly because: Unreadable; /** Where reading stopped. */ readonly line: number };

/** How to read, where somebody said so. */
export interface ReadAs {
  readonly encoding?: Encoding | null | undefined;
  readonly separator?: string | null | undefined;
  readonly sheet?: string | null | undefined;
}

// A sheet of paper that is no report: to lead a talk with, to hang up, to hand to a works council. It is composed from what its page shows,
// and the typesetter gets nothing else.
import type { Language } from '../../kernel/language.ts';
import type { Letterhead } from '../../organisation/letterhead.ts';
import type { Table } from './document.ts';

export interface PaperSheet {
  readonly language: Language;
  readonly company: string;
  readonly title: string;
  /** Under the title, small: what it is about, as of when. */
  readonly lead: readonly string[];
  /** On every page. */
  readonly foot: string;
  /** YYYY-MM-DD: as of when it speaks, and the time that stands in the file. */
  readonly day: string;
  /** `wall` is read from two metres. */
  readonly read: 'hand' | 'wall';
  readonly letterhead: Letterhead;
  readonly parts: readonly SheetPart[];
}

export interface SheetPart {
  readonly heading: string;
  /** Stands in a frame. */
  readonly framed?: true;
  readonly blocks: readonly SheetBlock[];
}

export type SheetBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly strong?: true }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Each with what is said of it in a word, and whether it was otherwise on the sheet before. */
  | { readonly kind: 'points'; readonly items: readonly SheetPoint[] }
  /** Beside each other. */
  | { readonly kind: 'columns'; readonly columns: readonly { readonly heading: string; readonly items: readonly string[] }[] }
  /** Lines to write on. */
  | { readonly kind: 'room'; readonly lines: number }
  | Table;

export interface SheetPoint {
  readonly text: string;
  /** «holds»; null for none. */
  readonly says: string | null;
  /** Something to look at. */
  readonly warns: boolean;
  /** «new», «changed»; null where it stood there before. */
  readonly mark: string | null;
}

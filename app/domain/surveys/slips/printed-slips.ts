// A pile as it is printed: four slips to a sheet of A4, each in three languages. Nothing on a slip differs from another but its code, so
// that no slip tells of which department or person it is.
import type { Day } from '../../kernel/day.ts';
import type { Language, Localized } from '../../kernel/language.ts';
import type { QrDrawing } from '../../kernel/qr-drawing.ts';

const slipsOnSheet = 4;

/** What every slip says, in one language: ready sentences. */
export interface SlipWords {
  readonly language: Language;
  readonly title: string;
  readonly how: string;
  readonly until: string;
  readonly nameless: string;
  readonly compare: string;
  /** The six words of the survey. */
  readonly words: readonly string[];
}

export interface PrintedSlip {
  readonly code: string;
  readonly qr: QrDrawing;
}

export interface PrintedSlips {
  readonly said: readonly SlipWords[];
  /** Where a code is typed, without `https://`. */
  readonly address: string;
  readonly sheets: readonly (readonly PrintedSlip[])[];
}

/** Stays with the two people who hand a pile out, and is no slip. */
export interface Cover {
  readonly title: Localized;
  readonly departments: readonly string[];
  readonly slips: number;
  /** The last day on which answers are taken. */
  readonly closesOn: Day;
}

/** As many whole sheets as are needed; the last one may have room. */
export function onSheets<Slip>(slips: readonly Slip[]): readonly (readonly Slip[])[] {
  return Array.from({ length: Math.ceil(slips.length / slipsOnSheet) }, (_, at) => slips.slice(at * slipsOnSheet, (at + 1) * slipsOnSheet));
}

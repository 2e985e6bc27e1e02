// One slide: one thing that was found, and the figure that shows it.

export interface Slide {
  /** Letters and hyphens; unique in its deck. */
  readonly id: string;
  /** What it is about, above the title. */
  readonly topic: string;
  /** What was found. */
  readonly title: string;
  readonly lines: readonly string[];
  readonly figure: SlideFigure | null;
  /** For whoever speaks: sentences in full, how the figures came about, where they come from. */
  readonly notes: readonly string[];
}

export interface SlideChart {
  readonly kind: 'bars' | 'line';
  readonly series: string;
  readonly scale: readonly [low: number, high: number];
  readonly points: readonly { readonly label: string; readonly value: number | null }[];
  readonly alternative: string;
  readonly source: string;
}

export interface SlideTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly { readonly text: string; readonly isNumber: boolean }[])[];
  readonly source: string;
}

/** Whole per cents of each row, in the order of `parts`; they add up to 100. */
export interface SlideShares {
  readonly kind: 'shares';
  readonly parts: readonly string[];
  readonly rows: readonly { readonly label: string; readonly shares: readonly number[] }[];
  readonly alternative: string;
  readonly source: string;
}

export type SlideFigure = SlideChart | SlideShares | SlideTable;

// A report as a document: what it says, in which order, without how it looks. Page, PDF, slides and tables of files are renderings of
// it; none of them has a number that it has not, and it has none that no release, plan or setting has.
import type { Language } from '../../kernel/language.ts';
import type { Letterhead } from '../../organisation/letterhead.ts';

export interface ReportDocument {
  readonly language: Language;
  readonly cover: Cover;
  /** Only parts of the company were asked. */
  readonly ofParts?: true;
  /** In the order of reading; the summary first. */
  readonly sections: readonly Section[];
  /** Tables for files alone: published cells one by one, too long to be read on a page. */
  readonly data: readonly Table[];
  /** How it looks where it leaves; the program's own look where absent. */
  readonly letterhead?: Letterhead;
}

export interface Cover {
  /** «Assessment report». */
  readonly title: string;
  readonly company: string;
  readonly survey: string;
  /** Whom it is about. */
  readonly about: string;
  /** The day on which the survey closed, YYYY-MM-DD; of a year its last one. */
  readonly closed: string;
  /** The first day on which its figures are older than two rounds, YYYY-MM-DD. */
  readonly outOfDateFrom: string;
  /** Of a report about several surveys of one year alone. */
  readonly year?: string;
  /** Everything else a cover says, label and words, in order: days, people, who made it, fingerprint, release. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** SHA-256 of the one release it was made from, hex. */
  readonly release: string;
  /** SHA-256 of the survey as it was sealed, hex; null for a survey from a file. */
  readonly manifest: string | null;
}

export interface Section {
  /** Letters and hyphens; unique in its document. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export type Block = Sentence | SentenceList | Table | Chart;

export interface Sentence {
  readonly kind: 'sentence';
  readonly text: string;
  /** The row of docs/claims.md that says when it may be said; null where it asserts nothing about people. */
  readonly claim: string | null;
  /** The numbers it says. */
  readonly numbers: readonly number[];
}

export interface SentenceList {
  readonly kind: 'list';
  readonly sentences: readonly Sentence[];
}

/** What the values of a column are: whole people, 0–100, per cent, index points, anything else that is counted, or none. */
export type ColumnKind = 'text' | 'people' | 'index' | 'percent' | 'points' | 'number' | 'day';

export interface Column {
  /** Unique in its table; the same in every language. */
  readonly id: string;
  readonly head: string;
  readonly kind: ColumnKind;
  /** What this column is, in one sentence. */
  readonly about: string;
}

export interface Cell {
  readonly text: string;
  /** Null in a column of text, and where there is no figure. */
  readonly value: number | null;
}

export interface Table {
  readonly kind: 'table';
  /** Letters and hyphens; unique in its document; the same in every language. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly Cell[])[];
  /** Survey, day, people and release. */
  readonly source: string;
  /** These rows are the first of a table that stands whole among those for files, under the same id. */
  readonly part?: true;
}

interface ChartFrame {
  readonly kind: 'chart';
  /** Letters and hyphens; unique in its document. */
  readonly id: string;
  readonly caption: string;
  readonly source: string;
  /** What it shows, for whoever cannot see it; the figures stand in a table of the same document. */
  readonly alternative: string;
}

/** A point with its 95 % interval for each row, on a scale that never moves. */
export interface IntervalChart extends ChartFrame {
  readonly shape: 'intervals';
  readonly scale: readonly [low: number, high: number];
  readonly rows: readonly { readonly label: string; readonly value: number; readonly low: number; readonly high: number; readonly people: number }[];
}

/** Surveys, oldest first; a line stops before a point that is broken, and where there is no value. */
export interface TrendChart extends ChartFrame {
  readonly shape: 'trend';
  readonly scale: readonly [low: number, high: number];
  readonly points: readonly { readonly day: string; readonly value: number | null; readonly low: number | null; readonly high: number | null; readonly broken: boolean }[];
  readonly limits: { readonly centre: number; readonly lower: number; readonly upper: number } | null;
}

/** Whole per cents of each row, in the order of `parts`; they add up to 100. */
export interface ShareChart extends ChartFrame {
  readonly shape: 'shares';
  readonly parts: readonly string[];
  readonly rows: readonly { /** Dimension, or the question itself where it belongs to none. */ readonly area: { readonly id: string; readonly label: string }; readonly label: string; readonly people: number; readonly shares: readonly number[] }[];
}

/** A level for each row and column; `mark`: clearly above or below what it is compared with. */
export interface MatrixChart extends ChartFrame {
  readonly shape: 'matrix';
  readonly scale: readonly [low: number, high: number];
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly depth: number; readonly people: number; readonly cells: readonly ({ readonly value: number; readonly mark: 'up' | 'down' | null } | null)[] }[];
}

export type Chart = IntervalChart | TrendChart | ShareChart | MatrixChart;

/** Every block with the sections above it, in the order of reading. */
export function blocksOf({ sections }: Pick<ReportDocument, 'sections'>): Block[] {
  return sections.flatMap((section) => [...section.blocks, ...blocksOf(section)]);
}

/** Every table whole, in the order of reading, those for files last. */
export const tablesOf = (document: ReportDocument): Table[] => [...blocksOf(document).filter((block) => block.kind === 'table').filter(({ part }) => !part), ...document.data];

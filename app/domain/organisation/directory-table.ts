// A people file as rows of text, whatever it was written with. Lines are those of the file, the first is 1.

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

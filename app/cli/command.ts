// The shape of every command: results go to `out`, messages and progress to `err`.

export interface Io {
  out(line: string): void;
  err(line: string): void;
  readonly dataFolder: string;
  readonly json: boolean;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** 0 done, 1 refused or invalid input, 2 wrong usage. */
  run(args: readonly string[], io: Io): Promise<0 | 1 | 2>;
}

import type { Dialect, Kysely } from 'kysely';

/** Overwrites what was deleted from these tables, and the log. False where another process reads or writes just now. */
export type Overwrite = <T>(db: Kysely<T>, tables: readonly string[]) => Promise<boolean>;

export interface PortalDialect extends Dialect {
  /** Null where the database keeps what was deleted, in an order, and cannot be told not to. */
  readonly overwrite: Overwrite | null;
  /** Whether overwriting the log takes long. */
  longLog(): boolean;
  /** False, within two seconds, while nothing answers. */
  answers(): Promise<boolean>;
  /** Ends what watches it. */
  leave(): Promise<void>;
}

export interface DialectOptions {
  /** Opened beside somebody of the same process who has it open for longer: leaves what is for the last one to do. */
  readonly guest?: boolean;
}

// A database and a data folder belong together: with another folder the ballots of open surveys would seem to be gone, and with
// another database the boxes in the folder would belong to nobody.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';

export interface Halves {
  /** The key each of them carries; null where it carries none yet. */
  readonly database: string | null;
  readonly folder: string | null;
  /** Surveys the database believes to be open, and those of them whose box is there. */
  readonly sealed: number;
  readonly found: number;
  /** Boxes in the folder. */
  readonly boxes: number;
}

export type MismatchRefusal = 'other-folder' | 'no-folder' | 'other-database';

/** The key both carry from now on; `fresh` where neither has one. */
export function keyOf({ database, folder, sealed, found, boxes }: Halves, fresh: string): Outcome<string, MismatchRefusal> {
  if (database !== null && folder !== null) return database === folder ? done(database) : refused('other-folder');
  if (database !== null) return sealed > 0 ? refused('no-folder') : done(database);
  if (folder !== null) return boxes > 0 ? refused('other-database') : done(folder);
  return sealed > 0 && found === 0 ? refused('no-folder') : done(fresh);
}

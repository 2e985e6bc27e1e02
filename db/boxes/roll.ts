// The roll: who may answer, in which block, and who has taken a paper. Every entry keeps its size and its place in the file
// when a paper is taken, so that a copy of the file does not tell in which order papers were taken; no time stands anywhere.
import { openFile, openForReading, startFile, type Connection } from './connection.ts';
import { groupCommit } from './group-commit.ts';

export const digestBytes = 32;

export interface RollEntry {
  readonly person: string;
  /** Index into the manifest's blocks. */
  readonly block: number;
}

export interface RolledBlock {
  /** Random, base64url; with the names it gives the hash in the manifest. */
  readonly salt: string;
  /** Sorted names of everybody in the block, as at sealing. */
  readonly names: readonly string[];
}

export interface Issued {
  readonly block: number;
  /** SHA-256 of the blinded value, or null where no paper was taken. */
  readonly blinded: Uint8Array | null;
  readonly reissued: boolean;
}

export interface RollCounts {
  /** By block. */
  readonly invited: readonly number[];
  readonly papers: readonly number[];
  readonly reissued: readonly number[];
}

const schema = `
  create table block (number integer primary key, salt text not null, names text not null);
  create table roll (
    person text primary key,
    block integer not null,
    blinded blob not null,
    reissued integer not null check (reissued in (0, 1))
  ) without rowid;
`;
const none = Buffer.alloc(digestBytes);

export function makeRoll(path: string, entries: readonly RollEntry[], blocks: readonly RolledBlock[]): void {
  const db = startFile(path);
  db.exec(schema);
  const addBlock = db.prepare('insert into block (number, salt, names) values (?, ?, ?)');
  const addEntry = db.prepare('insert into roll (person, block, blinded, reissued) values (?, ?, ?, 0)');
  const byPerson = [...entries].sort((one, other) => (one.person < other.person ? -1 : 1));
  db.transaction(() => {
    blocks.forEach(({ salt, names }, number) => addBlock.run(number, salt, JSON.stringify(names)));
    for (const { person, block } of byPerson) addEntry.run(person, block, none);
  })();
  db.close();
}

interface Row {
  readonly block: number;
  readonly blinded: Buffer;
  readonly reissued: number;
}

export function openRoll(path: string) {
  const db = openFile(path);
  const find = db.prepare<[string], Row>('select block, blinded, reissued from roll where person = ?');
  const update = db.prepare('update roll set blinded = ?, reissued = ? where person = ?');
  const queue = groupCommit(db);
  const blocks = db.prepare<[], { salt: string; names: string }>('select salt, names from block order by number').all();

  function entry(person: string): Issued | null {
    const row = find.get(person);
    if (!row) return null;
    return { block: row.block, blinded: none.equals(row.blinded) ? null : row.blinded, reissued: row.reissued === 1 };
  }

  return {
    blocks: blocks.map(({ salt, names }): RolledBlock => ({ salt, names: JSON.parse(names) as string[] })),
    entry,
    /** Looks and writes in one step, so that of two requests at once one sees the other. What `decide` gives back is written. */
    issue<T>(person: string, decide: (issued: Issued | null) => { readonly write: Pick<Issued, 'blinded' | 'reissued'> | null; readonly result: T }): Promise<T> {
      return queue.write(() => {
        const { write, result } = decide(entry(person));
        if (write) update.run(write.blinded ?? none, write.reissued ? 1 : 0, person);
        return result;
      });
    },
    idle: queue.idle,
    counts: (): RollCounts => countsOf(db, blocks.length),
    close: () => db.close(),
  };
}

export type Roll = ReturnType<typeof openRoll>;

/** The counts of a roll nobody writes to any more. */
export function readRollCounts(path: string): RollCounts {
  const db = openForReading(path);
  try {
    const { blocks } = db.prepare<[], { blocks: number }>('select count(*) as blocks from block').get() as { blocks: number };
    return countsOf(db, blocks);
  } finally {
    db.close();
  }
}

function countsOf(db: Connection, blocks: number): RollCounts {
  const rows = db
    .prepare<[Buffer], { block: number; invited: number; papers: number; reissued: number }>(
      'select block, count(*) as invited, sum(blinded <> ?) as papers, sum(reissued) as reissued from roll group by block',
    )
    .all(none);
  const zeros = () => new Array<number>(blocks).fill(0);
  const counts = { invited: zeros(), papers: zeros(), reissued: zeros() };
  for (const row of rows) {
    counts.invited[row.block] = row.invited;
    counts.papers[row.block] = row.papers;
    counts.reissued[row.block] = row.reissued;
  }
  return counts;
}

// The box: slots full of random bytes from the start, some of which ballots overwrite in place. Who holds a copy of the file
// finds no order in it: neither keys nor pages nor cells depend on when a ballot came. Which slots are used is not written down.
import { randomBytes, randomFillSync } from 'node:crypto';
import { bodyBytes } from '#app/domain/responses/ballot-format.ts';
import { openFile, openForReading, startFile, type Connection } from './connection.ts';
import { groupCommit } from './group-commit.ts';

const idBytes = 8;
/** Every person may have taken one paper and one reissue, each with a ballot. */
const slotsPerPerson = 2;
const perTurn = 128;
const schema = `
  create table slot (
    block integer not null,
    id blob not null,
    body blob not null,
    primary key (block, id)
  ) without rowid;
`;

/** Writes the slots in their order, in portions, so that the portal goes on answering. `invited` by block. */
export async function makeSlots(path: string, invited: readonly number[]): Promise<void> {
  const db = startFile(path);
  db.exec(schema);
  const add = db.prepare('insert into slot (block, id, body) values (?, ?, ?)');
  const body = Buffer.alloc(bodyBytes);
  for (const [block, people] of invited.entries()) {
    const ids = Array.from({ length: people * slotsPerPerson }, () => randomBytes(idBytes)).sort(Buffer.compare);
    for (let from = 0; from < ids.length; from += perTurn) {
      db.transaction(() => {
        for (const id of ids.slice(from, from + perTurn)) add.run(block, id, randomFillSync(body));
      })();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  db.close();
}

export interface Slot {
  readonly block: number;
  /** Position among the block's slots in key order. */
  readonly number: number;
  readonly body: Uint8Array;
}

export function openSlots(path: string) {
  const db = openFile(path);
  const replace = db.prepare('update slot set body = ? where block = ? and id = ?');
  const queue = groupCommit(db);
  const ids = slotIds(db);

  return {
    /** Slots by block. */
    sizes: ids.map((block) => block.length),
    /** `choose` runs inside the transaction and names the slot; the body takes its place. Resolves after the commit. */
    write(body: Uint8Array, choose: () => Pick<Slot, 'block' | 'number'>): Promise<void> {
      return queue.write(() => {
        const { block, number } = choose();
        if (replace.run(body, block, ids[block]?.[number]).changes !== 1) throw new Error('no such slot');
      });
    },
    each: () => eachSlot(db, ids.length),
    idle: queue.idle,
    close: () => db.close(),
  };
}

export type Slots = ReturnType<typeof openSlots>;

/** Every slot of a box nobody writes to any more, a few at a time. */
export function* readSlots(path: string): Generator<Slot> {
  const db = openForReading(path);
  try {
    yield* eachSlot(db, slotIds(db).length);
  } finally {
    db.close();
  }
}

function slotIds(db: Connection): Buffer[][] {
  const ids: Buffer[][] = [];
  for (const { block, id } of db.prepare<[], { block: number; id: Buffer }>('select block, id from slot order by block, id').iterate()) {
    (ids[block] ??= []).push(id);
  }
  return ids;
}

const portion = 64;

// Read in portions: an open cursor would keep every ballot that arrives meanwhile from being written.
function* eachSlot(db: Connection, blocks: number): Generator<Slot> {
  const next = db.prepare<[number, Buffer, number], { id: Buffer; body: Buffer }>(
    'select id, body from slot where block = ? and id > ? order by id limit ?',
  );
  for (let block = 0; block < blocks; block += 1) {
    let after: Buffer = Buffer.alloc(0);
    for (let number = 0; ; ) {
      const rows = next.all(block, after, portion);
      for (const { id, body } of rows) {
        after = id;
        yield { block, number, body };
        number += 1;
      }
      if (rows.length < portion) break;
    }
  }
}

// Transactions of which everybody can tell afterwards which of them the database holds: each has a number, puts the same rows for that
// number, and takes away those of earlier numbers that its own number names.
import { day } from '#app/domain/kernel/day.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import type { Data } from '#db/index.server.ts';
import type { SqliteDatabase } from '#db/dialects/sqlite-driver.ts';
import { aPerson } from '#tests/support/directory.ts';

const today = day('2026-11-22');
const longest = 40;
const parts = ['a', 'b', 'c'] as const;
const named = (writer: string, number: number) => `${writer}-${String(number).padStart(6, '0')}`;

/** From nothing to several pages; one in thirty makes the log longer than it usually is. */
function textOf(number: number, part: string): string {
  const length = number % 30 === 0 && part === 'b' ? 400_000 : (number * 37 + part.charCodeAt(0) * 101) % 900;
  return `${number}-${part} `.repeat(length);
}

const takenBy = (number: number): number[] => [...(number % 3 === 0 ? [] : [number - 7]), number - longest].filter((taken) => taken > 0);

export const prepare = (data: Data): Promise<void> => data.people.saveAll([aPerson('somebody')]);

/** Resolves when it is committed. */
export function write(data: Data, writer: string, number: number): Promise<void> {
  const id = named(writer, number);
  return data.transaction(async ({ letters, sessions, signInLinks }) => {
    await sessions.save({ tokenHash: id, personId: 'somebody', createdOn: today, expiresOn: day('2099-01-01') });
    await letters.addAll(parts.map((part) => newLetter({ id: `${id}-${part}`, to: 'a@amber.example', subject: 's', text: textOf(number, part), asksFor: id, dueOn: today })));
    for (const taken of takenBy(number).map((one) => named(writer, one))) {
      await letters.removeAskingFor(taken);
      await sessions.remove(taken);
      await signInLinks.use(taken, '2026-11-22T12:00:00.000Z');
    }
    await signInLinks.save({ tokenHash: id, personId: 'somebody', expiresAt: '2099-01-01T00:00:00.000Z', reusable: false, destination: `/${id}` });
  });
}

function expected(writer: string, last: number): Record<'sessions' | 'links' | 'letters', string[]> {
  const there = new Set<number>();
  for (let number = 1; number <= last; number += 1) {
    there.add(number);
    for (const taken of takenBy(number)) there.delete(taken);
  }
  const ids = [...there].map((number) => named(writer, number));
  return { sessions: ids, links: ids.map((id) => `${id} /${id}`), letters: [...there].flatMap((number) => parts.map((part) => `${named(writer, number)}-${part} ${textOf(number, part)}`)) };
}

/** Rows as a full scan of each table gives them, whatever an index says. */
function rowsOf(database: SqliteDatabase, writer: string): ReturnType<typeof expected> {
  const all = (columns: string, table: string, key: string) =>
    (database.prepare(`select ${columns} as row from ${table} not indexed where ${key} like ? order by ${key}`).pluck().all(`${writer}-%`)) as string[];
  return { sessions: all('token_hash', 'sessions', 'token_hash'), links: all(`token_hash || ' ' || destination`, 'sign_in_links', 'token_hash'), letters: all(`id || ' ' || text`, 'letters', 'id') };
}

/** The number of this writer's last transaction, where the rows are exactly those of it and all before; otherwise throws with what differs. */
export function lastWritten(database: SqliteDatabase, writer: string): number {
  const rows = rowsOf(database, writer);
  const last = Number(rows.sessions.at(-1)?.split('-')[1] ?? 0);
  const should = expected(writer, last);
  for (const kind of ['sessions', 'links', 'letters'] as const) {
    if (JSON.stringify(rows[kind]) === JSON.stringify(should[kind])) continue;
    const short = (list: readonly string[]) => list.map((row) => row.slice(0, 24)).join(', ');
    throw new Error(`${kind} after ${writer} ${last}: there are [${short(rows[kind])}], not [${short(should[kind])}]`);
  }
  return last;
}

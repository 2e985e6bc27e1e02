// Rows that belong to one person: of several that are not alike one counts, and somebody said which. Whoever counted all of them would
// count a person more than once.
import type { PastReader } from './answers.ts';
import type { PastRepeated } from './counting.ts';
import { sameId } from './id-column.ts';
import { quoted, type PastProblems } from './problem.ts';
import { hash53 } from './values.ts';
import type { PastWide } from './wide.ts';

export interface PastPeople {
  /** Column of the id, from 0. */
  readonly column: number;
  readonly header: string;
  readonly repeated: PastRepeated;
}

interface Known {
  readonly line: number;
  hash: number;
  /** The row that counts, where that is known at the end only: one text for a row takes a fraction of its cells' memory. */
  kept: { readonly line: number; readonly text: string } | null;
}

/** Hands one row of each person on; the id itself is forgotten with the process. */
export function onePerPerson(reader: PastReader<PastWide>, { column, header, repeated }: PastPeople, problems: PastProblems): PastReader<PastWide> {
  const people = new Map<string, Known>();
  const counts = { nameless: 0, again: 0, superseded: 0 };
  const begin = (id: string, line: number, cells: readonly string[]) => {
    const kept = repeated === 'last' ? { line, text: JSON.stringify(cells) } : null;
    people.set(id, { line, hash: hashOf(cells), kept });
    if (!kept) reader.row(line, cells);
  };
  return {
    row: (line, cells) => {
      const id = sameId(cells[column]!);
      if (id === '') {
        counts.nameless += 1;
        return;
      }
      const known = people.get(id);
      if (!known) return begin(id, line, cells);
      const hash = hashOf(cells);
      if (hash === known.hash) counts.again += 1;
      else if (repeated === 'refuse') problems.add({ file: 'answers', line, column: column + 1, code: 'person-twice', details: { header: quoted(header), first: known.line } });
      else counts.superseded += 1;
      if (known.kept && hash !== known.hash) {
        known.kept = { line, text: JSON.stringify(cells) };
        known.hash = hash;
      }
    },
    finish: () => {
      for (const { kept } of people.values()) if (kept) reader.row(kept.line, JSON.parse(kept.text) as string[]);
      return { ...reader.finish(), repetitions: counts };
    },
  };
}

const hashOf = (cells: readonly string[]): number => hash53(cells.map((cell) => sameId(cell)).join('\u0001'));

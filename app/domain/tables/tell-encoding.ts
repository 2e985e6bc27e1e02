// Text without a mark that is no UTF-8 may be in any of twenty encodings, and a wrong guess writes nonsense into every name. So nobody
// guesses: the cells in doubt are read in each of them, ordered by how much what comes out looks like words, and a person says which.
import { decoded, localEncodings, type Encoding } from './encodings.ts';
import type { EncodingOffer } from './table.ts';
import { wordScore } from './word-score.ts';

/** Commas, semicolons, tabs, quotation marks and line ends are never the second half of a character in any of these encodings. */
const partsCells = new Set([0x2c, 0x3b, 0x09, 0x22, 0x0a, 0x0d]);
const mostCells = 400;
const shownCells = 12;
const mostOffers = 6;
/** Of the best one's score. */
const plausible = 0.5;

/** The different cells with a byte beyond ASCII, in the order of the file. */
function foreignCells(bytes: Uint8Array): Uint8Array[] {
  const cells = new Map<string, Uint8Array>();
  let start = 0;
  let foreign = false;
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte !== undefined && !partsCells.has(byte)) {
      if (byte >= 0x80) foreign = true;
      continue;
    }
    if (foreign) {
      const cell = bytes.subarray(start, at);
      cells.set(cell.join(','), cell);
      if (cells.size >= mostCells) break;
    }
    start = at + 1;
    foreign = false;
  }
  return [...cells.values()];
}

interface Read {
  readonly encoding: Encoding;
  readonly words: readonly string[];
}

function readIn(cells: readonly Uint8Array[], encoding: Encoding): Read | null {
  const words: string[] = [];
  for (const cell of cells) {
    const word = decoded(cell, encoding);
    if (word === null) return null;
    words.push(word.trim());
  }
  return { encoding, words };
}

const multiByte: readonly Encoding[] = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'];

export interface Told {
  /** The encoding whose words are column names that are known: no other reading of the same bytes gives two of them. */
  readonly proven: Encoding | null;
  /** The likeliest first; readings that give the same words are one. */
  readonly offers: readonly EncodingOffer[];
}

/** `isName`: whether a cell is the name of a column somebody knows. */
export function tellEncoding(bytes: Uint8Array, isName: (cell: string) => boolean): Told {
  const cells = foreignCells(bytes);
  const readings = new Map<string, Read>();
  for (const encoding of localEncodings) {
    const read = readIn(cells, encoding);
    const key = read?.words.join('\n');
    if (read && key !== undefined && !readings.has(key)) readings.set(key, read);
  }
  const named = [...readings.values()].filter(({ words, encoding }) => multiByte.includes(encoding) && words.filter(isName).length >= 2);
  const scored = [...readings.values()].map((read) => ({ ...read, score: wordScore(read) })).sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  const offers = scored.filter(({ score }) => score >= plausible * best).slice(0, mostOffers);
  const shown = shownOf(cells);
  return {
    proven: named.length === 1 ? (named[0] as Read).encoding : null,
    offers: offers.map(({ encoding, words }) => ({ encoding, words: shown.map((at) => words[at] as string) })),
  };
}

/** Positions of the cells to look at: short ones say most. */
function shownOf(cells: readonly Uint8Array[]): number[] {
  const short = cells.map((_cell, at) => at).filter((at) => (cells[at] as Uint8Array).length <= 60);
  return (short.length > 0 ? short : cells.map((_cell, at) => at)).slice(0, shownCells);
}

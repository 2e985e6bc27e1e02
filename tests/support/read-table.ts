// Reads a table out of markup as somebody reads it: a figure by the head above it and the name of its row.

export interface ReadTable {
  readonly heads: readonly string[];
  /** By row name, then by head. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Heads that do not stand at the side on which the figures below them do. */
  readonly aside: readonly string[];
}

const plain = (html: string) =>
  html
    .replace(/<span class="visually-hidden">.*?<\/span>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

interface Cell {
  readonly said: string;
  readonly figures: boolean;
}

const cellsOf = (row: string): Cell[] =>
  [...row.matchAll(/<t([hd])([^>]*)>(.*?)<\/t\1>/gs)].map(([, , attributes = '', html = '']) => ({ said: plain(html), figures: /class="[^"]*\bnum\b/.test(attributes) }));

/** Tables within `html`, in order. Throws where a row has another number of cells than there are heads. */
export function tablesIn(html: string): ReadTable[] {
  return [...html.matchAll(/<table[^>]*>(.*?)<\/table>/gs)].map(([, table = '']) => read(table));
}

function read(table: string): ReadTable {
  const rows = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) => cellsOf(row));
  const headed = table.includes('<thead');
  const heads = headed ? (rows[0] ?? []) : [];
  const body = headed ? rows.slice(1) : rows;
  for (const row of body) if (headed && row.length !== heads.length) throw new Error(`${row.length} cells under ${heads.length} heads: ${row[0]?.said}`);
  const named = (row: readonly Cell[]) => Object.fromEntries(row.slice(1).map((cell, at) => [heads[at + 1]?.said ?? `${at + 1}`, cell.said]));
  return {
    heads: heads.map(({ said }) => said),
    rows: Object.fromEntries(body.map((row) => [row[0]?.said ?? '', named(row)])),
    aside: heads.filter((head, at) => at > 0 && body.some((row) => row[at]?.figures !== head.figures)).map(({ said }) => said),
  };
}

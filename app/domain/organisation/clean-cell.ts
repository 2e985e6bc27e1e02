// What nobody sees in a cell is no part of what is meant: spaces of all kinds, marks of direction, characters without width, forms of
// width. Two ids or departments that look the same are the same.

// Control characters have no place in a name; one database does not even store NUL.
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
// Joiners stay in names: scripts and pictures are written with them.
const unseen = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g;

/** The text of a cell without what nobody sees. */
export function cleanCell(cell: string | undefined): string {
  return (cell ?? '').normalize('NFC').replace(controls, ' ').replace(unseen, '').replace(/\s+/g, ' ').trim();
}

/** The same for an id: without forms of width and joiners, and 101.0 is 101. */
export function cleanId(cell: string | undefined): string {
  const id = cleanCell(cell).normalize('NFKC').replace(/[\u200c\u200d]/g, '');
  return /^\d+\.0+$/.test(id) ? id.replace(/\.0+$/, '') : id;
}

/** By which ids are compared. */
export const foldedId = (id: string): string => cleanId(id).toLowerCase();

/** By which a spreadsheet would still know it: without the zeros it takes. */
export const bareId = (id: string): string => foldedId(id).replace(/^0+(?=.)/, '');

/** A number so long that a spreadsheet rounded it; what it was nobody can say. */
export const isRounded = (id: string): boolean => /^\d(?:[.,]\d+)?e\+\d+$/i.test(id);

/** By which names of people and departments are compared: without case, width, and doubled spaces. */
export const foldedText = (text: string): string => cleanCell(text).normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Question marks where letters were: a program before lost them. */
export const isLost = (text: string): boolean => /^[?？\s]+$/.test(text);

const nobody = new Set(['-', '--', '—', '–', 'n/a', 'na', 'none', 'no', 'nil', 'null', 'keine', 'kein', 'aucun', 'ninguno', 'no-mail', 'no mail', 'no email', '无', '無', '没有', '沒有', '/', '.']);

/** Written where there is nothing. */
export const saysNothing = (cell: string): boolean => nobody.has(foldedText(cell));

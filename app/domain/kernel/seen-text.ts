// What somebody typed and everybody reads. Attacker: signs that nobody sees and that turn round whatever is written after them, on a page,
// in a letter and in a file: a promise beside a title would be read as another.

/** Without such signs; lines stay lines. */
export const seenText = (text: string): string => text.replace(/[\u202A-\u202E\u2066-\u2069]|(?![\r\n\t])\p{Cc}/gu, '').trim();

/** The same on one line. */
export const seenLine = (text: string): string => seenText(text).replace(/\s+/g, ' ');

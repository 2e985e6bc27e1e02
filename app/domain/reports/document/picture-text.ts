// Text in a picture: nothing wraps by itself there, so lines are broken by how wide letters roughly are; and no word of people is markup.
export interface Pen {
  readonly x: number;
  readonly y: number;
  /** Pixels. */
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 400 | 700;
  readonly fill?: string;
}

/** East Asian letters, full-width signs and pictures take a square. */
const square = /[⺀-￯\p{Extended_Pictographic}]/u;

/** Pixels, rather too many than too few. */
export const widthOf = (text: string, size: number): number => [...text].reduce((sum, sign) => sum + (square.test(sign) ? 1 : 0.58), 0) * size;

/** What a line is not broken within, each with the blanks behind it: words, and in Chinese letters; at least one. */
export const piecesOf = (text: string): readonly string[] => text.match(/[⺀-￯]|[^ ⺀-￯]+ *| +/gu) ?? [''];

/** Broken between words, and where one is too long or in Chinese between letters; at least one line. */
export function linesOf(text: string, { size, room }: { readonly size: number; readonly room: number }): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of piecesOf(text).flatMap((one) => (widthOf(one, size) > room ? [...one] : [one]))) {
    if (line !== '' && widthOf(line + part.trimEnd(), size) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}

/** Attacker: whoever names a department so that a browser that opens the picture runs it. Signs that no XML may hold are left out. */
export const escaped = (text: string): string =>
  text.replace(/[\p{Cc}\p{Surrogate}￾￿]/gu, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

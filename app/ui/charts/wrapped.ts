// A canvas breaks no lines by itself: labels come as lines, Chinese broken between any two characters.

/** At most three lines of about `width` Latin characters. */
export function wrapped(label: string, width: number): string[] {
  const lines: string[] = [''];
  const wide = (text: string) => [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
  for (const piece of label.match(/[\u2e80-\uffef]\s*|[^\s\u2e80-\uffef]+\s*/g) ?? [label]) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && wide(last) + wide(piece.trimEnd()) > width) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  if (lines.length <= 3) return lines.map((line) => line.trimEnd());
  return [...lines.slice(0, 2).map((line) => line.trimEnd()), `${(lines[2] ?? '').trimEnd()} …`];
}

// Texts in the encodings of spreadsheets. The platform only decodes them, so the table is turned around.
import { decoded, type Encoding } from '#app/domain/tables/encodings.ts';

function tableOf(label: Encoding): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  for (let byte = 0x80; byte <= 0xff; byte += 1) {
    const text = decoded(Uint8Array.of(byte), label);
    if (text !== null && text.length === 1 && !table.has(text)) table.set(text, [byte]);
  }
  const decoder = new TextDecoder(label);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, [lead, trail]);
    }
  }
  return table;
}

/** Throws on a character the encoding does not have. */
export function encoded(text: string, label: Encoding): Uint8Array {
  const table = tableOf(label);
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      if (letter.charCodeAt(0) < 0x80) return [letter.charCodeAt(0)];
      const bytes = table.get(letter);
      if (!bytes) throw new Error(`${label} has no ${letter}`);
      return [...bytes];
    }),
  );
}

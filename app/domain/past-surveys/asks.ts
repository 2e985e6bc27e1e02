// What has to be said about the scales of a file, each thing once: columns with the same possible scales are asked about together, and so is
// a word wherever it stands.
import type { PastAsk } from './guess.ts';
import type { ColumnLook } from './look.ts';
import type { PastRole } from './mapping.ts';

export interface AskedScale {
  readonly scales: readonly string[];
  /** From 0. */
  readonly columns: readonly number[];
}

export interface AskedWord {
  readonly text: string;
  readonly columns: readonly number[];
}

export interface PastAsks {
  readonly scales: readonly AskedScale[];
  readonly words: readonly AskedWord[];
  /** Answers in words that fewer than k rows share. */
  readonly rare: number;
}

/** Of columns that were taken for questions. */
export function asksOf(looks: readonly ColumnLook[], asks: readonly PastAsk[], roles: readonly PastRole[]): PastAsks {
  const asked = roles.flatMap(({ as }, at) => (as === 'question' && looks[at] && asks[at] ? [at] : []));
  const scales = new Map<string, AskedScale>();
  const words = new Map<string, AskedWord>();
  for (const at of asked) {
    const { scales: possible } = asks[at]!;
    const key = possible.join('\n');
    if (possible.length > 1) scales.set(key, { scales: possible, columns: [...(scales.get(key)?.columns ?? []), at] });
    for (const text of looks[at]!.seen.unknown) words.set(text.toLowerCase(), { text: words.get(text.toLowerCase())?.text ?? text, columns: [...(words.get(text.toLowerCase())?.columns ?? []), at] });
  }
  return { scales: [...scales.values()], words: [...words.values()], rare: asked.reduce((sum, at) => sum + looks[at]!.seen.rare, 0) };
}

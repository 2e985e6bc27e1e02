// A file of sentences as HR sees it before it is taken, and afterwards: what it brings, what is missing, what is wrong and where.
import type { Tongue } from '../kernel/tongue.ts';
import type { TongueProblem, WhyLeft } from './tongue-problem.ts';

/** What is read where, in the order in which a translator meets it. */
export type SentencePart = 'ballot' | 'letters' | 'questions';

/** A problem with its place in the file. */
export interface PlacedProblem extends TongueProblem {
  /** Null where it is of no line, or of all of them. */
  readonly line: number | null;
  /** What it is translated from; empty where it is no sentence. */
  readonly english: string;
  /** What stands in the file. */
  readonly written: string;
}

export interface UnsaidSentence {
  readonly key: string;
  readonly english: string;
  readonly why: WhyLeft | 'absent';
  readonly line: number | null;
}

export interface TongueReading {
  readonly tongue: Tongue;
  /** As the file itself says. */
  readonly reviewed: boolean;
  readonly parts: readonly { readonly part: SentencePart; readonly said: number; readonly of: number }[];
  /** The first of them. */
  readonly problems: readonly PlacedProblem[];
  /** How many there are beside these. */
  readonly further: number;
  /** The first sentences that are read in English. */
  readonly unsaid: readonly UnsaidSentence[];
  readonly unsaidCount: number;
}

/** What taking a file would change, against what is spoken now; null where nothing is. */
export interface TongueChange {
  readonly added: number;
  readonly changed: number;
  /** Said now and no more. */
  readonly dropped: number;
}

export function changeOf(now: ReadonlyMap<string, string> | null, next: ReadonlyMap<string, string>): TongueChange | null {
  if (now === null) return null;
  const keys = [...next.keys()];
  return {
    added: keys.filter((key) => !now.has(key)).length,
    changed: keys.filter((key) => now.has(key) && now.get(key) !== next.get(key)).length,
    dropped: [...now.keys()].filter((key) => !next.has(key)).length,
  };
}

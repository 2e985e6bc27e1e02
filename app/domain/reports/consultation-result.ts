// The one result of a consultation, read from its release: one group, one scale, and own words where they were published.
import type { Release } from '../publication/release/release.ts';
import { liveWith } from '../surveys/own/consultation-questions.ts';
import type { Question } from '../surveys/questions/question.ts';

interface Result {
  /** People who gave a valid answer, and everybody who was asked. */
  readonly answered: number;
  readonly asked: number;
  readonly counts: readonly { readonly label: string; readonly people: number }[];
  readonly texts: readonly string[];
}

/** Null where fewer gave a valid answer than may be shown. */
export function consultationResult(release: Release, questions: readonly Question[], label: (of: { readonly en: string }) => string): Result | null {
  const scale = questions.find(({ id }) => id === liveWith);
  const [counts] = Object.values(release.items[liveWith]?.cells ?? {});
  if (scale?.kind !== 'scale' || counts === undefined) return null;
  const people = counts.slice(0, scale.points);
  return {
    answered: people.reduce((sum, count) => sum + count, 0),
    asked: release.counts.invited ?? 0,
    counts: people.map((count, point) => ({ label: label(scale.labels[point]!), people: count })),
    texts: release.comments.map(({ text }) => text),
  };
}

// Who is in a band of a table, in words: «“Under 1 year” and “1 to 2 years”, with anyone who preferred not to say».
import type { BandName } from '#app/domain/reports/cut-view.ts';
import type { Text } from '#app/text/text.ts';

export function bandText(text: Text, { labels, blank }: BandName): string {
  if (labels.length === 0) return text('results.cuts.blank');
  const answers = labels.length === 1 ? String(labels[0]) : text.list(labels.map((answer) => text('results.cuts.quoted', { answer })));
  return blank ? text('results.cuts.with-blank', { answers }) : answers;
}

// How items go together in the whole company: a coefficient needs at least fifty people who answered both, and has two decimals.
import type { AnswerSheet } from './answer-sheet.ts';
import { scoringOf } from './doubt.ts';
import type { Release } from './release.ts';
import { scoreOf } from './scoring.ts';
import type { Structure } from './structure.ts';
import type { TallyInput } from './tally-input.ts';

const fewestPeople = 50;

/** Pearson's coefficient between published scale items after reversing; null when there are fewer than two such items. */
export function correlate(input: TallyInput, structure: Structure, sheet: AnswerSheet): Release['correlations'] {
  const items = input.items.filter((item) => item.kind === 'scale' && structure.items.has(item.id));
  if (items.length < 2) return null;
  const columns = items.map((item) => {
    const scoring = scoringOf(item)!;
    return sheet.values(item.id).map((value) => (value < 0 ? -1 : scoreOf(scoring, value)));
  });
  const matrix = columns.map(() => new Array<number | null>(columns.length).fill(null));
  for (let one = 0; one < columns.length; one += 1) {
    for (let other = 0; other <= one; other += 1) {
      const coefficient = pearson(columns[one]!, columns[other]!);
      matrix[one]![other] = coefficient;
      matrix[other]![one] = coefficient;
    }
  }
  return { items: items.map(({ id }) => id), matrix };
}

function pearson(one: Int16Array, other: Int16Array): number | null {
  let n = 0;
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (let row = 0; row < one.length; row += 1) {
    const a = one[row]!;
    const b = other[row]!;
    if (a < 0 || b < 0) continue;
    n += 1;
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  if (n < fewestPeople) return null;
  // Whole numbers so far: exact, so that columns that never vary give exactly 0 here.
  const spread = (n * xx - x * x) * (n * yy - y * y);
  return spread === 0 ? null : Math.round(((n * xy - x * y) / Math.sqrt(spread)) * 100) / 100 + 0;
}

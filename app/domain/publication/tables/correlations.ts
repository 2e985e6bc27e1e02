// How items go together in the whole company: a coefficient needs at least fifty people who answered both, and has two decimals. It joins
// the tables of two items into one statement about each person, so it is taken after a few answers of each item have changed places:
// whose, nobody knows, and any could have. Then no coefficient rules out any way in which people can have answered that fits the tables.
import { shuffled, type Chance } from '#app/domain/kernel/chance.ts';
import type { AnswerSheet } from '#app/domain/publication/tally/answer-sheet.ts';
import { scoringOf } from '#app/domain/publication/doubt/doubt.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { scoreOf } from '#app/domain/publication/tally/scoring.ts';
import type { Structure } from '#app/domain/publication/groups/structure.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';

const fewestPeople = 50;
/** One answer in so many may change places. */
const oneIn = 50;

/** Pearson's coefficient between published scale items that were asked of everybody, after reversing; null when there are fewer than two such items. */
export function correlate(input: TallyInput, structure: Structure, sheet: AnswerSheet): Release['correlations'] {
  const items = input.items.filter((item) => item.kind === 'scale' && !item.ofSome && !item.apart && structure.items.has(item.id));
  if (items.length < 2) return null;
  const columns = items.map((item) => {
    const scoring = scoringOf(item)!;
    return exchanged(sheet.values(item.id), input.chance).map((value) => (value < 0 ? -1 : scoreOf(scoring, value)));
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

/** The same answers of the same people but for a few, drawn at random, that are given out again among those drawn. */
function exchanged(values: Int16Array, chance: Chance): Int16Array {
  const rows = [...values.keys()].filter((row) => values[row]! >= 0 && chance(oneIn) === 0);
  const result = values.slice();
  shuffled(rows, chance).forEach((row, at) => (result[rows[at]!] = values[row]!));
  return result;
}

/** The share of answers that are expected to stay where they were: of those drawn one finds its place again. */
function keptShare(people: number): number {
  return 1 - 1 / oneIn + (1 - (1 - 1 / oneIn) ** people) / people;
}

/** What exchanging takes from a coefficient on average is given back. */
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
  if (spread === 0) return null;
  const coefficient = (n * xy - x * y) / Math.sqrt(spread) / (one === other ? 1 : keptShare(n) ** 2);
  return Math.round(Math.max(-1, Math.min(1, coefficient)) * 100) / 100 + 0;
}

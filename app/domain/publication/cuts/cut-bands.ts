// Bands of a declared cut: labels in their order, merged with a neighbour up to k people. Who preferred not to say joins the smallest
// band, whose size so never tells who kept silent. All of it depends on who answered, never on what.
import { peopleByBand, type System, type Table } from '#app/domain/publication/audit/system.ts';
import type { TalliedCut } from '#app/domain/publication/tally/tally-input.ts';

export interface Band {
  /** Indices into the cut's labels, adjacent and in order. */
  readonly labels: readonly number[];
  /** Whether the blank answer is counted here. */
  readonly blank: boolean;
}

/** The table the bands make of the respondents in scope; −1 for the others. */
export function tableOf(cut: TalliedCut, inScope: Uint8Array | null, bands: readonly Band[]): Table {
  const bandOfLabel = new Int32Array(cut.labels.length);
  bands.forEach(({ labels }, band) => labels.forEach((label) => (bandOfLabel[label] = band)));
  const blank = bands.findIndex((band) => band.blank);
  const bandOf = Int32Array.from(cut.values, (value, person) => {
    if (inScope && inScope[person] === 0) return -1;
    return value < 0 ? blank : bandOfLabel[value]!;
  });
  return { bandOf, bands: bands.length };
}

/** Neighbouring labels merged until every band has k people, one band at the least. */
export function firstBands(system: System, cut: TalliedCut, inScope: Uint8Array | null, k: number): Band[] {
  let bands: Band[] = cut.labels.map((_, label) => ({ labels: [label], blank: false }));
  let people = peopleByBand(system, tableOf(cut, inScope, bands));
  while (bands.length > 1 && Math.min(...people) < k) {
    const smallest = people.indexOf(Math.min(...people));
    const above = people[smallest + 1] ?? Infinity;
    const below = people[smallest - 1] ?? Infinity;
    bands = mergedAt(bands, above <= below ? smallest : smallest - 1);
    people = peopleByBand(system, tableOf(cut, inScope, bands));
  }
  return withBlank(bands, people);
}

/** Merges the lightest neighbours that a violating combination tells apart; without one the lightest neighbours of all. */
export function mergedFurther(
  system: System,
  cut: TalliedCut,
  inScope: Uint8Array | null,
  { bands, coefficients }: { readonly bands: readonly Band[]; readonly coefficients: readonly number[] | null },
): Band[] {
  const named = bands.map((band) => ({ ...band, blank: false }));
  const people = peopleByBand(system, tableOf(cut, inScope, named));
  const pairs = bands.slice(1).map((_, first) => first);
  const apart = coefficients ? pairs.filter((first) => coefficients[first] !== coefficients[first + 1]) : [];
  const together = (first: number): number => people[first]! + people[first + 1]!;
  const lightest = (apart.length > 0 ? apart : pairs).reduce((best, first) => (together(first) < together(best) ? first : best));
  const merged = mergedAt(named, lightest);
  return withBlank(merged, peopleByBand(system, tableOf(cut, inScope, merged)));
}

/** The blank answer counted in the smallest band; `people` gave a band's labels. */
function withBlank(bands: readonly Band[], people: readonly number[]): Band[] {
  const home = people.indexOf(Math.min(...people));
  return bands.map((band, index) => ({ ...band, blank: index === home }));
}

/** The labels as the release names them; the blank answer is the label "". */
export function labelsOf(cut: TalliedCut, band: Band): string[] {
  return [...band.labels.map((label) => cut.labels[label]!), ...(band.blank ? [''] : [])];
}

function mergedAt(bands: readonly Band[], first: number): Band[] {
  const [one, other] = [bands[first]!, bands[first + 1]!];
  const both: Band = { labels: [...one.labels, ...other.labels], blank: false };
  return [...bands.slice(0, first), both, ...bands.slice(first + 2)];
}

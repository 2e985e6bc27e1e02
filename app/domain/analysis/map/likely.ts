// The guess of where to look first, read from a release: every cell of the map gets one from the disjoint groups of its dimension, all
// dimensions together saying how far groups lie apart.
import type { Steps } from '../../kernel/steps.ts';
import { guesserOf, spreadOf, strandOf, untangled, type Guess, type Guesser, type Strand } from './look-first.ts';
import { partitionOfSubject, read, type Reading, type Subject } from '../readings.ts';
import type { Wave } from '../wave.ts';

/** From which probability on a place is named. */
export const likelyFrom = 0.8;

/** Below so many people who answered the guess is a hint and carries no number. */
export const fewestForNumber = 100;

const usualTarget = () => 75;

interface Field {
  readonly places: ReadonlyMap<string, number>;
  readonly guesser: Guesser;
  readonly target: number;
}

/** By row and column of readings; null where nothing was read. `targetOf`: the index 0–100 a dimension is meant to reach. */
export function* likelySteps(
  wave: Wave,
  { subjects, readings }: { readonly subjects: readonly Subject[]; readonly readings: readonly (readonly (Reading | null)[])[] },
  targetOf: (dimension: string) => number = usualTarget,
): Steps<(Guess | null)[][]> {
  const strands: (Read | null)[] = [];
  for (const subject of subjects) {
    strands.push(readStrand(wave, subject));
    yield;
  }
  const spread = spreadOf(turned(strands.filter((one) => one !== null), likenessIn(wave)));
  yield;
  const fields = strands.map((one, column): Field | null => one && { places: one.places, guesser: guesserOf(one.strand, spread), target: targetOf(subjects[column]?.id ?? '') });
  const known = new Map<string, Guess | null>();
  const lines: (Guess | null)[][] = [];
  for (const line of readings) {
    lines.push(line.map((reading, column) => (reading ? guessOnce(known, fields[column] ?? null, { reading, column }) : null)));
    yield;
  }
  return lines;
}

function turned(strands: readonly Read[], likeness: number): Strand[] {
  const alike = new Map<string, Strand[]>();
  for (const { atoms, strand } of strands) alike.set(atoms, [...(alike.get(atoms) ?? []), strand]);
  return [...alike.values()].flatMap((some) => untangled(some, likeness));
}

// Rows that are counted together on a sensitive question are one guess.
function guessOnce(known: Map<string, Guess | null>, field: Field | null, { reading, column }: { reading: Reading; column: number }): Guess | null {
  const key = `${column}:${reading.group.atoms.join()}`;
  if (!known.has(key)) {
    const places = reading.group.atoms.flatMap((atom) => field?.places.get(atom) ?? []);
    known.set(key, field && places.length > 0 ? field.guesser.about(places, field.target) : null);
  }
  return known.get(key) ?? null;
}

/** Where too few answered to know it. */
const usualLikeness = 0.3;

/** How much a person's answers in different dimensions go together, 0 … 0.9: the mean coefficient of the release between dimensions. */
function likenessIn({ release }: Wave): number {
  const { correlations, dimensions } = release;
  const dimensionOf = new Map(Object.entries(dimensions).flatMap(([id, { items }]) => items.map((item) => [item, id] as const)));
  const between = (correlations?.matrix ?? []).flatMap((row, one) =>
    row.slice(0, one).filter((_, other) => dimensionOf.get(correlations?.items[one] ?? '') !== dimensionOf.get(correlations?.items[other] ?? '')).filter((value) => value !== null),
  );
  if (between.length === 0) return usualLikeness;
  return Math.min(0.9, Math.max(0, between.reduce((sum, value) => sum + value, 0) / between.length));
}

interface Read {
  /** What they were read from: dimensions of the same groups are judged together. */
  readonly atoms: string;
  readonly strand: Strand;
  /** By atom, its place in the strand. */
  readonly places: ReadonlyMap<string, number>;
}

function readStrand(wave: Wave, subject: Subject): Read | null {
  const partition = partitionOfSubject(wave, subject);
  const atoms = (partition === null ? undefined : wave.release.partitions[partition])?.atoms ?? [];
  const found = atoms.flatMap((atom) => {
    const group = wave.groupOfAll(partition as string, atom.departments);
    const reading = group && read(wave, subject, group);
    return reading ? [{ atom: atom.id, moments: reading.moments }] : [];
  });
  const strand = strandOf(found.map(({ moments }) => moments));
  return strand && { strand, atoms: found.map(({ atom }) => atom).join(), places: new Map(found.map(({ atom }, at) => [atom, at])) };
}

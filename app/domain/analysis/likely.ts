// The guess of where to look first, read from a release: every cell of the map gets one from the disjoint groups of its dimension, all
// dimensions together saying how far groups lie apart.
import type { Steps } from '../kernel/steps.ts';
import { guesserOf, spreadOf, strandOf, type Guess, type Guesser, type Strand } from './look-first.ts';
import { partitionOfSubject, read, type Reading, type Subject } from './readings.ts';
import type { Wave } from './wave.ts';

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
  const spread = spreadOf(strands.flatMap((one) => one?.strand ?? []));
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

// Rows that are counted together on a sensitive question are one guess.
function guessOnce(known: Map<string, Guess | null>, field: Field | null, { reading, column }: { reading: Reading; column: number }): Guess | null {
  const key = `${column}:${reading.group.atoms.join()}`;
  if (!known.has(key)) {
    const places = reading.group.atoms.flatMap((atom) => field?.places.get(atom) ?? []);
    known.set(key, field && places.length > 0 ? field.guesser.about(places, field.target) : null);
  }
  return known.get(key) ?? null;
}

interface Read {
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
  return strand && { strand, places: new Map(found.map(({ atom }, at) => [atom, at])) };
}

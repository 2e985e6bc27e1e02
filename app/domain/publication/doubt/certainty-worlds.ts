// What somebody who knows who belongs to what can conclude about one question: the release fixes, per cell, how many are favourable,
// neutral and unfavourable and, per band, how many are favourable. Every way to fill the classes that agrees is a possible world.
import type { System } from '#app/domain/publication/audit/system.ts';

/** One question's answers by class of the same membership in all published sets. */
export interface Opinions {
  readonly system: System;
  readonly cellOf: Int32Array;
  readonly weight: Int32Array;
  readonly favourable: Int32Array;
  readonly neutral: Int32Array;
}

/** `standing` by person: 1 favourable, 0 neutral, −1 unfavourable; read only where the person counts. */
export function opinionsOf(system: System, standing: (person: number) => -1 | 0 | 1): Opinions {
  const classes = system.example.length;
  const favourable = new Int32Array(classes);
  const neutral = new Int32Array(classes);
  system.classOf.forEach((one, person) => {
    if (one < 0) return;
    if (standing(person) === 1) favourable[one]! += 1;
    else if (standing(person) === 0) neutral[one]! += 1;
  });
  const cellOf = system.example.map((person) => system.tables[0]!.bandOf[person]!);
  return { system, cellOf, weight: Int32Array.from(system.weight), favourable, neutral };
}

/**
 * Classes that are wholly unfavourable and might be known to be: those of cells without a neutral answer. Where there is one, it
 * could be anybody's of the cell, as bands tell favourable answers from all others only.
 */
export function doubtful(opinions: Opinions): number[] {
  const calm = new Set<number>();
  opinions.neutral.forEach((count, one) => count > 0 && calm.add(opinions.cellOf[one]!));
  return [...opinions.cellOf.keys()].filter((one) => {
    return opinions.favourable[one] === 0 && opinions.neutral[one] === 0 && !calm.has(opinions.cellOf[one]!);
  });
}

/** By table, the band of a class; −1 outside. The first is its cell. */
export function placesOf({ system }: Opinions, one: number): number[] {
  return system.tables.map(({ bandOf }) => bandOf[system.example[one]!]!);
}

// Certainty: an audit of combinations does not see that only one world may fit the figures. While the release would make anybody's
// unfavourable answer certain, one answer of that person's class is moved; a neutral answer in a cell frees everybody in it.
import { certainBesideOneTable, notExchangeable } from './certainty-exchange.ts';
import { placesOf, doubtful, type Opinions } from './certainty-worlds.ts';

/** Whole numbers from 0 to `upper` with the given sums; asked for is a solution in which as many of `wanted` as possible are not 0. */
export interface WorldProgram {
  readonly upper: readonly number[];
  readonly sums: readonly { readonly of: readonly number[]; readonly is: number }[];
  readonly wanted: readonly number[];
  /** The solution that is known: the answers as they are, none of the wanted above 0. */
  readonly real: readonly number[];
}

/** Null where no solution has any wanted variable above 0, or none was found within its means. */
export type FindWorld = (program: WorldProgram) => ArrayLike<number> | null;

/** Classes that may change in one search; everybody else stays as is, which can only hide worlds. */
const mostClasses = 300;
/** Worlds looked for in one part of the company; what is still certain then counts as certain. */
const mostWorlds = 3;

/** Classes whose people are all unfavourable in every world that fits, or in every world found. */
export function certainClasses(opinions: Opinions, findWorld: FindWorld | null): number[] {
  const suspects = doubtful(opinions);
  const tables = opinions.system.tables.length;
  if (tables < 2) return [];
  if (tables === 2) return certainBesideOneTable(opinions, suspects);
  const left = notExchangeable(opinions, suspects);
  if (!findWorld) return left;
  return partsOf(opinions, left).flatMap((part) => certainWithin(opinions, part, findWorld));
}

interface Part {
  readonly classes: readonly number[];
  readonly suspects: readonly number[];
}

/** Neighbouring cells together, as they are mostly of one division; only parts with somebody to free. */
function partsOf(opinions: Opinions, suspects: readonly number[]): Part[] {
  const isSuspect = new Set(suspects);
  const inOrder = [...opinions.cellOf.keys()].sort((a, b) => opinions.cellOf[a]! - opinions.cellOf[b]! || a - b);
  const parts = Math.ceil(inOrder.length / mostClasses);
  return Array.from({ length: parts }, (_, part) => {
    const classes = inOrder.filter((_, place) => Math.floor((place * parts) / inOrder.length) === part);
    return { classes, suspects: classes.filter((one) => isSuspect.has(one)) };
  }).filter((part) => part.suspects.length > 0);
}

function certainWithin(opinions: Opinions, { classes, suspects }: Part, findWorld: FindWorld): readonly number[] {
  let left = suspects;
  for (let round = 0; left.length > 0 && round < mostWorlds; round += 1) {
    const program = programOf(opinions, classes, left);
    const world = findWorld(program);
    if (!world || !fits(program, world)) break;
    const still = left.filter((one) => !(world[classes.indexOf(one)]! > 0));
    if (still.length === left.length) break;
    left = still;
  }
  return left;
}

/** Favourable answers by class, variables in the order of `classes`; the sums are what cells and bands leave for them. */
function programOf(opinions: Opinions, classes: readonly number[], wanted: readonly number[]): WorldProgram {
  const sums = new Map<string, { of: number[]; is: number }>();
  classes.forEach((one, variable) => {
    placesOf(opinions, one).forEach((band, table) => {
      if (band < 0) return;
      const key = `${table}:${band}`;
      if (!sums.has(key)) sums.set(key, { of: [], is: 0 });
      const sum = sums.get(key)!;
      sum.of.push(variable);
      sum.is += opinions.favourable[one]!;
    });
  });
  const upper = classes.map((one) => opinions.weight[one]!);
  const real = classes.map((one) => opinions.favourable[one]!);
  return { upper, sums: [...sums.values()], wanted: wanted.map((one) => classes.indexOf(one)), real };
}

/** Nobody's word is taken for a world: the sums are added up again. */
function fits({ upper, sums }: WorldProgram, world: ArrayLike<number>): boolean {
  const whole = upper.every((most, one) => Number.isInteger(world[one]) && world[one]! >= 0 && world[one]! <= most);
  return whole && sums.every(({ of, is }) => of.reduce((sum, one) => sum + world[one]!, 0) === is);
}

// How much the figures of groups move by chance from one survey to the next. Mostly the same people answer, so less than two independent
// draws would; how much less nobody may know of a person, but the changes of many groups tell it together.

export interface GroupChange {
  /** The smallest published group it is about. */
  readonly atom: string;
  /** Index points. */
  readonly points: number;
  /** Of two independent draws. */
  readonly variance: number;
}

/** Of one dimension: sums over its groups, from which some can be taken away again. */
interface Sums {
  readonly count: number;
  readonly weights: number;
  readonly points: number;
  readonly squares: number;
}

const nothing: Sums = { count: 0, weights: 0, points: 0, squares: 0 };

// As if thirty changes of independent draws had been seen before: few groups alone prove no likeness.
const known = 30;
const least = 0.5;

/** By dimension, the groups to leave out. */
export type KappaWithout = (left: (dimension: number) => readonly string[]) => number;

/**
 * `kappa = (Q + 30) / (df + 30)`, at least ½: Q is the sum of the squared standardised changes of disjoint groups, each dimension around its
 * own common change, which is no chance of a group. A group that truly moved would raise the bar for its own change: whoever is judged
 * is left out.
 */
export function kappaOf(dimensions: readonly (readonly GroupChange[])[]): KappaWithout {
  const parts = dimensions.map((changes) => new Map(changes.flatMap((one) => (one.variance > 0 ? [[one.atom, sumsOf(one)] as const] : []))));
  const wholes = parts.map((groups) => [...groups.values()].reduce((sum, one) => plus(sum, one, 1), nothing));
  return (left) => {
    let [squares, degrees] = [0, 0];
    wholes.forEach((whole, dimension) => {
      const { count, weights, points, squares: own } = left(dimension).reduce((sum, atom) => plus(sum, parts[dimension]?.get(atom) ?? nothing, -1), whole);
      if (count < 2) return;
      squares += Math.max(0, own - (points * points) / weights);
      degrees += count - 1;
    });
    return Math.max(least, (squares + known) / (degrees + known));
  };
}

const sumsOf = ({ points, variance }: GroupChange): Sums => ({ count: 1, weights: 1 / variance, points: points / variance, squares: points ** 2 / variance });

const plus = (sum: Sums, one: Sums, sign: 1 | -1): Sums => ({
  count: sum.count + sign * one.count,
  weights: sum.weights + sign * one.weights,
  points: sum.points + sign * one.points,
  squares: sum.squares + sign * one.squares,
});

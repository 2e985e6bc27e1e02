// Twelve departments times ten dimensions are 120 tests: six false alarms among noise alone. Each family of tests is corrected
// as a whole, whatever part of it a page happens to show.

/** False-discovery rates of Benjamini and Hochberg (1995), in the order given. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = ps.map((_, index) => index).sort((a, b) => (ps[b] as number) - (ps[a] as number));
  const result = new Array<number>(ps.length);
  let least = 1;
  order.forEach((index, position) => {
    least = Math.min(least, ((ps[index] as number) * ps.length) / (ps.length - position));
    result[index] = least;
  });
  return result;
}

/** Adjusted p values of Holm (1979), for the few claims that a plan had an effect. */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, index) => index).sort((a, b) => (ps[a] as number) - (ps[b] as number));
  const result = new Array<number>(ps.length);
  let most = 0;
  order.forEach((index, position) => {
    most = Math.min(1, Math.max(most, (ps[index] as number) * (ps.length - position)));
    result[index] = most;
  });
  return result;
}

/** The rate at which a difference may be called one, in each family: at .1 a fifth and more of the waves in which nothing happened show something. */
export const discoveryRate = 0.04;

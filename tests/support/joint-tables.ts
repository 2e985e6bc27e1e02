// An attacker who puts together everything a release tells about one dimension in one group: walks through all ways in which its people
// can have answered all of its questions at once, and keeps those that agree with every figure. Knows nothing of how releases are made.

/** A question as published for the group: people by answer, best answer last; values from `calm` on are no complaint. */
export interface Margin {
  readonly counts: readonly number[];
  readonly calm: number;
}

export interface Told {
  readonly margins: readonly Margin[];
  /** Σ over people of (Σ of their answers, counted from 0)², where a release tells it. */
  readonly squares: number | null;
}

export interface Worlds {
  /** Ways to answer, people who gave the same answer to the first question counting as alike. */
  readonly all: number;
  /** Those in which each of the people complains about at least one of the questions. */
  readonly everybodyComplains: number;
}

/** For groups in which everybody answered every question. Steps: people × rests of the histograms × sums of squares. */
export function worldsOf({ margins, squares }: Told): Worlds {
  const [first, ...others] = margins as [Margin, ...Margin[]];
  const people = first.counts.flatMap((count, value) => new Array<number>(count).fill(value));
  const strides = others.map(() => [] as number[]);
  let states = 1;
  others.forEach(({ counts }, at) => counts.forEach((count, value) => {
    strides[at]![value] = states;
    states *= count + 1;
  }));
  const room = (state: number, at: number, value: number) => Math.floor(state / strides[at]![value]!) % (others[at]!.counts[value]! + 1) < others[at]!.counts[value]!;
  const limit = squares ?? 0;
  let ways = new Map<number, readonly [number, number]>([[0, [1, 1]]]);
  for (const value of people) {
    const next = new Map<number, readonly [number, number]>();
    const take = (state: number, at: number, sofar: { sum: number; calm: boolean; square: number; way: readonly [number, number] }): void => {
      if (at === others.length) {
        const square = squares === null ? 0 : sofar.square + sofar.sum ** 2;
        if (square > limit) return;
        const key = square * states + state;
        const known = next.get(key) ?? [0, 0];
        next.set(key, [known[0] + sofar.way[0], known[1] + (sofar.calm ? 0 : sofar.way[1])]);
        return;
      }
      others[at]!.counts.forEach((_, said) => {
        if (room(state, at, said)) take(state + strides[at]![said]!, at + 1, { ...sofar, sum: sofar.sum + said, calm: sofar.calm && said >= others[at]!.calm });
      });
    };
    ways.forEach((way, key) => take(key % states, 0, { sum: value, calm: value >= first.calm, square: Math.floor(key / states), way }));
    ways = next;
  }
  const [all, everybodyComplains] = ways.get(limit * states + states - 1) ?? [0, 0];
  return { all, everybodyComplains };
}

/** What is left to be explained by somebody who knows one of the people's answers; null where these cannot be among them. */
export function without({ margins, squares }: Told, answers: readonly number[]): Told | null {
  const left = margins.map(({ counts, calm }, at) => ({ counts: counts.map((count, value) => count - (answers[at] === value ? 1 : 0)), calm }));
  if (left.some(({ counts }) => counts.some((count) => count < 0))) return null;
  const own = answers.reduce((sum, value) => sum + value, 0) ** 2;
  return { margins: left, squares: squares === null ? null : squares - own };
}

/** True where no world is left in which anybody has nothing to complain of: then each of the people is known to complain. */
export function provesComplaints(told: Told): boolean {
  const { all, everybodyComplains } = worldsOf(told);
  if (all === 0) return false;
  return all === everybodyComplains;
}

export interface ToldOfPair {
  /** People by answer, worst first; experiences from `calm` on are no complaint. */
  readonly expected: readonly number[];
  readonly experienced: readonly number[];
  readonly calm: number;
  /** Below, met, above. */
  readonly bands: readonly number[];
}

/** True where in every way to join expectation, experience and bands each of the people is served worse than expected or badly. */
export function provesDisappointment(told: ToldOfPair): boolean {
  return isPossible(told) && !hasWorld(told, false);
}

export function isPossible(told: ToldOfPair): boolean {
  return hasWorld(told, true);
}

/** Whether any joint table fits; unless somebody is `content` already, one in which somebody is. */
function hasWorld({ expected, experienced, calm, bands }: ToldOfPair, alreadyContent: boolean): boolean {
  const wants = expected.flatMap((count, value) => new Array<number>(count).fill(value));
  const dead = new Set<string>();
  const free = (at: number, had: readonly number[], told: readonly number[], content: boolean): boolean => {
    if (at === wants.length) return content && told.every((left) => left === 0);
    const key = `${at} ${had.join()} ${told.join()} ${content}`;
    if (dead.has(key)) return false;
    const found = had.some((left, value) => {
      const band = Math.sign(value - wants[at]!) + 1;
      if (left === 0 || told[band] === 0) return false;
      const less = (counts: readonly number[], place: number) => counts.map((count, other) => count - (other === place ? 1 : 0));
      return free(at + 1, less(had, value), less(told, band), content || (band > 0 && value >= calm));
    });
    if (!found) dead.add(key);
    return found;
  };
  return free(0, experienced, bands, alreadyContent);
}

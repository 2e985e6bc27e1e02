// A line moves from wave to wave by itself. Natural limits (XmR) tell a movement from noise, once there are enough waves.

export interface ControlLimits {
  readonly centre: number;
  readonly upper: number;
  readonly lower: number;
  readonly upperRange: number;
  /** Firm from twelve waves on. */
  readonly provisional: boolean;
  /** Positions in the series that are more than noise. */
  readonly signals: readonly number[];
}

const fewestForLimits = 6;
const firmFrom = 12;

/** Null below six values. `baseline`: how many first values set the limits; all by default. */
export function controlLimits(series: readonly number[], baseline = series.length): ControlLimits | null {
  if (series.length < fewestForLimits || baseline < 2) return null;
  const first = series.slice(0, baseline);
  const centre = mean(first);
  const range = mean(first.slice(1).map((value, at) => Math.abs(value - (first[at] as number))));
  const limits = { centre, upper: centre + 2.66 * range, lower: centre - 2.66 * range };
  return {
    ...limits,
    upperRange: 3.268 * range,
    provisional: first.length < firmFrom,
    signals: series.flatMap((_, at) => (signalAt(series, at, limits) ? [at] : [])),
  };
}

interface Limits {
  readonly centre: number;
  readonly upper: number;
  readonly lower: number;
}

/** Why a point is more than noise: it lies outside; it is the eighth in a row on one side; the third of four nearer to a limit than to the centre. */
export type Signal = 'outside' | 'eight-in-a-row' | 'three-of-four';

/** Null for a point that is noise. */
export function signalAt(series: readonly number[], at: number, { centre, upper, lower }: Limits): Signal | null {
  const value = series[at] as number;
  if (value > upper || value < lower) return 'outside';
  const side = Math.sign(value - centre);
  if (side === 0) return null;
  const run = series.slice(Math.max(0, at - 7), at + 1);
  if (run.length === 8 && run.every((one) => Math.sign(one - centre) === side)) return 'eight-in-a-row';
  const far = (one: number) => Math.sign(one - centre) === side && Math.abs(one - centre) > (upper - centre) / 2;
  const lastFour = series.slice(Math.max(0, at - 3), at + 1);
  return far(value) && lastFour.length === 4 && lastFour.filter(far).length >= 3 ? 'three-of-four' : null;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

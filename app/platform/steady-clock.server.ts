// Against a clock that jumps: a survey closes and a kept box is destroyed by the day, for good. A clock that was moved is believed once it
// has gone on for an hour, or is back where it was; until then nothing is done that only a date asks for.
import { uptime } from 'node:os';

const minute = 60_000;

/** Milliseconds: clocks that are put right by a time server move less. */
const slack = 5 * minute;
const settles = 60 * minute;

export interface SteadyClock {
  /** False from the moment the clock was moved until it has settled. */
  isSteady(): boolean;
}

/** `sinceBoot` in milliseconds, never put forward or back; a computer that slept has aged meanwhile. */
export function steadyClock(now: () => Date, sinceBoot = () => uptime() * 1000): SteadyClock {
  const difference = () => now().getTime() - sinceBoot();
  const near = (one: number, other: number) => Math.abs(one - other) <= slack;
  let trusted = difference();
  let moved: { readonly to: number; readonly at: number } | null = null;
  return {
    isSteady() {
      const current = difference();
      if (!near(current, trusted)) {
        if (!moved || !near(current, moved.to)) moved = { to: current, at: sinceBoot() };
        if (sinceBoot() - moved.at < settles) return false;
      }
      // A clock that drifts is followed.
      [trusted, moved] = [current, null];
      return true;
    },
  };
}

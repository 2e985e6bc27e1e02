// A letter is tried again after longer and longer waits for about two days, then given up: a mail server may be down over a night.

const waits = [1, 2, 5, 15, 30, 60, 120, 240, 480, 960, 960];

/** Minutes until the next attempt after `attempts` failed ones (at least 1); null when it is time to give up. */
export function minutesUntilRetry(attempts: number): number | null {
  return waits[attempts - 1] ?? null;
}

// What the running portal notices about how it was put up, kept in memory: a proxy nobody told it about makes everybody one address.
import type { Day } from '#app/domain/kernel/day.ts';
import { isTroubleKind, troubleIn, type BallotTrouble, type TroubleKind } from '#app/domain/reports/ballot-trouble.ts';
import type { App } from '#app/platform/app.server.ts';

const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-proto', 'x-real-ip'] as const;

const noticed = new WeakSet<App['data']>();

/** Called for pages, never on the ballot's way. One line in the log, at the first request. */
export function noticeProxy(app: App, headers: Readonly<Record<string, unknown>>): void {
  if (app.config.proxies > 0 || noticed.has(app.data) || !forwarded.some((name) => headers[name] !== undefined)) return;
  noticed.add(app.data);
  app.log.warn({}, 'requests come through a proxy that this portal was not told about: set MURMUR_PROXIES to the number of proxies in front');
}

/** Whether requests came through a proxy although none was announced, since the portal was started. */
export function hasUnannouncedProxy(app: App): boolean {
  return noticed.has(app.data);
}

/** Days of which failures on the ballot's way are remembered. */
const daysRemembered = 7;

const troubles = new WeakMap<App['data'], Map<Day, Map<TroubleKind, number>>>();

function countsOf(app: App): Map<Day, Map<TroubleKind, number>> {
  let counts = troubles.get(app.data);
  if (!counts) troubles.set(app.data, (counts = new Map()));
  return counts;
}

/** Counts a refusal of the plain endpoints, where it is one that points to something broken. Keeps a kind and a day, nothing else. */
export function countTrouble(app: App, code: string): void {
  if (!isTroubleKind(code)) return;
  const counts = countsOf(app);
  const today = app.today();
  const day = counts.get(today) ?? new Map<TroubleKind, number>();
  counts.set(today, day.set(code, (day.get(code) ?? 0) + 1));
  for (const known of [...counts.keys()].sort().slice(0, -daysRemembered)) counts.delete(known);
}

/** What failed on the ballot's way since the portal was started, at most a week ago. */
export function ballotTrouble(app: App): BallotTrouble[] {
  return troubleIn(countsOf(app), app.today());
}

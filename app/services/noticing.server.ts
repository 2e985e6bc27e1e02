// What the running portal notices about how it was put up, kept in memory: a proxy nobody told it about makes everybody one address.
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

// Signing out at a shared device. Once the paper is here nothing needs to know any more who somebody is, and whoever comes next
// would find the session of the person before. It goes out before the ballot, never with it.
import type { Fetch } from './drop.ts';
import type { Link } from './link.ts';

/** Tried again at the end where the connection broke. */
export async function leave(fetch: Fetch): Promise<void> {
  const init = { method: 'POST', credentials: 'same-origin', redirect: 'manual', body: new URLSearchParams() } as const;
  await fetch('/sign-out', init).catch(() => undefined);
}

/** Where the next person at a shared device begins; «back» finds nothing of the one before. */
export function beginAnew({ slip }: Pick<Link, 'slip'>): void {
  if (slip) location.replace('/kiosk');
  else location.reload();
}

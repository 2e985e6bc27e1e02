// Requests as a browser sends them: the cookie goes along, except where a page asks for `credentials: 'omit'`.
import type { Fetch } from '#app/ballot/drop.ts';

export function fetchWith(url: string, cookie: string): Fetch {
  return (path, init) => {
    const headers = new Headers(init.headers);
    if (init.credentials !== 'omit') headers.set('cookie', cookie);
    if (init.method === 'POST') headers.set('origin', url);
    return fetch(`${url}${path}`, { ...init, headers });
  };
}

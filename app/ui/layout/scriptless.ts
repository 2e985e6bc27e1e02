// Whether the page that is shown sends no script at all: what has one field or one button works without, and whoever signs in on a
// bad line waits for nothing.
import { useMatches } from '@remix-run/react';

/** `export const handle = scriptless` in a route. Its forms reload the document. */
export const scriptless = { scripts: false } as const;

export function useScriptless(): boolean {
  return useMatches().some(({ handle }) => typeof handle === 'object' && handle !== null && 'scripts' in handle && handle.scripts === false);
}

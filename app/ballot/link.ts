// The link's fragment names the survey by its whole hash. Browsers send no fragment to a server, so that asking for this page
// tells nobody which survey it is opened for.
import { positionOf, type Position } from './position.ts';

export interface Link {
  /** SHA-256 of the manifest, 64 hexadecimal digits. */
  readonly hash: string;
  /** A shared device: nothing is kept on it. */
  readonly kiosk: boolean;
  /** Opened with a slip's code at a shared device, where the next person begins with a code too. */
  readonly slip: boolean;
  /** Where somebody was who comes from the page in another language. */
  readonly at: Position | null;
}

/** Null where the fragment is cut off. */
export function readLink(fragment: string): Link | null {
  const [hash = '', ...marks] = fragment.replace(/^#/, '').toLowerCase().split('&');
  if (!/^[0-9a-f]{64}$/.test(hash)) return null;
  const at = marks.map(positionOf).find((position) => position !== null) ?? null;
  return { hash, kiosk: marks.includes('kiosk'), slip: marks.includes('slip'), at };
}

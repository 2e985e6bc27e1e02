// The link's fragment names the survey by its whole hash. Browsers send no fragment to a server, so that asking for this page
// tells nobody which survey it is opened for.

export interface Link {
  /** SHA-256 of the manifest, 64 hexadecimal digits. */
  readonly hash: string;
  /** A shared device: nothing is kept on it. */
  readonly kiosk: boolean;
}

/** Null where the fragment is cut off. */
export function readLink(fragment: string): Link | null {
  const [hash = '', ...marks] = fragment.replace(/^#/, '').toLowerCase().split('&');
  return /^[0-9a-f]{64}$/.test(hash) ? { hash, kiosk: marks.includes('kiosk') } : null;
}

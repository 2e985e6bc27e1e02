export interface ReleasesTable {
  /** The survey's id: a survey has one release. */
  id: string;
  hash: string;
  previous: string | null;
  /** Order in the chain, from 0. */
  position: number;
  /** Canonical JSON, exactly the bytes of which `hash` is the SHA-256. */
  text: string;
  released_at: string;
}

export interface PastSurveysTable {
  /** Made from the file it was brought in: the same file is the same survey. */
  id: string;
  hash: string;
  closed_on: string;
  /** Canonical JSON of the release, exactly the bytes of which `hash` is the SHA-256. */
  text: string;
  /** JSON: departments and questions as its pages show them. */
  words: string;
  brought_at: string;
}

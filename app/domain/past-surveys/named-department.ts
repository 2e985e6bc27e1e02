// A department as a file names it, and which of today it is.

export interface NamedDepartment {
  /** As the file calls it; empty where rows name none. */
  readonly name: string;
  /** Of today; null for one that existed only then. */
  readonly place: string | null;
  /** Whether the name alone told it. */
  readonly matched: boolean;
}

export interface CouncilPapersTable {
  id: string;
  /** From 1. */
  number: number;
  day: string;
  /** JSON. */
  facts: string;
}

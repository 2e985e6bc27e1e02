export interface OwnQuestionsTable {
  /** `OWN-7`, `OWN-7-v2`. */
  id: string;
  number: number;
  version: number;
  /** JSON. */
  content: string;
  /** Of the form it came with, where it came by one. */
  request: string | null;
}

export interface OwnQuestionsTable {
  /** `OWN-7`, `OWN-7-v2`. */
  id: string;
  number: number;
  version: number;
  /** JSON. */
  content: string;
}

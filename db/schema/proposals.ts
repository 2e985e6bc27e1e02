export interface ProposalsTable {
  /** Of the form that was sent, so that one sent twice is kept once. */
  id: string;
  /** Null once whoever wrote it has left. */
  author_id: string | null;
  day: string;
  /** JSON. */
  content: string;
  /** How often HR answered; up to which of these answers the writer has looked. */
  answered: number;
  seen: number;
}

export interface LettersTable {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  /** BCP 47; null for a letter that leaves as bare text. */
  language: string | null;
  /** The survey whose answers the letter asks for: it goes when that survey closes. Null for every other letter. */
  asks_for: string | null;
  due_on: string;
  attempts: number;
  next_attempt_at: string | null;
  sent_on: string | null;
  failed: string | null;
}

export interface LetterTextsTable {
  survey_id: string;
  /** JSON by letter and language. */
  texts: string;
}

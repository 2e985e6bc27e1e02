export interface LettersTable {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  due_at: string;
  attempts: number;
  next_attempt_at: string | null;
  sent_at: string | null;
  failed: string | null;
}

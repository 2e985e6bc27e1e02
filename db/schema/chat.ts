export interface ChatTable {
  /** Always 'chat': one row per installation. */
  id: string;
  /** JSON; holds the address and the secret that post there. */
  setting: string;
  /** JSON; null where the last post was taken. */
  trouble: string | null;
}

export interface ChatPostsTable {
  id: string;
  /** JSON; null once it was taken or given up. */
  post: string | null;
  attempts: number;
  /** ISO instant, to the minute; null when it is not tried any more. */
  next_attempt_at: string | null;
}

export interface SessionsTable {
  token_hash: string;
  person_id: string;
  /** Days: nothing here tells the hour in which somebody came. */
  created_on: string;
  expires_on: string;
}

export interface SignInLinksTable {
  token_hash: string;
  person_id: string;
  /** To the minute; gone with the row when the link is used or has run out. */
  expires_at: string;
  reusable: number;
  destination: string;
}

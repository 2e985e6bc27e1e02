export interface SessionsTable {
  token_hash: string;
  person_id: string;
  created_at: string;
  expires_at: string;
}

export interface SignInLinksTable {
  token_hash: string;
  person_id: string;
  expires_at: string;
  used_at: string | null;
  reusable: number;
  destination: string;
}

export interface SealingsTable {
  /** Empty for the row that is held while counting. */
  survey_id: string;
  /** The first survey that was sealed has 1. */
  position: number;
}

export interface AddressChangesTable {
  id: string;
  person_id: string;
  /** Of this person, from 0. */
  number: number;
  day: string;
  actor_id: string | null;
  was: string | null;
  became: string | null;
  /** How many surveys had been sealed by then. */
  seals: number;
  released: number;
}

export interface FormerAccessTable {
  /** Of a sign-in link at first, of the session it opened afterwards. */
  token_hash: string;
  person_id: string;
  /** The address to which the link went, folded. */
  email: string;
  entered: number;
  expires_on: string;
}

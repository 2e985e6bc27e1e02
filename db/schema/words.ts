// Own words are found by their release and their place in it; a group by the hash of its atoms.
export interface PassedWordsTable {
  release_hash: string;
  group_key: string;
  /** A day. */
  passed_on: string;
}

export interface LeftOutWordsTable {
  release_hash: string;
  group_key: string;
  /** Place of the text in the release, from 0. */
  position: number;
}

/** Places in a text, never the words themselves. */
export interface BlackedOutWordsTable {
  release_hash: string;
  position: number;
  begins: number;
  ends: number;
}

export interface WordRepliesTable {
  /** Of the form that was sent: sent twice it is one. */
  id: string;
  release_hash: string;
  group_key: string;
  /** A day. */
  said_on: string;
  /** JSON. */
  content: string;
}

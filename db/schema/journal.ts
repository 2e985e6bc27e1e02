export interface JournalPendingTable {
  id: string;
  day: string;
  text: string;
}

export interface JournalDaysTable {
  position: number;
  hash: string;
  text: string;
}

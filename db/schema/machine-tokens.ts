export interface MachineTokensTable {
  id: string;
  name: string;
  /** Separated by spaces. */
  scopes: string;
  hash: string;
  made_by: string;
  made_on: string;
  last_day: string;
  used_on: string | null;
}

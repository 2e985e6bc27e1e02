export interface LetterheadTable {
  /** Always 'letterhead': one row. */
  id: string;
  /** JSON. */
  kept: string;
}

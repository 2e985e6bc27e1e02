export interface PeopleChoicesTable {
  /** Always 'people': one row. */
  id: string;
  /** JSON. */
  kept: string;
}

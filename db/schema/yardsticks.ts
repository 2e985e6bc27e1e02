export interface YardsticksTable {
  /** Always 'yardsticks': one row. */
  id: string;
  /** Counts changes. */
  revision: number;
  /** JSON. */
  kept: string;
}

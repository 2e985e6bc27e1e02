export interface ServiceMapTable {
  /** Always 'map': one row. */
  id: string;
  /** Counts changes. */
  revision: number;
  /** JSON. */
  kept: string;
}

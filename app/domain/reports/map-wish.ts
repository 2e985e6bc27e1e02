// What somebody wants to see of the map: a wish, because it may name what there is not.

export interface MapWish {
  readonly department: string | null;
  /** The survey compared with: `rest`, `before`, `year` or its id. */
  readonly against: string;
  /** The dimension whose questions are shown. */
  readonly dimension: string | null;
  /** The department put beside. */
  readonly beside: string | null;
  readonly sort: string;
  readonly find: string;
  /** Departments that stand the other way than they begin. */
  readonly turned: readonly string[];
  /** From one; null for the whole table. */
  readonly part: number | null;
}

// What was found out beside the survey. Who took part stands nowhere.
export interface InquiriesTable {
  id: string;
  department_id: string;
  day: string;
  /** JSON. */
  content: string;
}

export interface SecondaryFiguresTable {
  /** Always 'secondary': one row. */
  id: string;
  /** Counts changes. */
  revision: number;
  /** JSON. */
  kept: string;
}

export interface PlanSupportsTable {
  plan_id: string;
  /** What it is, the same for the same thing. */
  ref: string;
  /** JSON, as it was when the plan was made to rest on it. */
  content: string;
}

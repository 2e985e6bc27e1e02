// What may be searched for stands in columns; the rest of a plan is one JSON text, read and written whole.
export interface IssuesTable {
  id: string;
  /** Department, dimension, release and where it was handed over from: the same problem is one issue, whoever finds it. */
  about: string;
  department_id: string;
  state: string;
  revision: number;
  content: string;
}

export interface PlansTable {
  id: string;
  /** Of the form that made it: a form sent twice makes one plan. */
  request: string;
  issue_id: string;
  department_id: string;
  state: string;
  revision: number;
  content: string;
}

/** What a plan asks of whom, worked out from its text each time that is written: looked for, never read back. */
export interface PlanDutiesTable {
  plan_id: string;
  position: number;
  kind: string;
  person_id: string;
  due: string | null;
  open: number;
}

/** Departments that work along, or whose people rated what the plan is about: looked for, never read back. */
export interface PlanPartnersTable {
  plan_id: string;
  department_id: string;
}

export interface PlanVersionsTable {
  plan_id: string;
  version: number;
  content: string;
}

export interface PlanNotesTable {
  id: string;
  plan_id: string;
  at: string;
  author_id: string | null;
  event: string;
  text: string;
  details: string;
  /** Order in its plan, from 1: a day holds several notes. */
  position: number;
}

/** Said to a draft under a name. */
export interface ObjectionsTable {
  id: string;
  plan_id: string;
  version: number;
  author_id: string;
  to_id: string;
  day: string;
  text: string;
}

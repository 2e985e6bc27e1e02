export interface NewsTable {
  /** What happened to what, and which time: it cannot be news twice. */
  id: string;
  kind: string;
  /** Of the survey, the plan or the issue. */
  subject_id: string;
  day: string;
}

export interface ToldTable {
  news_id: string;
  person_id: string;
}

export interface LastToldTable {
  person_id: string;
  day: string;
}

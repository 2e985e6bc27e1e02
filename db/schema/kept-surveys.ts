export interface InstallationTable {
  /** Always 'installation': one row. */
  id: string;
  /** The same as in the data folder. */
  key: string;
  holder: string | null;
  held_until: string | null;
}

export interface SetAsidesTable {
  survey_id: string;
  reason: string;
  /** JSON by language; null where no manifest tells it. */
  title: string | null;
  since: string;
  told: number;
  wish: string | null;
  ended: string | null;
  ended_on: string | null;
}

export interface SurveyJobsTable {
  survey_id: string;
  kind: string;
  state: string;
  failure: string | null;
}

export interface DailyWorkTable {
  name: string;
  day: string;
}

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
  done: number;
  /** 0 until it is known. */
  of: number;
  /** A name; null where nobody of the company ordered it. */
  ordered_by: string | null;
  /** A hash of what whoever ordered it looked at. */
  seen: string | null;
}

export interface ForecastsTable {
  survey_id: string;
  /** Of what it was worked out from. */
  seed: string;
  /** JSON. */
  cuts: string;
}

export interface DailyWorkTable {
  name: string;
  day: string;
}

export interface SurveysTable {
  id: string;
  state: string;
  /** JSON by language, like `purpose`. */
  title: string;
  purpose: string;
  opens_on: string;
  closes_on: string;
  programme: string | null;
  /** JSON. */
  definition: string;
  manifest_hash: string | null;
  created_by: string | null;
  created_at: string;
  closed_at: string | null;
  closed_on: string | null;
  /** `survey`, `service` or `consultation`: worked out from the definition each time that is written, and asked for by lists. */
  kind: string;
}

export interface ManifestsTable {
  hash: string;
  survey_id: string;
  /** Canonical JSON, exactly the bytes of which `hash` is the SHA-256. */
  text: string;
}

export interface BallotPagesTable {
  hash: string;
  language: string;
  body: string;
}

export interface ParticipationTable {
  survey_id: string;
  day: string;
  /** JSON, rounded percentages only. */
  steps: string;
}

export interface SurveyLettersTable {
  survey_id: string;
  kind: string;
  day: string;
  people: number;
}

export interface SurveyProgrammeTable {
  /** Always 'programme': one row per installation. */
  id: string;
  /** JSON. */
  programme: string;
  /** One more with each change. */
  revision: number;
}

/** Waves that cannot go ahead as they stand, or could not until their time had passed. */
export interface HeldWavesTable {
  programme_id: string;
  number: number;
  survey_id: string | null;
  due: string;
  /** JSON. */
  reasons: string;
  left_out: string | null;
}

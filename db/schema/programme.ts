export interface SurveyProgrammeTable {
  /** Always 'programme': one row per installation. */
  id: string;
  /** JSON. */
  programme: string;
  /** One more with each change. */
  revision: number;
}

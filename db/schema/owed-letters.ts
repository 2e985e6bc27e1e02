export interface LetterJobsTable {
  id: string;
  occasion: string;
  survey_id: string;
  /** 1: the letters ask for answers and go when the survey closes. */
  asks: number;
  /** JSON: what the letters tell, where the survey itself will not tell it any more. */
  about: string;
}

export interface OwedLettersTable {
  job_id: string;
  person_id: string;
}

export interface DirectoryVersionsTable {
  /** Always 'directory': one row. */
  id: string;
  /** One more with every change of people or departments. */
  version: number;
}

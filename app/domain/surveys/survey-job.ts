// Work on a survey that may outlast a page and a stop. Its state says nothing but how far it is: a tally writes nothing else.

export type JobKind = 'seal' | 'tally';

/** `failure` is a code; null unless it failed. */
export interface SurveyJob {
  readonly surveyId: string;
  readonly kind: JobKind;
  readonly state: 'waiting' | 'running' | 'failed' | 'done';
  readonly failure: string | null;
}

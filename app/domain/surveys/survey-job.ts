// Work on a survey that may outlast a page and a stop. Its state says nothing but how far it is: a tally writes nothing else.

export type JobKind = 'seal' | 'tally' | 'forecast';

/** `failure` is a code; null unless it failed. */
export interface JobState {
  readonly surveyId: string;
  readonly kind: JobKind;
  readonly state: 'waiting' | 'running' | 'failed' | 'done';
  readonly failure: string | null;
  /** The name of whoever ordered it; null from the command line or by the clock, undefined leaves it as it was. */
  readonly orderedBy?: string | null;
  /** What whoever ordered it looked at, as a hash; undefined leaves it as it was. */
  readonly seen?: string | null;
}

export interface SurveyJob extends JobState {
  readonly done: number;
  /** 0 until it is known. */
  readonly of: number;
  readonly orderedBy: string | null;
  readonly seen: string | null;
}

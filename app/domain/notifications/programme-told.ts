// What HR is told of its programme.

export interface ProgrammeTold {
  readonly kind: 'drafted' | 'seal-now' | 'stuck';
  /** The draft; null where there is none. */
  readonly surveyId: string | null;
}

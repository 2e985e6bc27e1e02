// A survey that another tool collected. Of its file nothing is kept but the release and the words to read it by: no manifest was ever
// sealed for it, and it stands outside the chain of releases.
import type { Department } from '#app/domain/organisation/department.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';

export interface PastSurvey {
  readonly id: string;
  /** SHA-256 (hex) of the release. */
  readonly hash: string;
  readonly closed: Day;
  /** Calendar day. */
  readonly broughtAt: string;
}

/** What a manifest says for the portal's own surveys. */
export interface PastWords {
  readonly departments: readonly Department[];
  readonly questions: readonly Question[];
}

/** By the SHA-256 (hex) of the file: it is published once, whoever brings it again, whatever it is called then. */
export function pastSurveyId(fileHash: string): string {
  return `past-${fileHash.slice(0, 32)}`;
}

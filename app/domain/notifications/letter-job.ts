// Letters to many people are owed first and written then, in handfuls: the decision and what it owes are one step, and whatever stops
// the writing in between, nobody is written to twice and nobody is forgotten.

export type LetterOccasion = 'announcement' | 'opening' | 'first-reminder' | 'last-reminder' | 'set-aside' | 'destroyed' | 'taken-up' | 'restored' | 'results' | 'news' | 'late' | 'programme' | 'proposal';

/** What asks nothing of anybody leaves in working hours: surveys close at midnight. */
const inWorkingHours: Readonly<Record<LetterOccasion, boolean>> = {
  announcement: false,
  opening: false,
  'first-reminder': false,
  'last-reminder': false,
  'set-aside': false,
  destroyed: false,
  'taken-up': false,
  restored: false,
  results: true,
  news: true,
  late: true,
  programme: true,
  proposal: true,
};

export const waitsForWorkingHours = ({ occasion }: Pick<LetterJob, 'occasion'>): boolean => inWorkingHours[occasion];

export interface LetterJob {
  readonly id: string;
  readonly occasion: LetterOccasion;
  /** Empty where it is about no survey. */
  readonly surveyId: string;
  /** The letters ask for answers: what is not written when the survey closes is owed no more. */
  readonly asks: boolean;
  /** What the letters tell; plain JSON. */
  readonly about: unknown;
}

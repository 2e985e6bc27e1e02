// A draft plan that is open for objections is asked about by the same sealed ballots as a pulse, and is no pulse: it belongs to its plan,
// to no list of surveys, no line, no lock and no reminder. Whoever lists surveys asks here which they are.
import type { Localized } from '../kernel/language.ts';
import type { SurveyDefinition } from './survey.ts';

/** What a survey that asks about a draft plan is tied to. */
export interface Consulting {
  readonly plan: string;
  /** Everybody of this department and below is asked, and counted as one group. */
  readonly department: string;
  /** Who will read what comes of it, as the ballot page says it. */
  readonly readers: Localized;
}

/** The one rule: what is tied to a plan is no pulse. */
export const isConsultation = ({ definition }: { readonly definition: Pick<SurveyDefinition, 'consulting'> }): boolean => definition.consulting !== undefined;

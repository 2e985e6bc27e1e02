// What a written report is made of: the very view models of the pages, and what other nouns say about plans in their own words. Whoever
// reads the pages reads nothing more in the report.
import type { FiguresAge } from '../figures-age.ts';
import type { MethodPage } from '../method-page.ts';
import type { QuestionsPage } from '../questions-page.ts';
import type { ResultsPage } from '../results-page.ts';
import type { AskedQuestion } from './asked-questions.ts';

export interface ReportParts {
  readonly company: string;
  readonly age: FiguresAge;
  /** As it was sealed; null for a survey from a file. */
  readonly asked: { readonly opens: string; readonly closes: string; readonly purpose: string } | null;
  /** The six words of the survey as it was sealed, in the reader's language; null for a survey from a file. */
  readonly fingerprint: readonly string[] | null;
  readonly results: ResultsPage;
  readonly questions: QuestionsPage;
  readonly method: MethodPage;
  readonly questionnaire: readonly AskedQuestion[];
  /** As it was passed on to this reader; null where nothing was. */
  readonly words: WordsSaid | null;
  /** For what falls short, by dimension, in the order of the priorities. */
  readonly advice: readonly Advice[];
  /** Of the department it is about and of those below it, whatever survey they began with; what is read there by everybody concerned. */
  readonly plans: readonly PlanSaid[];
}

export interface WordsSaid {
  readonly passedOn: string;
  readonly texts: readonly string[];
  /** Told from k texts on. */
  readonly themes: readonly { readonly label: string; readonly texts: number }[];
  readonly typical: readonly string[];
}

export interface Advice {
  readonly dimension: string;
  readonly measures: readonly MeasureSaid[];
}

export interface MeasureSaid {
  readonly title: string;
  readonly controllability: 'department' | 'shared' | 'company';
  readonly effort: 'S' | 'M' | 'L';
  readonly leadWeeks: number;
  /** What people ticked beside low scores that it answers; null where it answers none of it. */
  readonly answers: { readonly reason: string; readonly people: number } | null;
}

export interface PlanSaid {
  readonly title: string;
  readonly area: string;
  readonly department: string;
  /** Code of a sentence `plan.state.…`. */
  readonly state: string;
  /** Code of a sentence `plan.verdict.…`; null before it was measured. */
  readonly verdict: string | null;
  /** Index points, as printed; null where it was not measured. */
  readonly moved: { readonly from: number; readonly to: number } | null;
  /** What was told to the people who were asked; null before. */
  readonly told: string | null;
  readonly promises: readonly { readonly text: string; readonly due: string; readonly status: 'open' | 'kept' | 'late' | 'dropped' }[];
}

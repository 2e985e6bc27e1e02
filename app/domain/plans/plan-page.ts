// What the page of a plan shows: declared once, for whoever gathers it and whoever draws it.
import type { Day } from '../kernel/day.ts';
import type { Refusal } from '../kernel/outcome.ts';
import type { ActionPlan } from './action-plan.ts';
import type { Colleague } from './colleague.ts';
import type { ConsultationView } from './consultation-view.ts';
import type { Heard } from './heard.ts';
import type { Issue } from './issue.ts';
import type { StateRefusal } from './plan-states.ts';
import type { ProgressNote } from './progress-note.ts';
import type { Support } from './support.ts';

/** By person id. */
export type Names = Readonly<Record<string, string>>;

export interface PlanWords {
  readonly dimension: string;
  /** By id of the planned measure. */
  readonly measures: Readonly<Record<string, string>>;
  /** What the language is called in which the plan is read, where it is not the reader's; null otherwise. */
  readonly instead: string | null;
  /** What is counted, by id of the planned measure. */
  readonly counted: Readonly<Record<string, string>>;
}

/** With the day of the company on which it was written. */
export type DatedNote = ProgressNote & { readonly day: Day };

export interface PlanPage {
  readonly plan: ActionPlan;
  readonly issue: Issue;
  readonly notes: readonly DatedNote[];
  /** Agreed earlier, the first one first. */
  readonly versions: readonly ActionPlan[];
  readonly departmentName: string;
  /** Names of the departments that work along. */
  readonly partners: readonly string[];
  readonly words: PlanWords;
  /** What has to be added before a draft can be agreed. */
  readonly missing: readonly Pick<Refusal<StateRefusal>, 'because' | 'details'>[];
  readonly agreement: { readonly small: boolean; readonly consultation: boolean; readonly from: Day };
  /** People who may be given a step; empty for those who only read. */
  readonly people: readonly Colleague[];
  /** What it rests on beside its figure; `kept`: how much more of it stays with those who lead. */
  readonly rests: { readonly supports: readonly Support[]; readonly kept: number };
  /** Objections to the draft; null where nobody was asked. */
  readonly consultation: ConsultationView | null;
  readonly reviewableFrom: Day | null;
  readonly heard: Heard;
  /** A new id for each form that must not be carried out twice. */
  readonly requests: { readonly note: string; readonly step: string; readonly blocker: string; readonly objection: string };
  /** By person id. */
  readonly names: Names;
  readonly me: { readonly personId: string; readonly leads: boolean; readonly hr: boolean; readonly takesPart: boolean; readonly headsIt: boolean };
  readonly today: Day;
}

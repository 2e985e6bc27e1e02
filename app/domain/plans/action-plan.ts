// A plan answers one issue with measures, steps with an owner and a day, and a figure it wants to move. It has exactly one
// accountable owner, and it ends with a measured result told to the people who were asked, or with a reason.
import type { Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import type { Ground } from './achievement.ts';
import type { Blocker } from './blocker.ts';
import type { Consultation } from './consultation.ts';
import type { EffectReview } from './effect-review.ts';
import type { PlannedMeasure } from './planned-measure.ts';
import type { Translations } from './plan-texts.ts';
import type { Promised } from './promised.ts';
import type { Step } from './step.ts';

export const planStates = [
  'draft', 'consulted', 'committed', 'in-progress', 'blocked', 'implemented', 'monitoring', 'reviewed',
  'closed-achieved', 'closed-not-achieved', 'cancelled',
] as const;
export type PlanState = (typeof planStates)[number];

export interface Target {
  /** 0–100; null where no score could show it: then what is counted is the goal. */
  readonly index: number | null;
  readonly by: Day;
}

/** The figure from which the plan is judged: frozen when it is committed. */
export interface Baseline {
  readonly index: number;
  readonly n: number;
  readonly low: number;
  readonly high: number;
  readonly releaseHash: string;
  readonly smallestChange: number;
}

/** «You said, we did, result, next», to the same people who were asked. */
export interface PublishedResult {
  readonly text: string;
  readonly next: string;
  readonly on: Day;
  readonly by: string;
  /** What it was called achieved for, as it stood then; empty where it was not, and where nobody wrote it down yet. */
  readonly grounds: readonly Ground[];
}

export interface PlanDays {
  readonly created: Day;
  readonly consulted: Day | null;
  readonly committed: Day | null;
  readonly started: Day | null;
  readonly implemented: Day | null;
  readonly closed: Day | null;
  /** Of the last thing anybody did or wrote. */
  readonly updated: Day;
}

/** What whoever writes a plan says of it. It is taken from the form as it stands, and stands there again when the plan is changed. */
export interface PlanTerms {
  readonly title: string;
  readonly target: Target | null;
}

/** Before anybody wrote anything. */
export const blankTerms: PlanTerms = { title: '', target: null };

/** The terms among what is said with them. */
export const termsIn = ({ title, target }: PlanTerms): PlanTerms => ({ title: title.trim(), target });

/** What of them was typed in words: none of it may quote a comment. */
export const wordsIn = (said: PlanTerms): string[] => Object.values(termsIn(said)).filter((one): one is string => typeof one === 'string');

export interface ActionPlan extends PlanTerms {
  readonly id: string;
  readonly issueId: string;
  readonly departmentId: string;
  readonly dimension: string;
  readonly state: PlanState;
  /** Counts agreements: a change after commitment makes a new version and the old one stays to be read. */
  readonly version: number;
  /** Counts every change: whoever saves over an older revision is told. */
  readonly revision: number;
  /** The language its own words are in; null for plans of before it was noted. */
  readonly written: Language | null;
  readonly translations: Translations;
  readonly ownerId: string;
  /** Departments that work along and therefore see it. */
  readonly partners: readonly string[];
  /** Departments whose people rated its work, from the agreement on; none where it rests on what its own people said. */
  readonly customers: readonly string[];
  readonly baseline: Baseline | null;
  readonly measures: readonly PlannedMeasure[];
  readonly steps: readonly Step[];
  readonly blockers: readonly Blocker[];
  readonly promises: readonly Promised[];
  readonly review: EffectReview | null;
  /** The first reading as it was, once a second one has replaced it. */
  readonly earlyReview: EffectReview | null;
  readonly result: PublishedResult | null;
  /** Why it was given up; null otherwise. */
  readonly cancelled: { readonly reason: string; readonly by: string } | null;
  /** What others can learn where the goal was missed. */
  readonly lesson: string;
  /** Objections to the draft; null before it was opened for them, and where that was done without asking. */
  readonly consultation: Consultation | null;
  readonly days: PlanDays;
}

/** The most a department can follow through at a time. */
export const mostOpenPlans = 3;

/** Where a plan stands in each of its states: being written, at work, waiting for what the next survey says, or over. */
const stages: Readonly<Record<PlanState, 'writing' | 'work' | 'waiting' | 'over'>> = {
  draft: 'writing',
  consulted: 'writing',
  committed: 'work',
  'in-progress': 'work',
  blocked: 'work',
  implemented: 'waiting',
  monitoring: 'waiting',
  reviewed: 'waiting',
  'closed-achieved': 'over',
  'closed-not-achieved': 'over',
  cancelled: 'over',
};

export const isClosed = ({ state }: Pick<ActionPlan, 'state'>): boolean => stages[state] === 'over';

export const isUnderWay = ({ state }: Pick<ActionPlan, 'state'>): boolean => stages[state] === 'work';

/** A draft belongs to those who write it; from the consultation on, those concerned may read it. */
export const isPublished = ({ days, state }: Pick<ActionPlan, 'days' | 'state'>): boolean => state !== 'draft' && days.consulted !== null;

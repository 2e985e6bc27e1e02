// What «what became of it» shows everybody: plans and answers, and the steps the reader still has to do.
import type { Day } from '../kernel/day.ts';
import type { ActionPlan } from './action-plan.ts';
import type { News } from './feed-news.ts';
import type { Issue } from './issue.ts';
import type { Names, PlanWords } from './plan-page.ts';

export type FeedEntry = { readonly on: Day; readonly departmentName: string; readonly own: boolean } & (
  | { readonly kind: 'plan'; readonly plan: ActionPlan; readonly issue: Issue; readonly words: PlanWords; readonly news: News }
  | { readonly kind: 'answer'; readonly issue: Issue; readonly dimension: string; readonly to: string | null }
  | { readonly kind: 'words'; readonly id: string; readonly theme: string; readonly survey: string; readonly k: number; readonly text: string; readonly by: string | null }
);

export interface Feed {
  readonly entries: readonly FeedEntry[];
  /** Steps this person still has to do, first due first. */
  readonly mySteps: readonly { readonly planId: string; readonly planTitle: string; readonly stepId: string; readonly title: string; readonly due: Day; readonly revision: number }[];
  readonly names: Names;
  readonly today: Day;
}

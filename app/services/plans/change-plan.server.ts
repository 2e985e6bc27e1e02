// Every change of a plan goes one way: load, decide, save over the revision that was read, write it into the diary. Where somebody
// else was faster, the decision is made again on what stands there now, so that two people on two steps both succeed.
import type { Actor } from '#app/domain/access/actor.ts';
import { done, eachOf, refused, type Outcome, type Refusal } from '#app/domain/kernel/outcome.ts';
import type { Letter } from '#app/domain/notifications/letter.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { Issue } from '#app/domain/plans/issue.ts';
import type { Act } from '#app/domain/plans/plan-changes.ts';
import { mayRead } from '#app/domain/plans/plan-readers.ts';
import { quotes } from '#app/domain/plans/quotation.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { noteOf, type Entry } from './plan-notes.server.ts';
import { newsIn, noteNews } from './plan-news.server.ts';
import { placeOf } from './place-of-actor.server.ts';
import { publishedComments } from './waves.server.ts';

export interface Change<Code extends string> {
  decide(plan: ActionPlan, act: Act, issue: Issue): Outcome<ActionPlan, Code>;
  entry(before: ActionPlan, after: ActionPlan): Entry;
  /** The issue after the change; undefined leaves it. */
  issue?(issue: Issue, after: ActionPlan): Issue;
  /** What tells somebody of it: written with it, or not at all. */
  letters?(after: ActionPlan): Promise<readonly Letter[]>;
  /** What is written together with it, or not at all. */
  beside?(stores: Stores): Promise<void>;
  /** New words of the change: they must not be somebody's comment. */
  readonly words?: string;
}

export type ChangeRefusal = 'not-found' | 'plan-changed' | 'quotes-a-comment';

/** What would be refused of a change, without making it; nothing to whoever may not read the plan. */
export async function wouldRefuse<Code extends string>(app: App, actor: Actor, planId: string, decide: (plan: ActionPlan, act: Act) => Outcome<ActionPlan, Code>): Promise<readonly Refusal<Code>[]> {
  const { who } = await placeOf(app, actor);
  const plan = await app.data.plans.get(planId);
  if (!plan || !mayRead(plan, who)) return [];
  const decided = decide(plan, { who, today: app.today() });
  return decided.ok ? [] : eachOf(decided);
}

const tries = 3;

export async function changePlan<Code extends string>(app: App, actor: Actor, planId: string, change: Change<Code>): Promise<Outcome<ActionPlan, Code | ChangeRefusal>> {
  const { who } = await placeOf(app, actor);
  if (change.words && quotes(change.words, await publishedComments(app))) return refused('quotes-a-comment');
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const plan = await app.data.plans.get(planId);
    const issue = plan && (await app.data.issues.get(plan.issueId));
    if (!plan || !issue || !mayRead(plan, who)) return refused('not-found');
    const decided = change.decide(plan, { who, today: app.today() }, issue);
    if (!decided.ok) return decided;
    if (decided.value === plan) return done(plan);
    if (await saveChange(app, { plan, issue, after: decided.value, actor, change })) return decided;
  }
  return refused('plan-changed');
}

interface Saving<Code extends string> {
  readonly plan: ActionPlan;
  readonly issue: Issue;
  readonly after: ActionPlan;
  readonly actor: Actor;
  readonly change: Change<Code>;
}

async function saveChange<Code extends string>(app: App, { plan, issue, after, actor, change }: Saving<Code>): Promise<boolean> {
  const letters = (await change.letters?.(after)) ?? [];
  return app.data.transaction(async (stores) => {
    if (!(await stores.plans.replace(after, plan.revision))) return false;
    if (after.version > plan.version) await stores.plans.keepVersion(plan);
    const issueAfter = change.issue?.(issue, after) ?? issue;
    if (issueAfter !== issue) await stores.issues.replace(issueAfter, issue.revision);
    await stores.planNotes.add(noteOf(app, plan.id, actor.personId, change.entry(plan, after)));
    await stores.letters.addAll(letters);
    await noteNews(stores, newsIn(plan, after, app.today()));
    await change.beside?.(stores);
    return true;
  });
}

// What a change of a plan is news of, for the people whose figure it was. Written in the transaction of the change.
import type { Day } from '#app/domain/kernel/day.ts';
import { newsOf, type News } from '#app/domain/notifications/news.ts';
import { isPublished, type ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { Stores } from '#db/index.server.ts';

export function newsIn(before: ActionPlan, after: ActionPlan, day: Day): News[] {
  const found: News[] = [];
  const about = { subjectId: after.id, day };
  if (after.state === 'committed' && before.state !== 'committed') found.push(newsOf({ kind: 'agreed', ...about }, String(after.version)));
  if (after.cancelled && !before.cancelled && isPublished(before)) found.push(newsOf({ kind: 'given-up', ...about }));
  if (after.review && after.review.releaseHash !== before.review?.releaseHash) found.push(newsOf({ kind: 'reviewed', ...about }, after.review.releaseHash));
  if (after.result && !before.result) found.push(newsOf({ kind: 'ended', ...about }));
  return found;
}

/** To be called in the transaction of the change. */
export async function noteNews(stores: Pick<Stores, 'news'>, news: readonly News[]): Promise<void> {
  for (const one of news) await stores.news.add(one);
}

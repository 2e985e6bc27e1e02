// What happened, as sentences of a letter or of the notice board: as it stands now. What was taken back meanwhile, or may not be read any
// more, says nothing.
import type { News } from '#app/domain/notifications/news.ts';
import { isPublished, type ActionPlan } from '#app/domain/plans/action-plan.ts';
import { inWholePoints, type EffectReview } from '#app/domain/plans/effect-review.ts';
import type { Issue } from '#app/domain/plans/issue.ts';
import { concerns } from '#app/domain/plans/plan-readers.ts';
import { nearestHead, type Standing } from '#app/domain/plans/standing.ts';
import type { App } from '#app/platform/app.server.ts';
import { departmentsWithPresentHeads } from '#app/services/plans/present-heads.server.ts';
import { namesOf } from '#app/services/plans/plan-page.server.ts';
import { nameIn } from '#app/services/plans/place-of-actor.server.ts';
import { titleSaid } from '#app/services/plans/plan-words.server.ts';
import { dimensionIn } from '#app/text/dimension-name.ts';
import type { Text } from '#app/text/text.ts';

/** In the order in which a letter says them. */
export const toldOrder = ['agreed', 'refused', 'given-up', 'reviewed', 'ended'] as const;
export type Told = (typeof toldOrder)[number];

export interface NewsLine {
  readonly news: News;
  readonly kind: Told;
  /** Whose figure it was. */
  concerns(who: Standing): boolean;
  say(text: Text): string;
  /** Where there is more. */
  readonly link: string;
}

interface About {
  readonly departmentName: string;
  /** Who says thank you; an id. */
  readonly thanks: string | null;
  readonly names: Readonly<Record<string, string>>;
}

/** Those of the news that can be told today, in their order. */
export async function newsLines(app: App, news: readonly News[]): Promise<NewsLine[]> {
  const departments = await departmentsWithPresentHeads(app);
  const open = new Set(departments.map(({ id }) => id));
  const lines: NewsLine[] = [];
  for (const one of news) {
    const plan = one.kind === 'refused' ? null : await app.data.plans.get(one.subjectId);
    const issue = one.kind === 'refused' ? await app.data.issues.get(one.subjectId) : null;
    const departmentId = (plan ?? issue)?.departmentId;
    if (departmentId === undefined || !open.has(departmentId)) continue;
    // The head thanks; where nobody leads there or above, whoever decided.
    const thanks = nearestHead(departments, departmentId) ?? plan?.result?.by ?? null;
    const about = { departmentName: nameIn(departments, departmentId), thanks, names: await namesOf(app, plan ? [plan.ownerId, thanks] : []) };
    const say = plan ? planLine(one, plan, about) : issue && refusalLine(issue, about);
    if (say) lines.push({ news: one, kind: one.kind as Told, link: `${app.config.publicUrl}/${plan ? `plans/${plan.id}` : 'feed'}`, concerns: (who) => (plan ? concerns(plan, who) : who.belongs.has(departmentId)), say });
  }
  return lines;
}

function refusalLine({ state, answer, dimension }: Issue, { departmentName }: About): NewsLine['say'] | null {
  if (state !== 'declined' || !answer) return null;
  return (text) => text('news.line.refused', { department: departmentName, dimension: dimensionIn(text, dimension), reason: answer.reason, change: answer.wouldChange });
}

function planLine({ id, kind }: News, plan: ActionPlan, { departmentName, thanks, names }: About): NewsLine['say'] | null {
  const { cancelled, review, result } = plan;
  if (!isPublished(plan)) return null;
  const values = (text: Text) => ({ department: departmentName, dimension: dimensionIn(text, plan.dimension), title: titleSaid(text, plan) });
  if (kind === 'given-up') return cancelled && ((text) => text('news.line.given-up', { ...values(text), reason: cancelled.reason }));
  if (cancelled) return null;
  if (kind === 'reviewed') return review && id.endsWith(`:${review.releaseHash}`) ? (text) => reviewLine(text, review, values(text)) : null;
  if (kind === 'ended') return result && ((text) => [text('news.line.ended', { ...values(text), result: result.text }), result.next === '' ? '' : text('feed.result.next', { next: result.next }), text('news.line.thanks', { name: (thanks && names[thanks]) ?? '–' })].filter((part) => part !== '').join(' '));
  if (kind !== 'agreed' || !id.endsWith(`:${plan.version}`) || plan.state === 'consulted') return null;
  return (text) => [text('news.line.agreed', values(text)), text('feed.owner', { name: names[plan.ownerId] ?? '–' }), ...(plan.target ? [text('news.line.by', { day: text.day(plan.target.by) })] : [])].join(text('news.between'));
}

function reviewLine(text: Text, { verdict, early, effect }: EffectReview, values: Readonly<Record<'department' | 'dimension' | 'title', string>>): string {
  const said = text(verdict === 'no-clear-change' ? (early ? 'plan.verdict.cannot-tell-yet' : 'plan.verdict.cannot-tell') : `plan.verdict.${verdict}`);
  if (!effect) return text('news.line.reviewed.bare', { ...values, verdict: said });
  const { from, to } = inWholePoints(effect);
  return text('news.line.reviewed', { ...values, verdict: said, from, to });
}

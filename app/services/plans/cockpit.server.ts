// What HR has to know of the cycle at one look: what is owed by whom, what was answered, what waits for HR, and what comes next.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { nextOfCycle, type NextOfCycle } from '#app/domain/plans/next-of-cycle.ts';
import type { OwedAnswer } from '#app/domain/plans/owed-page.ts';
import { agreeableFrom, isSmallPlan } from '#app/domain/plans/plan-states.ts';
import { nearestHead } from '#app/domain/plans/standing.ts';
import type { App } from '#app/platform/app.server.ts';
import { pulseNow } from './department-cycle.server.ts';
import { answersOfLatest } from './lock-pulse.server.ts';
import { namesOf } from './plan-page.server.ts';
import { nameIn, placeOf } from './place-of-actor.server.ts';
import { dimensionName } from './plan-words.server.ts';

export interface Cockpit {
  /** What the latest core pulse asked for, and how much of it was answered. */
  readonly asked: number;
  readonly given: number;
  readonly late: number;
  /** The longest overdue first. */
  readonly owed: readonly OwedAnswer[];
  readonly moreOwed: number;
  readonly toAgree: number;
  readonly toTell: number;
  readonly next: NextOfCycle;
}

const mostOwed = 6;

export async function cockpitOf(app: App, actor: Actor, language: Language): Promise<Cockpit> {
  const today = app.today();
  const { departments } = await placeOf(app, actor);
  const { asked, open: unanswered, owed } = await answersOfLatest(app);
  const known = owed.filter(({ departmentId }) => departments.some(({ id }) => id === departmentId));
  const shown = known.slice(0, mostOwed).map((one) => ({ ...one, head: nearestHead(departments, one.departmentId) }));
  const names = await namesOf(app, shown.map(({ head }) => head));
  const late = known.filter(({ due }) => due < today).length;
  const waiting = await app.data.plans.inStates(['consulted', 'reviewed']);
  const toAgree = waiting.filter((plan) => plan.state === 'consulted' && !isSmallPlan(plan) && agreeableFrom(plan, today) <= today).length;
  const toTell = waiting.filter(({ state }) => state === 'reviewed').length;
  const { pulse } = await pulseNow(app);
  const draft = (await app.data.surveys.inState('draft'))[0]?.id ?? null;
  const answers = { late, inTime: known.length - late, by: known.find(({ due }) => due >= today)?.due ?? null };
  return {
    asked,
    given: asked - unanswered,
    late,
    owed: shown.map(({ departmentId, dimension, issueId, due, head }) => {
      const about = { departmentId, departmentName: nameIn(departments, departmentId), dimensionId: dimension, dimension: dimensionName(dimension, language) };
      return { ...about, from: null, issueId, due, by: head === null ? null : (names[head] ?? null) };
    }),
    moreOwed: known.length - shown.length,
    toAgree,
    toTell,
    next: nextOfCycle({ answers, toAgree, toTell, open: pulse.open, planned: pulse.planned, draft }),
  };
}

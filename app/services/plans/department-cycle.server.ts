// Where a department stands in the cycle, for those whose silence or work it is: its members, its heads and HR. Nobody looks sideways.
import type { Actor } from '#app/domain/access/actor.ts';
import { isPublished } from '#app/domain/plans/action-plan.ts';
import { cycleOf, type CycleFacts, type DepartmentCycle } from '#app/domain/plans/cycle.ts';
import { isCorePulse } from '#app/domain/surveys/questions/core-pulse.ts';
import { lastDayOf, phaseOf } from '#app/domain/surveys/phase.ts';
import type { App } from '#app/platform/app.server.ts';
import { publishesAnything } from '#app/services/publication/keep-releases.server.ts';
import { owedAnswersIn } from './lock-pulse.server.ts';
import { placeOf } from './place-of-actor.server.ts';

interface Pulse {
  /** The latest core pulse with results; null before the first. */
  readonly surveyId: string | null;
  readonly pulse: CycleFacts['pulse'];
}

/** `shownWith`: the survey on whose page it stands; an earlier one than the latest says nothing of today. Null where it is not said. */
export async function departmentCycle(app: App, actor: Actor, { department, shownWith }: { readonly department: string; readonly shownWith?: string }): Promise<DepartmentCycle | null> {
  const { who, departments } = await placeOf(app, actor);
  const known = departments.find(({ id }) => id === department);
  if (!known || !(who.hr || who.leads.has(department) || who.belongs.has(department))) return null;
  const { surveyId, pulse } = await pulseNow(app);
  if (shownWith !== undefined && shownWith !== surveyId) return null;
  const owed = await owedAnswersIn(app, new Set([department]));
  const plans = await app.data.plans.ofDepartment(department);
  // A draft belongs to those who write it.
  const writes = who.hr || who.leads.has(department);
  return { ...cycleOf({ pulse, owed, plans: writes ? plans : plans.filter(isPublished) }, app.today()), department: known.name };
}

export async function pulseNow(app: App): Promise<Pulse> {
  const today = app.today();
  const core = (await app.data.surveys.all()).filter(isCorePulse);
  const inPhase = (phase: 'open' | 'scheduled') => core.filter((survey) => phaseOf(survey, today) === phase);
  const opens = inPhase('scheduled').map((survey) => survey.opens).sort();
  const closes = inPhase('open').map((survey) => survey.closes).sort();
  const closed = await latestPublished(app, core.map(({ id }) => id));
  const survey = core.find(({ id }) => id === closed);
  return { surveyId: closed, pulse: { planned: opens[0] ?? null, open: closes.at(-1) ?? null, published: survey ? lastDayOf(survey) : null } };
}

async function latestPublished(app: App, core: readonly string[]): Promise<string | null> {
  for (const { surveyId, hash } of (await app.data.releases.listed()).toReversed()) if (core.includes(surveyId) && (await publishesAnything(app, hash))) return surveyId;
  return null;
}

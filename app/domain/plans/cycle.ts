// Assess, improve, monitor: where one department stands, with a day for each. It follows from surveys, answers that are owed, and plans;
// nobody sets it, and what is asked now comes before what was done.
import type { Day } from '../kernel/day.ts';
import { isClosed, isUnderWay, type ActionPlan } from './action-plan.ts';
import type { OverdueAnswer } from './overdue-answers.ts';
import { nextStep } from './plan-flags.ts';
import { reviewableFrom } from './plan-states.ts';
import { isLate } from './step.ts';

export const cycleStages = ['assess', 'improve', 'monitor'] as const;
export type CycleStage = (typeof cycleStages)[number];

export type AssessNews = 'none' | 'planned' | 'open' | 'published';
export type ImproveNews = 'later' | 'owed-late' | 'owed' | 'late' | 'working' | 'writing' | 'done' | 'nothing';
export type MonitorNews = 'later' | 'measured' | 'from' | 'told' | 'next';

export interface CycleNews<Code> {
  readonly code: Code;
  /** Null where there is none to say. */
  readonly day: Day | null;
  /** How many it speaks of; 1 where it is about one thing. */
  readonly many: number;
}

export interface Cycle {
  readonly now: CycleStage;
  readonly assess: CycleNews<AssessNews>;
  readonly improve: CycleNews<ImproveNews>;
  readonly monitor: CycleNews<MonitorNews>;
}

/** With the name of the department. */
export interface DepartmentCycle extends Cycle {
  readonly department: string;
}

export interface CycleFacts {
  /** The first day of the next core pulse that is sealed, the last day of one that is open, and that of the latest with results. */
  readonly pulse: { readonly planned: Day | null; readonly open: Day | null; readonly published: Day | null };
  /** Of this department. */
  readonly owed: readonly Pick<OverdueAnswer, 'due'>[];
  /** Of this department, over ones among them. */
  readonly plans: readonly ActionPlan[];
}

export function cycleOf({ pulse, owed, plans }: CycleFacts, today: Day): Cycle {
  const improve = improving(owed, plans, today);
  return { now: stageNow(pulse, improve), assess: assessing(pulse), improve: pulse.published === null && improve.code === 'nothing' ? said('later') : improve, monitor: monitoring(pulse, plans) };
}

/** `done` says of a stage that it lies behind the one that is on. */
export const stageState = ({ now }: Pick<Cycle, 'now'>, stage: CycleStage): 'done' | 'now' | 'later' =>
  stage === now ? 'now' : cycleStages.indexOf(stage) < cycleStages.indexOf(now) ? 'done' : 'later';

const said = <Code>(code: Code, day: Day | null = null, many = 1): CycleNews<Code> => ({ code, day, many });

const first = (days: readonly Day[]): Day | null => [...days].sort()[0] ?? null;
const last = (days: readonly Day[]): Day | null => [...days].sort().at(-1) ?? null;

const working: readonly ImproveNews[] = ['owed-late', 'owed', 'late', 'working', 'writing'];

function stageNow(pulse: CycleFacts['pulse'], improve: CycleNews<ImproveNews>): CycleStage {
  if (pulse.open !== null) return 'assess';
  if (working.includes(improve.code)) return 'improve';
  return pulse.published === null ? 'assess' : 'monitor';
}

function assessing({ planned, open, published }: CycleFacts['pulse']): CycleNews<AssessNews> {
  if (open !== null) return said('open', open);
  if (published !== null) return said('published', published);
  return planned === null ? said('none') : said('planned', planned);
}

function improving(owed: CycleFacts['owed'], plans: readonly ActionPlan[], today: Day): CycleNews<ImproveNews> {
  const late = owed.filter(({ due }) => due < today);
  if (late.length > 0) return said('owed-late', first(late.map(({ due }) => due)), late.length);
  if (owed.length > 0) return said('owed', first(owed.map(({ due }) => due)), owed.length);
  const atWork = plans.filter(isUnderWay);
  const steps = atWork.flatMap((plan) => plan.steps);
  const behind = steps.filter((step) => isLate(step, today));
  if (behind.length > 0) return said('late', first(behind.map(({ due }) => due)), behind.length);
  if (atWork.length > 0) return said('working', first(atWork.flatMap((plan) => nextStep(plan)?.due ?? plan.target?.by ?? [])), atWork.length);
  const drafts = plans.filter((plan) => plan.state === 'draft' || plan.state === 'consulted');
  if (drafts.length > 0) return said('writing', first(drafts.map(({ days }) => days.created)), drafts.length);
  const done = plans.flatMap(({ days }) => days.implemented ?? []);
  return done.length > 0 ? said('done', last(done), done.length) : said('nothing');
}

function monitoring(pulse: CycleFacts['pulse'], plans: readonly ActionPlan[]): CycleNews<MonitorNews> {
  const open = plans.filter((plan) => !isClosed(plan));
  const measured = open.flatMap(({ state, review }) => (state === 'reviewed' && review ? [review.on] : []));
  if (measured.length > 0) return said('measured', last(measured), measured.length);
  const waiting = open.flatMap((plan) => (plan.state === 'implemented' || plan.state === 'monitoring' ? (reviewableFrom(plan) ?? []) : []));
  if (waiting.length > 0) return said('from', first(waiting), waiting.length);
  const told = plans.flatMap(({ result }) => result?.on ?? []);
  if (told.length > 0) return said('told', last(told), told.length);
  return pulse.planned === null ? said('later') : said('next', pulse.planned);
}

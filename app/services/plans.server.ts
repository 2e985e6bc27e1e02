// Plans: from a short plank to a result that is told to those who were asked. The parts lie in plans/.
export { beginAnew, closePlan, commitPlan, finishPlan, giveUp, showDraft, type Closing } from './plans/decide-plan.server.ts';
export { newPlanPage, type NewPlanPage } from './plans/new-plan-page.server.ts';
export { progressPage, type ProgressPage } from './plans/progress-page.server.ts';
export { feedFor, newsFor } from './plans/feed-page.server.ts';
export { planFilters, planList, type PlanFilter, type PlanList } from './plans/plan-list.server.ts';
export { settlePromise, promisePage, promiseRegister } from './plans/decide-promises.server.ts';
export { lockOf, logOverride, mayAsk, type LockRefusal } from './plans/lock-pulse.server.ts';
export { owedPage } from './plans/owed-answers.server.ts';
export { planPage } from './plans/plan-page.server.ts';
export { dailyPlanLetters } from './plans/remind-owners.server.ts';
export { editPage, editPlan, type PlanEdit } from './plans/edit-plan.server.ts';
export { reviewPlans } from './plans/review-plans.server.ts';
export { answerIssue, startPlan, type NewPlan, type Reply } from './plans/start-plan.server.ts';
export { teamPage, type TeamPage } from './plans/team-page.server.ts';
export { moveStep, countLeading, resolveBlocker, reportBlocker, addStep, setStepStatus, writeNote } from './plans/work-on-steps.server.ts';
export { departmentCycle } from './plans/department-cycle.server.ts';
export { dutiesOfPerson } from './plans/own-duties.server.ts';
export { cockpitOf, type Cockpit } from './plans/cockpit.server.ts';

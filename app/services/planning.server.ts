// Plans: from a short plank to a result that is told to those who were asked. The parts lie in planning/.
export { beginAnew, closePlan, commitPlan, finishPlan, giveUp, showDraft, type Closing } from './planning/deciding.server.ts';
export { newPlanPage, type NewPlanPage } from './planning/offering.server.ts';
export { progressPage, type ProgressPage } from './planning/figures.server.ts';
export { feedFor, type Feed, type FeedEntry } from './planning/feeding.server.ts';
export { planFilters, planList, type PlanFilter, type PlanList } from './planning/listing.server.ts';
export { decideOnPromise, promisePage, promiseRegister, type ListedPromise, type PromisePage, type PromiseRegister } from './planning/promising.server.ts';
export { lockOf, logOverride, mayAsk, type LockRefusal, type MissingAnswer } from './planning/locking.server.ts';
export { planPage, type PlanPage } from './planning/reading.server.ts';
export { dailyPlanLetters } from './planning/reminding.server.ts';
export { editPage, rewritePlan, type Rewriting } from './planning/rewriting.server.ts';
export { reviewPlans } from './planning/reviewing.server.ts';
export { answerIssue, measuresOf, startPlan, type NewPlan, type Reply } from './planning/starting.server.ts';
export { teamPage, type TeamPage } from './planning/team.server.ts';
export { changeDue, countIndicator, removeBlocker, reportBlocker, takeOnStep, tapStep, writeNote } from './planning/working.server.ts';

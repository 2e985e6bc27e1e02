// Plans: from a short plank to a result that is told to those who were asked. The parts lie in planning/.
export { beginAnew, closePlan, commitPlan, finishPlan, giveUp, rewritePlan, showDraft, type Closing, type Rewriting } from './planning/deciding.server.ts';
export { newPlanPage, type NewPlanPage } from './planning/offering.server.ts';
export { feedFor, planFilters, planList, planPage, type Feed, type FeedEntry, type PlanFilter, type PlanList, type PlanPage } from './planning/reading.server.ts';
export { dailyPlanLetters } from './planning/reminding.server.ts';
export { reviewPlans } from './planning/reviewing.server.ts';
export { answerIssue, measuresOf, startPlan, type NewPlan, type Reply } from './planning/starting.server.ts';
export { teamPage, type TeamPage } from './planning/team.server.ts';
export { changeDue, countIndicator, removeBlocker, reportBlocker, takeOnStep, tapStep, writeNote } from './planning/working.server.ts';

// What became of the last one: plans of the people it is about with what they were measured by, and promises with their day.
import type { Block, Section } from './document.ts';
import type { PlanSaid, ReportParts } from './report-parts.ts';
import { said, type Say } from './say.ts';
import { tableOf } from './table-of.ts';

export function followUpSection(say: Say, { plans }: ReportParts, source: string): Section {
  const promises = plans.flatMap((plan) => plan.promises.map((promise) => ({ plan, promise })));
  const promised = tableOf(say, {
    id: 'promises',
    columns: [['promise', 'text'], ['department', 'text'], ['due', 'day'], ['kept', 'text']],
    rows: promises,
    cells: ({ plan, promise }) => [promise.text, plan.department, promise.due, say(`report.promise.${promise.status}`)],
    source,
  });
  const blocks: Block[] = plans.length === 0 ? [said(say, 'report.follow-up.none')] : [plansTable(say, plans, source), ...(promises.length > 0 ? [promised] : [])];
  return { id: 'follow-up', heading: say('report.section.follow-up'), blocks, sections: [] };
}

function plansTable(say: Say, plans: readonly PlanSaid[], source: string): Block {
  return tableOf(say, {
    id: 'plans',
    columns: [['plan', 'text'], ['department', 'text'], ['area', 'text'], ['state', 'text'], ['measured', 'text'], ['from', 'index'], ['to', 'index'], ['told', 'text']],
    rows: plans,
    cells: ({ title, department, area, state, verdict, moved, told }) => [
      title, department, area, say(`plan.state.${state}`), verdict === null ? '' : say(`plan.verdict.${verdict}`), moved?.from ?? null, moved?.to ?? null, told ?? '',
    ],
    source,
  });
}

// Who stands behind a role when a letter is written.
import type { Receiver } from '#app/domain/plans/reminders.ts';
import { executiveOf, nearestHead } from '#app/domain/plans/standing.ts';
import type { App } from '#app/platform/app.server.ts';
import { departmentsWithPresentHeads } from './present-heads.server.ts';

/** Ids of people; the head of the department, or of the nearest one above that has a head. HR where nobody leads the company. */
export async function receiversOf(app: App, to: Receiver): Promise<string[]> {
  if ('personId' in to) return [to.personId];
  if ('role' in to) return app.data.roles.holders(to.role);
  const departments = await departmentsWithPresentHeads(app);
  if ('executiveOf' in to) {
    const executive = executiveOf(departments, to.executiveOf);
    return executive === null ? app.data.roles.holders('hr') : [executive];
  }
  const head = nearestHead(departments, to.headOf);
  return head === null ? [] : [head];
}

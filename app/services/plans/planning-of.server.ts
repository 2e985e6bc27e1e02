// Whether a plan can begin where somebody reads results: at the figures of the latest survey, of a department the reader answers for.
import type { Actor } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/actor.ts';
import { mayAnswer } from '#app/domain/plans/issue.ts';
import { nearestHead } from '#app/domain/plans/standing.ts';
import type { App } from '#app/platform/app.server.ts';
import { placeOf } from './place-of-actor.server.ts';
import { latestWave } from './waves.server.ts';

/** `handing`: it may be given to somebody else who leads the department. */
export async function planningOf(app: App, actor: Actor, { surveyId, department }: { surveyId: string; department: string }): Promise<{ readonly department: string; readonly handing: boolean } | null> {
  const { who, departments } = await placeOf(app, actor);
  const known = departments.some(({ id }) => id === department);
  if (!may(actor, 'make-plans') || !known || !mayAnswer({ departmentId: department }, who)) return null;
  if ((await latestWave(app))?.wave.release.survey.id !== surveyId) return null;
  const head = nearestHead(departments, department);
  return { department, handing: may(actor, 'oversee-plans') && head !== null && head !== actor.personId };
}

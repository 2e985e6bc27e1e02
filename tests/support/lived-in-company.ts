// The small company after a survey, with plans in several states, something in the way and answers that are owed: what start pages and
// the board show. Sessions are called `home-` and the person.
import { createHash } from 'node:crypto';
import { day } from '#app/domain/kernel/day.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import type { App } from '#app/platform/app.server.ts';
import { actorOfPerson } from '#app/services/access.server.ts';
import { commitPlan, reportBlocker, startPlan } from '#app/services/plans.server.ts';
import { aSmallCompany } from './people.ts';
import { publishWaves } from './published.ts';
import { aSurveyOfAmber } from './survey-of-amber.ts';
import { wished } from './wished-plan.ts';

export const livedInPeople = ['hr', 'admin', 'north-1', 'south-1', 'north-2', 'south-2'] as const;

async function actorOf(app: App, personId: string) {
  const actor = await actorOfPerson(app, personId);
  if (!actor) throw new Error(`nobody is called ${personId}`);
  return actor;
}

export async function livedInCompany(app: App): Promise<void> {
  await aSmallCompany(app);
  const today = app.today();
  await publishWaves(app, [aSurveyOfAmber({ id: 'summer', closed: addDays(today, -100) }), aSurveyOfAmber({ closed: addDays(today, -9) })]);
  const head = await actorOf(app, 'north-1');
  const promise = { text: 'An answer about shifts', due: addDays(today, 10) };
  const started = await startPlan(app, head, wished({ promise, target: { index: 70, by: addDays(today, 120) }, steps: [{ title: 'List what we do', ownerId: 'north-2', due: addDays(today, 5) }] }));
  if (!started.ok) throw new Error(started.because);
  const { planId } = started.value;
  await commitPlan(app, head, planId);
  await reportBlocker(app, await actorOf(app, 'north-2'), { planId, request: 'b1', kind: 'decision', text: 'Nobody has decided yet which tasks may stop' });
  for (const personId of livedInPeople) {
    await app.data.sessions.save({ tokenHash: createHash('sha256').update(`home-${personId}`).digest('base64url'), personId, createdOn: today, expiresOn: day('2099-01-01') });
  }
}

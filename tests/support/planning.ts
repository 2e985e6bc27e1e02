// The small company after a survey in which North liked its workload least: what plans begin with.
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import { testApp, type TestApp } from './app.ts';
import { actorFor, aSmallCompany } from './people.ts';
import { publishWaves } from './published.ts';
import { aSurveyOfAmber } from './survey-of-amber.ts';

export { aSurveyOfAmber } from './survey-of-amber.ts';
export { wished } from './wished-plan.ts';

/** Monday noon; people, heads and one published survey. */
export async function aPlanningApp(waves = [aSurveyOfAmber()]): Promise<TestApp> {
  const app = await testApp({ now: '2026-11-23T12:00:00Z' });
  await aSmallCompany(app);
  await publishWaves(app, waves);
  return app;
}

export const head = (app: TestApp) => actorFor(app, 'north-1');
export const hr = (app: TestApp) => actorFor(app, 'hr');

export const later = (app: TestApp, days: number): Day => {
  const to = addDays(app.today(), days);
  app.setNow(to);
  return to;
};

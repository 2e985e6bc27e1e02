// The small company after a survey in which North liked its workload least: what plans begin with.
import { aClosedSurvey, type WaveSketch } from './waves.ts';
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import { testApp, type TestApp } from './app.ts';
import { actorFor, aSmallCompany } from './people.ts';
import { publishWaves } from './published.ts';

export { wished } from './wished-plan.ts';

const tree = [
  { id: 'amber', parentId: null, name: 'Amber' },
  { id: 'sales', parentId: 'amber', name: 'Sales' },
  { id: 'north', parentId: 'sales', name: 'North' },
  { id: 'south', parentId: 'sales', name: 'South' },
  { id: 'key-accounts', parentId: 'sales', name: 'Key accounts' },
  { id: 'operations', parentId: 'amber', name: 'Operations' },
  { id: 'finance', parentId: 'amber', name: 'Finance' },
];

export const aSurveyOfAmber = (more: Partial<WaveSketch> = {}) =>
  aClosedSurvey({
    id: 'autumn',
    closed: '2026-11-20',
    tree,
    people: { north: 12, south: 9, 'key-accounts': 3, operations: 14, finance: 5 },
    participation: 1,
    commentEvery: 2,
    mood: (department, question) => (department === 'north' && question.startsWith('WKL') ? 1.8 : 3.6),
    ...more,
  });

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

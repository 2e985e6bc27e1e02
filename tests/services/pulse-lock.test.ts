import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { answerIssue, lockOf, mayAsk, progressPage, startPlan, teamPage } from '#app/services/plans.server.ts';
import { resumeSealing } from '#app/services/publication.server.ts';
import { beginSealing } from '#app/services/surveys/seal-and-invite.server.ts';
import { aDraft } from '#tests/support/drafts.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { aPlanningApp, aSurveyOfAmber, head, wished } from '#tests/support/planning.ts';
import { publishWaves } from '#tests/support/published.ts';

const core = aDraft('next');
const locked = async (app: TestApp) => (await lockOf(app, core, 'en')).map((one) => `${one.departmentName}: ${one.dimension}, ${one.due}`);
const because = (outcome: { ok: boolean; because?: string }) => (outcome.ok ? 'done' : outcome.because);

/** The day after the fifteen working days. */
const after = '2026-12-12';

describe('the next core pulse', () => {
  test('waits for what nobody answered in fifteen working days, by department', async () => {
    const app = await aPlanningApp();
    app.setNow('2026-12-11');
    expect(await locked(app)).toEqual([]);
    app.setNow(after);
    expect(await locked(app)).toContain('North: Workload, 2026-12-11');
    expect((await locked(app)).some((one) => one.startsWith('Operations'))).toBe(false);
  });

  test.each(['a plan', 'a no', 'a hand-over'] as const)('does not wait where there is %s', async (how) => {
    const app = await aPlanningApp();
    const actor = await head(app);
    const reply = { issueId: null, departmentId: 'north', dimension: 'workload', reason: 'Not before spring', wouldChange: 'Two more people' };
    if (how === 'a plan') await startPlan(app, actor, wished());
    else await answerIssue(app, actor, { ...reply, how: how === 'a no' ? 'declined' : 'forwarded' });
    app.setNow(after);
    expect((await locked(app)).filter((one) => one.startsWith('North'))).toEqual([]);
  });

  test('waits for what was handed over and left, with its own clock', async () => {
    const app = await aPlanningApp();
    app.setNow('2026-12-10');
    await answerIssue(app, await head(app), { issueId: null, departmentId: 'north', dimension: 'workload', how: 'forwarded', reason: 'Above decides', wouldChange: '' });
    app.setNow('2026-12-31');
    expect((await locked(app)).filter((one) => one.includes('2026-12-31'))).toEqual([]);
    app.setNow('2027-01-01');
    expect(await locked(app)).toContain('Sales: Workload, 2026-12-31');
  });

  test('waits only as a core pulse, and only for the latest one', async () => {
    const app = await aPlanningApp([aSurveyOfAmber(), aSurveyOfAmber({ id: 'winter', closed: '2026-12-10', mood: () => 4.6 })]);
    app.setNow('2027-02-01');
    expect(await locked(app)).toEqual([]);
    const silent = await aPlanningApp();
    silent.setNow(after);
    expect(await lockOf(silent, { definition: { ...core.definition, template: 'annual' } }, 'en')).toEqual([]);
  });

  test('is asked all the same for a reason, which repeats no comment', async () => {
    const app = await aPlanningApp();
    app.setNow(after);
    const asked = async (override: string) => because(await mayAsk(app, core, override));
    const comment = (JSON.parse((await app.data.releases.latest())!.text) as { comments: { text: string }[] }).comments[0]!.text;
    expect([await asked(''), await asked(' '), await asked(comment), await asked('The merger cannot wait')]).toEqual(['answers-missing', 'answers-missing', 'quotes-a-comment', 'done']);
  });
});

test('why it is asked all the same stands in the log that everybody reads, wherever the portal stops after that', async () => {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  await publishWaves(app, [aSurveyOfAmber()]);
  app.setNow(after);
  await app.data.surveys.add({ ...core, opens: day('2026-12-14'), closes: day('2026-12-20') });
  const stopped = new Error('a stop');
  const stopping: TestApp = { ...app, checkpoint: (step) => { if (step === 'seal:ordered') throw stopped; } };
  const sealing = { id: 'next', override: 'The merger cannot wait', seen: null };
  expect(await beginSealing(app, await actorFor(app, 'hr'), { ...sealing, override: '' })).toMatchObject({ because: 'answers-missing' });
  await expect(beginSealing(stopping, await actorFor(app, 'hr'), sealing)).rejects.toThrow(stopped);
  // The next start goes on with it.
  await resumeSealing(app);
  expect((await app.data.surveys.get('next'))!.state).toBe('sealed');
  expect((await app.data.organisation.changes()).filter(({ setting }) => setting === 'pulse-lock').map(({ to, actorId }) => [to, actorId])).toEqual([['The merger cannot wait', 'hr']]);
});

test('the manager’s home says what the pulse waits for, about the own department alone', async () => {
  const app = await aPlanningApp();
  app.setNow(after);
  const north = await teamPage(app, await head(app), 'en', null);
  expect(north.ok && north.value.locking.map((one) => one.dimension)).toContain('Workload');
  const south = await teamPage(app, await actorFor(app, 'south-1'), 'en', 'south');
  expect(south.ok && south.value.locking.filter((one) => one.departmentName !== 'South')).toEqual([]);
  const steps = [{ title: 'List what we do', ownerId: 'north-2', due: day('2026-12-18') }];
  expect(because(await startPlan(app, await head(app), wished({ steps })))).toBe('done');
  const now = await teamPage(app, await head(app), 'en', null);
  expect(now.ok && now.value.locking.map((one) => one.dimension)).not.toContain('Workload');
});

test('silence counts among the answers that were due', async () => {
  const app = await aPlanningApp();
  app.setNow(after);
  const missing = await lockOf(app, core, 'en');
  expect((await progressPage(app, 'en')).figures.response).toMatchObject({ answered: 0, inTime: { part: 0, of: missing.length } });
});

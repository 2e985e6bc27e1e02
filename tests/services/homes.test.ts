// Each person finds the start page of what they are: their own duties and nobody else's, figures of a release alone, and of an open
// survey no more than the day's step.
import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { castBallot } from '#app/services/privacy/rehearse.server.ts';
import { fixParticipation } from '#app/services/publication.server.ts';
import { answerIssue, commitPlan, owedPage, startPlan } from '#app/services/plans.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { aPlanningApp, head, wished } from '#tests/support/planning.ts';

const homeFor = async (app: TestApp, person: string) => homeOf(app, await actorFor(app, person));

async function withPlan(): Promise<{ app: TestApp; planId: string }> {
  const app = await aPlanningApp();
  const promise = { text: 'An answer about shifts', due: day('2026-12-11') };
  const started = await startPlan(app, await head(app), wished({ promise, steps: [{ title: 'List what we do', ownerId: 'north-2', due: day('2026-12-04') }] }));
  if (!started.ok) throw new Error(started.because);
  const agreed = await commitPlan(app, await head(app), started.value.planId);
  if (!agreed.ok) throw new Error(agreed.because);
  return { app, planId: started.value.planId };
}

describe('an employee', () => {
  test('an employee finds the own duties and nobody else’s', async () => {
    const { app, planId } = await withPlan();
    const home = await homeFor(app, 'north-2');
    expect(home.duties).toMatchObject([{ kind: 'step', title: 'List what we do', planId, due: '2026-12-04' }]);
    for (const person of ['north-3', 'south-2', 'operations-1']) expect((await homeFor(app, person)).duties, person).toEqual([]);
    expect((await homeFor(app, 'north-1')).duties.map(({ kind, due }) => [kind, due])).toEqual([['promise', '2026-12-11'], ['goal', '2027-03-31']]);
  });

  test('reads what changed because of what was said, and nothing of a department that is not the own', async () => {
    const { app, planId } = await withPlan();
    expect((await homeFor(app, 'north-5')).news).toMatchObject([{ kind: 'plan', planId, own: true, news: { code: 'agreed' } }]);
    expect((await homeFor(app, 'south-2')).news).toEqual([]);
    // HR reads all plans elsewhere; here it is somebody of its own department.
    expect((await homeFor(app, 'hr')).news).toEqual([]);
  });

  test('finds nothing that is for heads, HR and administrators', async () => {
    const { app } = await withPlan();
    expect(await homeFor(app, 'north-5')).toMatchObject({ head: null, hr: null, setUp: null, steps: null });
  });
});

describe('a head', () => {
  test('reads what the own people need most as the release says it, with what was answered', async () => {
    const app = await aPlanningApp();
    const before = (await homeFor(app, 'north-1')).head;
    expect(before).toMatchObject({ department: { id: 'north', name: 'North' }, more: 0, results: { answered: 12, with: [], short: { id: 'workload', n: 12 }, answer: null, due: '2026-12-11' } });
    // What falls short most in Sales is owed an answer by nobody there.
    expect((await homeFor(app, 'south-1')).head).toMatchObject({ department: { id: 'sales' }, results: { due: null } });
    await startPlan(app, await head(app), wished());
    expect((await homeFor(app, 'north-1')).head?.results?.answer).toMatchObject({ title: 'Less at once' });
  });

  test('reads nothing of a department beside the own ones', async () => {
    const app = await aPlanningApp();
    expect((await homeFor(app, 'south-1')).head?.department.name).toBe('Sales');
    expect((await homeFor(app, 'operations-1')).head).toBeNull();
  });
});

describe('HR', () => {
  test('reads what was asked, what is owed by whom and what comes next', async () => {
    const app = await aPlanningApp();
    const early = (await homeFor(app, 'hr')).hr!;
    expect(early.asked).toBeGreaterThan(0);
    expect(early.given).toBe(0);
    expect(early.owed).toContainEqual(expect.objectContaining({ departmentName: 'North', dimension: 'Workload', by: 'Person north-1', due: '2026-12-11' }));
    expect(early.next).toMatchObject({ code: 'answers', many: early.asked, day: '2026-12-11' });
    app.setNow('2026-12-12');
    const late = (await homeFor(app, 'hr')).hr!;
    expect(late).toMatchObject({ late: early.asked, next: { code: 'late-answers', to: '/plans/board?stage=owed' } });
    const started = await startPlan(app, await head(app), wished({ steps: [{ title: 'List what we do', ownerId: 'north-2', due: day('2026-12-18') }] }));
    expect(started.ok).toBe(true);
    expect((await homeFor(app, 'hr')).hr).toMatchObject({ asked: early.asked, given: 1 });
  });

  test('HR reads how many have answered only in the step that was fixed for the day', async () => {
    const app = await ballotApp();
    await sealed(app, aDraft('pulse'));
    app.setNow('2026-11-23');
    const shares = async () => (await homeFor(app, 'hr')).hr!.running.surveys.map(({ participation }) => participation);
    expect(await shares()).toEqual([null]);
    await fixParticipation(app);
    expect(await shares()).toEqual([{ company: 0, step: 20 }]);
    for (let number = 2; number <= 11; number += 1) await castBallot(app, 'pulse', { personId: `operations-${number}`, answers: { 'PAY-01': 5 } });
    await fixParticipation(app);
    // Ten of forty-four came on the same day: they are told with the next.
    expect(await shares()).toEqual([{ company: 0, step: 20 }]);
    app.setNow('2026-11-24');
    expect(await shares()).toEqual([{ company: 0, step: 20 }]);
    await fixParticipation(app);
    expect(await shares()).toEqual([{ company: 20, step: 20 }]);
  });

  test('reads of an open survey its days left and its letters', async () => {
    const app = await ballotApp();
    await sealed(app, aDraft('pulse'));
    const [survey] = (await homeFor(app, 'hr')).hr!.running.surveys;
    expect(survey).toMatchObject({ id: 'pulse' });
    expect(survey!.daysLeft).toBeGreaterThanOrEqual(0);
    expect(survey!.letters.map(({ kind }) => kind)).toContain('opening');
  });
});

test('an administrator reads what is missing before what is there, and no results', async () => {
  const app = await aPlanningApp();
  const home = await homeFor(app, 'admin');
  expect(home.setUp!.filter(({ done }) => !done).map(({ code, many }) => [code, many])).toEqual([['heads', 5], ['zone', 0], ['address', 0], ['mail', 0], ['contact', 0]]);
  expect(home).toMatchObject({ head: null, hr: null });
  await app.data.roles.withdraw('hr', 'hr');
  const codes = (await homeFor(app, 'admin')).setUp!.filter(({ done }) => !done).map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['hr', 'second']));
});

describe('what waits for somebody', () => {
  test('a head of several departments finds each of them, in their order', async () => {
    const app = await aPlanningApp();
    const departments = await app.data.departments.open();
    await app.data.departments.saveAll(departments.map((one) => (one.id === 'operations' ? { ...one, headId: 'north-1' } : one)));
    const { head: found } = await homeFor(app, 'north-1');
    expect([found?.department.id, ...(found?.others ?? []).map(({ department }) => department.id)].sort()).toEqual(['north', 'operations']);
    expect(found).toMatchObject({ more: 0, others: [{ results: { answered: expect.any(Number) as number } }] });
  });

  test('two refusals of one subject name the survey each answers', async () => {
    const app = await aPlanningApp();
    const answer = { departmentId: 'north', dimension: 'workload', issueId: null, how: 'declined', reason: 'Nobody is free', wouldChange: 'Another budget' } as const;
    expect((await answerIssue(app, await head(app), answer)).ok).toBe(true);
    const survey = (await app.data.surveys.all()).at(-1)!;
    expect((await homeFor(app, 'north-5')).news).toMatchObject([{ kind: 'answer', survey: inLanguage(survey.title, 'en') }]);
  });

  test('whoever is handed something from below reads from where, and is told by letter; nobody is told of their own hand-over', async () => {
    const app = await aPlanningApp();
    const handed = { departmentId: 'north', dimension: 'workload', issueId: null, how: 'forwarded', reason: 'Sales decides', wouldChange: '' } as const;
    expect((await answerIssue(app, await head(app), handed)).ok).toBe(true);
    const letters = await app.data.letters.claim({ now: '2099-01-01T00:00:00.000Z', until: '2199-01-01T00:00:00.000Z', limit: 1000 });
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([[(await app.data.people.get('south-1'))!.email, 'Handed over to you: Workload']]);
    expect(letters[0]!.text).toContain('North hands something over to your level that its people said: Workload. The reason given: Sales decides');
    expect((await owedPage(app, await actorFor(app, 'south-1'), 'en')).byReader).toContainEqual(expect.objectContaining({ departmentId: 'sales', dimensionId: 'workload', from: 'North' }));
  });
});

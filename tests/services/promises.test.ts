import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { commitPlan, settlePromise, feedFor, planPage, progressPage, promisePage, promiseRegister, editPlan, startPlan, setStepStatus, teamPage } from '#app/services/plans.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { actorFor } from '#tests/support/people.ts';
import { aPlanningApp, aSurveyOfAmber, head, hr, later, wished } from '#tests/support/planning.ts';

const value = <T>(outcome: { ok: true; value: T } | { ok: false; because: string }): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};
const because = (outcome: { ok: boolean; because?: string }) => (outcome.ok ? 'done' : outcome.because);

const words = 'No shift changes after Thursday';
const due = day('2026-12-11');

async function withPromise(): Promise<{ app: TestApp; planId: string; promiseId: string }> {
  const app = await aPlanningApp();
  const { planId } = value(await startPlan(app, await head(app), wished({ promise: { text: words, due } })));
  value(await commitPlan(app, await head(app), planId));
  return { app, planId, promiseId: (await app.data.plans.get(planId))!.promises[0]!.id };
}

describe('a promise', () => {
  test('that gets a new day is told in the diary and to everybody it was made to, with how often', async () => {
    const { app, planId, promiseId } = await withPromise();
    const to = day('2026-12-18');
    value(await settlePromise(app, await head(app), { planId, promiseId, seen: due, fate: { how: 'renewed', to, reason: 'The tool comes later' } }));
    const colleague = await actorFor(app, 'north-3');
    const entry = (await feedFor(app, colleague, 'en')).entries.find((one) => one.kind === 'plan');
    expect(entry?.kind === 'plan' && entry.plan.promises).toMatchObject([{ due: to, renewals: [{ from: due, to, reason: 'The tool comes later' }] }]);
    expect(value(await planPage(app, colleague, planId, 'en')).notes[0]).toMatchObject({ event: 'promise-renewed', text: 'The tool comes later', details: { promise: words, from: due, to } });
  });

  test('waits on the manager’s home and in the register until it is settled, late ones with it', async () => {
    const { app, planId, promiseId } = await withPromise();
    later(app, 30);
    expect(value(await teamPage(app, await head(app), 'en', null)).promises).toMatchObject([{ id: promiseId, status: 'late' }]);
    expect((await promiseRegister(app, await hr(app), 'en')).promises).toMatchObject([{ status: 'late', plan: { id: planId }, departmentName: 'North' }]);
    value(await settlePromise(app, await head(app), { planId, promiseId, seen: due, fate: { how: 'kept' } }));
    expect((await promiseRegister(app, await hr(app), 'en')).promises).toMatchObject([{ status: 'late', promise: { keptOn: '2026-12-23' } }]);
  });

  test('is nobody’s business beside: not in the register, not on its page', async () => {
    const { app, planId, promiseId } = await withPromise();
    const beside = await actorFor(app, 'operations-1');
    expect((await promiseRegister(app, beside, 'en')).promises).toEqual([]);
    expect(because(await promisePage(app, beside, { planId, promiseId, language: 'en' }))).toBe('not-found');
    expect(because(await settlePromise(app, beside, { planId, promiseId, seen: due, fate: { how: 'kept' } }))).toBe('not-found');
    expect(value(await promisePage(app, await actorFor(app, 'north-3'), { planId, promiseId, language: 'en' })).deciding).toBe(false);
  });

  test('does not move with an edit of its plan', async () => {
    const { app, planId } = await withPromise();
    const plan = (await app.data.plans.get(planId))!;
    const { title, cause, measures, own, leading, valueFigure } = wished();
    const edit = { planId, seen: plan.revision, ownerId: 'north-1', target: plan.target!, title, cause, measures, own, leading, valueFigure };
    expect(because(await editPlan(app, await head(app), { ...edit, promise: { text: words, due: day('2027-01-29') } }))).toBe('promise-is-agreed');
    expect(because(await editPlan(app, await head(app), { ...edit, promise: { text: words, due } }))).toBe('done');
    expect((await app.data.plans.get(planId))!.promises).toMatchObject([{ text: words, due }]);
  });

  test('is not dropped in the words of a comment', async () => {
    const { app, planId, promiseId } = await withPromise();
    const comment = (JSON.parse((await app.data.releases.latest())!.text) as { comments: { text: string }[] }).comments[0]!.text;
    expect(because(await settlePromise(app, await head(app), { planId, promiseId, seen: due, fate: { how: 'dropped', reason: comment } }))).toBe('quotes-a-comment');
  });
});

describe('progress figures', () => {
  test('stand beside what people answered, from releases, with how many answered', async () => {
    const { app, planId } = await withPromise();
    const step = (await app.data.plans.get(planId))!.steps[0]!;
    value(await setStepStatus(app, await head(app), { planId, stepId: step.id, seen: step.revision, status: 'done' }));
    const { figures, answers, departments, limits } = await progressPage(app, 'en');
    expect(figures).toMatchObject({ plans: 1, stepsOnTime: { part: 1, of: 1 }, response: { answered: 1, median: 1, inTime: { part: 1, of: 1 } } });
    expect(departments).toMatchObject([{ name: 'North', open: 1, stepsOnTime: { part: 1, of: 1 } }]);
    expect(limits).toBeNull();
    expect(answers.map(({ id }) => id)).toEqual(['OUT-01', 'COM-04', 'COM-05']);
    expect(answers[0]?.trend?.points).toMatchObject([{ n: 43, index: expect.any(Number) }]);
    expect(answers[2]).toMatchObject({ question: 'I know what was done after the last survey.', trend: null });
  });

  test('a question that was not asked last time keeps its line up to when it was', async () => {
    const asked = aSurveyOfAmber({ id: 'summer', closed: '2026-08-20', further: ['COM-05'] });
    const app = await aPlanningApp([asked, aSurveyOfAmber()]);
    const { answers } = await progressPage(app, 'zh-Hans');
    expect(answers[2]?.trend?.points.map((one) => one.survey)).toEqual(['summer']);
    expect(answers[2]?.question).toBe('我知道上一次调查之后做了哪些事。');
  });

  test('have a usual range from eight months on in which steps were due', async () => {
    const app = await aPlanningApp();
    const { planId } = value(await startPlan(app, await head(app), wished()));
    value(await commitPlan(app, await head(app), planId));
    const plan = (await app.data.plans.get(planId))!;
    const step = plan.steps[0]!;
    const months = ['02', '03', '04', '05', '06', '07', '08', '09'];
    const steps = months.map((month, at) => ({ ...step, id: `s${at}`, due: day(`2026-${month}-10`), status: 'done' as const, doneOn: day(`2026-${month}-${at % 2 ? '09' : '12'}`) }));
    await app.data.plans.replace({ ...plan, steps, revision: plan.revision + 1 }, plan.revision);
    expect((await progressPage(app, 'en')).limits).toEqual({ centre: 50, lower: 0, upper: 100, signal: false });
    await app.data.plans.replace({ ...plan, steps: steps.slice(1), revision: plan.revision + 2 }, plan.revision + 1);
    expect((await progressPage(app, 'en')).limits).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import {
  closePlan, commitPlan, dailyPlanLetters, feedFor, finishPlan, giveUp, planList, reviewPlans, startPlan, setStepStatus, teamPage,
} from '#app/services/plans.server.ts';
import { receiversOf } from '#app/services/plans/recipients.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { actorFor } from '#tests/support/people.ts';
import { aPlanningApp, aSurveyOfAmber, head, hr, later, wished } from '#tests/support/planning.ts';
import { publishWave } from '#tests/support/published.ts';

const because = (outcome: { ok: boolean; because?: string }) => (outcome.ok ? 'done' : outcome.because);
const value = <T>(outcome: { ok: true; value: T } | { ok: false; because: string }): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

async function started(app: TestApp, more: Parameters<typeof wished>[0] = {}): Promise<string> {
  return value(await startPlan(app, await head(app), wished(more))).planId;
}

async function agreed(app: TestApp): Promise<string> {
  const planId = await started(app);
  value(await commitPlan(app, await head(app), planId));
  return planId;
}

const planOf = async (app: TestApp, planId: string) => (await app.data.plans.get(planId))!;

describe('the manager’s home', () => {
  test('shows short planks lowest first, and the plan once there is one', async () => {
    const app = await aPlanningApp();
    const before = value(await teamPage(app, await head(app), 'en', null));
    expect(before.results?.short[0]).toMatchObject({ id: 'workload', level: { n: 12 } });
    expect(before.answerBy).toBe('2026-12-11');
    const planId = await agreed(app);
    const after = value(await teamPage(app, await head(app), 'en', null));
    expect(after.answers['workload']).toEqual({ state: 'planned', issueId: 'id-1', planId });
    expect(after.plans).toHaveLength(1);
  });

  test('a head of several looks at each, and at nobody else’s', async () => {
    const app = await aPlanningApp();
    const above = await actorFor(app, 'south-1');
    expect(value(await teamPage(app, above, 'en', null)).choices.map((one) => one.id)).toEqual(expect.arrayContaining(['sales', 'north', 'south', 'key-accounts']));
    const small = value(await teamPage(app, above, 'en', 'key-accounts'));
    expect(small.results?.group.with.length).toBeGreaterThan(0);
    expect(small.results?.group.answered).toBeGreaterThanOrEqual(5);
    expect(because(await teamPage(app, above, 'en', 'operations'))).toBe('forbidden');
    expect(because(await teamPage(app, await head(app), 'en', 'sales'))).toBe('forbidden');
  });
});

describe('letters', () => {
  const letters = async (app: TestApp) => app.data.letters.claim({ now: '2099-01-01T00:00:00Z', until: '2099-01-02T00:00:00Z', limit: 100 });

  test('whoever has a step in an agreed plan is told', async () => {
    const app = await aPlanningApp();
    await agreed(app);
    expect(await letters(app)).toMatchObject([{ to: 'north-2@amber.example', subject: 'You have a part in “Less at once”' }]);
  });

  test('at the agreement each is told of the own steps alone, and whoever has left of none', async () => {
    const step = (title: string, ownerId: string) => ({ title, ownerId, due: day('2026-12-04') });
    const app = await aPlanningApp();
    const planId = await started(app, { steps: [step('Hers', 'north-2'), step('His', 'north-3'), step('Theirs', 'north-4')] });
    await app.data.people.save({ ...(await app.data.people.get('north-4'))!, leftOn: app.today() });
    value(await commitPlan(app, await head(app), planId));
    const sent = await letters(app);
    expect(sent.map(({ to }) => to).sort()).toEqual(['north-2@amber.example', 'north-3@amber.example']);
    expect(sent.map(({ text }) => ['Hers', 'His', 'Theirs'].filter((title) => text.includes(`– ${title}, by 4 December 2026`)))).toEqual(
      sent.map(({ to }) => (to.startsWith('north-2') ? ['Hers'] : ['His'])),
    );
  });

  test('the owner of a step hears the working day before and the one after, once a day', async () => {
    const app = await aPlanningApp();
    await agreed(app);
    await letters(app);
    app.setNow('2026-12-02');
    expect(await dailyPlanLetters(app)).toBe(0);
    app.setNow('2026-12-03');
    expect([await dailyPlanLetters(app), await dailyPlanLetters(app)]).toEqual([1, 0]);
    expect((await letters(app))[0]?.text).toContain('List what we do');
    app.setNow('2026-12-05');
    expect(await dailyPlanLetters(app)).toBe(0);
    app.setNow('2026-12-07');
    expect(await dailyPlanLetters(app)).toBe(2);
  });

  test('what fell on days on which no server ran is in the next digest, unless it is done or past', async () => {
    const app = await aPlanningApp();
    await agreed(app);
    app.setNow('2026-12-02');
    expect(await dailyPlanLetters(app)).toBe(0);
    await letters(app);
    // Nobody served on Monday, the day after the step was due, nor on the weekend before.
    app.setNow('2026-12-08');
    const before = (await letters(app)).length;
    expect(await dailyPlanLetters(app)).toBeGreaterThan(0);
    const owed = (await letters(app)).slice(before).map(({ text }) => text);
    expect(owed.join('\n')).toContain('List what we do');
    expect(await dailyPlanLetters(app)).toBe(0);
  });

  test.each([
    ['Pacific/Auckland', '2026-12-02T19:29:00Z', '2026-12-02T19:30:00Z'],
    ['Asia/Kolkata', '2026-12-03T02:59:00Z', '2026-12-03T03:00:00Z'],
    ['America/Los_Angeles', '2026-12-03T16:29:00Z', '2026-12-03T16:30:00Z'],
  ])('come at half past eight of the working day in %s', async (timeZone, before, at) => {
    const app = await aPlanningApp();
    await agreed(app);
    const there = { ...app, timeZone: () => timeZone };
    app.setNow(before);
    expect(await dailyPlanLetters(there)).toBe(0);
    app.setNow(at);
    expect(await dailyPlanLetters(there)).toBe(1);
    expect((await letters(app)).map(({ subject, text }) => `${subject} ${text}`)[1]).toContain('4 December 2026: List what we do');
  });

  test('what stays late climbs to the owner, then to HR', async () => {
    const app = await aPlanningApp();
    await agreed(app);
    const to = async (at: string) => {
      app.setNow(at);
      await dailyPlanLetters(app);
      return (await letters(app)).filter((letter) => letter.dueOn === at).map((letter) => letter.to);
    };
    expect(await to('2026-12-11')).toEqual(['north-1@amber.example']);
    expect(await to('2026-12-18')).toEqual(['hr@amber.example']);
    expect(await to('2026-12-21')).toEqual([]);
  });

  test('whoever gave a promise hears of it while a new day can be said, and HR of one that passed in silence', async () => {
    const app = await aPlanningApp();
    const planId = await started(app, { promise: { text: 'No shift changes after Thursday', due: day('2026-12-11') } });
    value(await commitPlan(app, await head(app), planId));
    const said = async (on: string) => {
      app.setNow(on);
      await dailyPlanLetters(app);
      return (await letters(app)).filter(({ text }) => text.includes('No shift changes')).map(({ to }) => to);
    };
    expect([await said('2026-12-04'), await said('2026-12-10'), await said('2026-12-11'), await said('2026-12-14'), await said('2026-12-18')]).toEqual([
      ['north-1@amber.example'], ['north-1@amber.example'], [], ['north-1@amber.example'], ['hr@amber.example'],
    ]);
  });

  test('silence about what a survey said is told to the head concerned the working day after it was due; HR reads of it in its weekly letter alone', async () => {
    const app = await aPlanningApp();
    const told = async (on: string) => {
      app.setNow(on);
      await dailyPlanLetters(app);
      return (await letters(app)).filter(({ text }) => text.includes('No answer yet to a weak point, due on 11 December 2026: Workload')).map(({ to }) => to);
    };
    expect([await told('2026-12-11'), (await told('2026-12-14')).sort(), await told('2026-12-15')]).toEqual([[], ['north-1@amber.example'], []]);
  });

  test('whoever has left is sent no digest, and the others go on being told', async () => {
    const app = await aPlanningApp();
    await agreed(app);
    await app.data.people.save({ ...(await app.data.people.get('north-2'))!, leftOn: app.today() });
    const told = async (on: string) => {
      app.setNow(on);
      await dailyPlanLetters(app);
      return (await letters(app)).filter(({ id }) => id.startsWith(`plans-${on}`)).map(({ to }) => to);
    };
    expect(await told('2026-12-03')).not.toContain('north-2@amber.example');
    expect(await told('2026-12-07')).not.toContain('north-2@amber.example');
    expect(await told('2026-12-11')).toContain('north-1@amber.example');
  });

  test('a letter to a head goes to the nearest department above that has one', async () => {
    const app = await aPlanningApp();
    const heads = async (headOf: string) => receiversOf(app, { headOf });
    expect(await Promise.all(['north', 'sales', 'south', 'key-accounts'].map(heads))).toEqual([['north-1'], ['south-1'], ['south-1'], ['south-1']]);
    // Nobody heads Operations, nor Amber above it.
    expect([await heads('operations'), await heads('nowhere')]).toEqual([[], []]);
    const all = await app.data.departments.open();
    const named = (id: string, headId: string | null) => ({ ...all.find((one) => one.id === id)!, headId });
    await app.data.departments.saveAll([named('amber', 'finance-1'), named('sales', null)]);
    expect(await Promise.all(['north', 'sales', 'key-accounts', 'operations'].map(heads))).toEqual([['north-1'], ['finance-1'], ['finance-1'], ['finance-1']]);
  });

  test('a step that is done is not mentioned any more', async () => {
    const app = await aPlanningApp();
    const planId = await agreed(app);
    const [step] = (await planOf(app, planId)).steps;
    value(await setStepStatus(app, await head(app), { planId, stepId: step!.id, seen: step!.revision, status: 'done' }));
    app.setNow('2026-12-03');
    expect(await dailyPlanLetters(app)).toBe(0);
  });
});

describe('the end', () => {
  /** Amber with five more departments: enough to tell what comes without a plan. */
  const wide = {
    tree: [
      { id: 'amber', parentId: null, name: 'Amber' },
      { id: 'sales', parentId: 'amber', name: 'Sales' },
      ...['north', 'south', 'key-accounts'].map((id) => ({ id, parentId: 'sales', name: id })),
      ...['operations', 'finance', 'legal', 'lab', 'store', 'plant', 'desk'].map((id) => ({ id, parentId: 'amber', name: id })),
    ],
    people: { north: 12, south: 9, 'key-accounts': 3, operations: 14, finance: 5, legal: 8, lab: 10, store: 12, plant: 16, desk: 9 },
  };
  const workload = (mood: number) => (department: string, question: string) => (department === 'north' && question.startsWith('WKL') ? mood : 3.6);
  const next = (mood: number, more: Parameters<typeof aSurveyOfAmber>[0] = {}) => aSurveyOfAmber({ id: 'spring', closed: '2027-02-19', seed: 5, mood: workload(mood), ...more });

  async function publishNext(app: TestApp, survey: ReturnType<typeof next>, position: number, on: string): Promise<void> {
    await publishWave(app, survey, { position, previous: (await app.data.releases.latest())!.hash });
    app.setNow(on);
  }

  async function implemented(mood: number, more: Parameters<typeof aSurveyOfAmber>[0] = wide, plan: Parameters<typeof wished>[0] = {}): Promise<{ app: TestApp; planId: string }> {
    const app = await aPlanningApp([aSurveyOfAmber(more)]);
    const planId = await started(app, plan);
    value(await commitPlan(app, await head(app), planId));
    const [step] = (await planOf(app, planId)).steps;
    value(await setStepStatus(app, await actorFor(app, 'north-2'), { planId, stepId: step!.id, seen: step!.revision, status: 'done' }));
    app.setNow('2027-01-11');
    value(await finishPlan(app, await head(app), planId));
    await publishNext(app, next(mood, more), 1, '2027-02-22');
    return { app, planId };
  }

  test('the next survey judges a plan once, beyond what would have come anyway', async () => {
    const { app, planId } = await implemented(4.6);
    expect([await reviewPlans(app), await reviewPlans(app)]).toEqual([1, 0]);
    const { review, state } = await planOf(app, planId);
    expect(state).toBe('reviewed');
    expect(review).toMatchObject({ verdict: 'improved', early: true, method: 'own-return', reached: 'clearly', effect: { others: { groups: 8 } } });
    const { raw, others, beyond } = review!.effect!;
    expect(others!.change + beyond!.back!).toBe(beyond!.anyway);
    expect(beyond!.anyway + beyond!.net).toBe(raw);
  });

  test('the survey after that reads it once more: the second reading replaces the first, which stays to be read', async () => {
    const { app, planId } = await implemented(4.6);
    await reviewPlans(app);
    const first = (await planOf(app, planId)).review!;
    value(await closePlan(app, await hr(app), { planId, achieved: true, result: 'Three tasks are gone', next: '', lesson: '' }));
    expect((await planOf(app, planId)).result?.grounds).toEqual(['score-better', 'score-clearly-reached']);
    await publishNext(app, next(2.2, { ...wide, id: 'summer', closed: '2027-06-18', seed: 9 }), 2, '2027-06-21');
    expect([await reviewPlans(app), await reviewPlans(app)]).toEqual([1, 0]);
    const { review, earlyReview, state, result } = await planOf(app, planId);
    expect({ state, earlyReview }).toEqual({ state: 'closed-achieved', earlyReview: first });
    expect(review).toMatchObject({ early: false, reached: 'no' });
    expect(review?.verdict).not.toBe('improved');
    // What was told to people is what held then.
    expect(result?.grounds).toEqual(['score-better', 'score-clearly-reached']);
    await publishNext(app, next(4.6, { ...wide, id: 'autumn-27', closed: '2027-10-15', seed: 13 }), 3, '2027-10-18');
    expect(await reviewPlans(app)).toBe(0);
  });

  test('a survey of other parts of the company judges no plan and uses up no reading', async () => {
    const app = await aPlanningApp([aSurveyOfAmber(wide)]);
    const planId = await started(app);
    value(await commitPlan(app, await head(app), planId));
    const [step] = (await planOf(app, planId)).steps;
    value(await setStepStatus(app, await actorFor(app, 'north-2'), { planId, stepId: step!.id, seen: step!.revision, status: 'done' }));
    app.setNow('2027-01-11');
    value(await finishPlan(app, await head(app), planId));
    const ofOthers = aSurveyOfAmber({ ...wide, id: 'others', closed: '2027-02-12', people: { operations: 14, plant: 16 } });
    const beside = [{ departments: ['north', 'south', 'key-accounts', 'finance', 'legal', 'lab', 'store', 'desk'], place: 'amber', people: 68 }];
    await publishWave(app, ofOthers, { position: 1, previous: (await app.data.releases.latest())!.hash, audience: { kind: 'parts', departments: ['operations', 'plant'], beside } });
    app.setNow('2027-02-15');
    expect([await reviewPlans(app), (await planOf(app, planId)).review]).toEqual([0, null]);
    await publishNext(app, next(4.6, wide), 2, '2027-02-22');
    expect(await reviewPlans(app)).toBe(1);
    expect((await planOf(app, planId)).review).toMatchObject({ verdict: 'improved', early: true });
  });

  test('where too few others can be compared with, the raw change alone is told, and the promised figure decides', async () => {
    const { app, planId } = await implemented(4.6, {});
    await reviewPlans(app);
    const { review } = await planOf(app, planId);
    expect(review).toMatchObject({ verdict: 'no-clear-change', reached: 'clearly', effect: { beyond: null, others: null } });
    value(await closePlan(app, await hr(app), { planId, achieved: true, result: 'Three tasks are gone', next: '', lesson: '' }));
    expect((await planOf(app, planId)).result?.grounds).toEqual(['score-clearly-reached']);
  });

  test('a department that has a plan too, agreed before the survey, is no sign of what comes without one', async () => {
    const { app, planId } = await implemented(4.6);
    const own = await planOf(app, planId);
    const other = { ...own, id: 'other', departmentId: 'south', state: 'in-progress' as const };
    await app.data.plans.add(other, 'other');
    await app.data.plans.add({ ...other, id: 'over', departmentId: 'operations', state: 'closed-not-achieved', days: { ...own.days, closed: day('2026-11-01') } }, 'over');
    await reviewPlans(app);
    expect((await planOf(app, planId)).review?.effect?.others?.groups).toBe(7);
  });

  test('a goal that was reached is watched: below where it began, its problem asks again', async () => {
    const { app, planId } = await implemented(4.6);
    await reviewPlans(app);
    value(await closePlan(app, await hr(app), { planId, achieved: true, result: 'Three tasks are gone', next: '', lesson: '' }));
    const issueOf = async () => (await app.data.issues.get((await planOf(app, planId)).issueId))?.state;
    await reviewPlans(app);
    expect(await issueOf()).toBe('resolved');
    await publishNext(app, next(3.8, { ...wide, id: 'summer', closed: '2027-06-18', seed: 9 }), 2, '2027-06-21');
    await reviewPlans(app);
    expect(await issueOf()).toBe('resolved');
    // The second reading moves nothing: the two waves are counted from the first.
    await publishNext(app, next(1.2, { ...wide, id: 'autumn-27', closed: '2027-10-15', seed: 13 }), 3, '2027-10-18');
    await reviewPlans(app);
    expect(await issueOf()).toBe('reopened');
    expect((await planList(app, await head(app), 'mine', 'en')).unanswered).toMatchObject([{ dimensionId: 'workload', answerBy: '2027-11-08' }]);
  });

  test('a plan that changed nothing is not called a success, and is closed with what was learnt', async () => {
    const { app, planId } = await implemented(1.8);
    await reviewPlans(app);
    expect((await planOf(app, planId)).review).toMatchObject({ verdict: 'no-clear-change', reached: 'no' });
    const end = { planId, result: 'It stayed as it was', next: 'We ask what else would help', lesson: '' };
    expect(because(await closePlan(app, await hr(app), { ...end, achieved: true }))).toBe('not-improved');
    expect(because(await closePlan(app, await hr(app), { ...end, achieved: false }))).toBe('needs-lesson');
    expect(because(await closePlan(app, await head(app), { ...end, achieved: false, lesson: 'x' }))).toBe('forbidden');
    value(await closePlan(app, await hr(app), { ...end, achieved: false, lesson: 'One task a month is too little' }));
    const [entry] = (await feedFor(app, await actorFor(app, 'north-4'), 'en')).entries;
    expect(entry).toMatchObject({ kind: 'plan', plan: { result: { text: 'It stayed as it was' }, state: 'closed-not-achieved' } });
  });

  test('a survey that closes too soon judges nothing', async () => {
    const app = await aPlanningApp();
    const planId = await agreed(app);
    const [step] = (await planOf(app, planId)).steps;
    value(await setStepStatus(app, await head(app), { planId, stepId: step!.id, seen: step!.revision, status: 'done' }));
    value(await finishPlan(app, await head(app), planId));
    later(app, 20);
    expect(await reviewPlans(app)).toBe(0);
    expect((await planOf(app, planId)).state).toBe('monitoring');
  });

  test('a plan that is given up tells why, and its problem asks again', async () => {
    const app = await aPlanningApp();
    const planId = await agreed(app);
    later(app, 10);
    value(await giveUp(app, await hr(app), planId, 'The team is being merged'));
    const issue = await app.data.issues.get((await planOf(app, planId)).issueId);
    expect(issue).toMatchObject({ state: 'reopened', askedOn: addDays(day('2026-11-23'), 10) });
    expect(because(await startPlan(app, await head(app), wished({ request: 'again' })))).toBe('done');
  });
});

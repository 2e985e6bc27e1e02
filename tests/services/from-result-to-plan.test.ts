import { describe, expect, test } from 'vitest';
import { owedAnswersIn } from '#app/services/plans/lock-pulse.server.ts';
import { amendAnswer, answerIssue, answerPage, commitPlan, feedFor, giveUp, handToHead, newPlanPage, planList, planPage, planningOf, startPlan } from '#app/services/plans.server.ts';
import { actorFor } from '#tests/support/people.ts';
import { aPlanningApp, head, hr, later, wished } from '#tests/support/planning.ts';

const because = (outcome: { ok: boolean; because?: string }) => (outcome.ok ? 'done' : outcome.because);
const value = <T>(outcome: { ok: true; value: T } | { ok: false; because: string }): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

const fromTalk = { source: 'talk', about: 'Handing over takes a day each week', dimension: 'tools', request: 'form-talk', measures: [], own: { text: 'One list for both shifts\n\nA quiet hour', kind: 'substantive' }, target: { index: null, by: wished().target!.by }, leading: { name: 'lists in use', start: 0, goal: 1 } } as const;

describe('a plan from something else than a figure', () => {
  test('keeps where it came up, has no figure, and is agreed by its count', async () => {
    const app = await aPlanningApp();
    const { planId } = value(await startPlan(app, await head(app), wished(fromTalk)));
    value(await commitPlan(app, await head(app), planId));
    const { plan, issue } = value(await planPage(app, await head(app), planId, 'en'));
    expect(issue).toMatchObject({ source: 'talk', evidence: null, facts: [{ kind: 'people-said', text: 'Handing over takes a day each week' }], state: 'planned' });
    expect(plan).toMatchObject({ baseline: null, target: { index: null } });
    expect(plan.measures.map((one) => one.text)).toEqual(['One list for both shifts', 'A quiet hour']);
    expect((await feedFor(app, await actorFor(app, 'north-2'), 'en')).entries).toMatchObject([{ kind: 'plan', issue: { source: 'talk' } }]);
  });

  test('needs a count, words of its own, and no words of a comment', async () => {
    const app = await aPlanningApp();
    expect(because(await startPlan(app, await head(app), wished({ ...fromTalk, about: '' })))).toBe('needs-about');
    expect(because(await startPlan(app, await head(app), wished({ ...fromTalk, about: 'They said: Thank you for the training day' })))).toBe('quotes-a-comment');
    const { planId } = value(await startPlan(app, await head(app), wished({ ...fromTalk, leading: null })));
    expect(because(await commitPlan(app, await head(app), planId))).toBe('needs-count');
  });

  test('given up, waits as what it was: its source and what was said stay', async () => {
    const app = await aPlanningApp();
    const { planId } = value(await startPlan(app, await head(app), wished(fromTalk)));
    value(await giveUp(app, await head(app), planId, 'Another way was found'));
    const [waiting] = (await planList(app, await head(app), 'mine', 'en')).unanswered;
    expect(waiting).toMatchObject({ dimensionId: 'tools', figure: null });
    const page = value(await newPlanPage(app, await head(app), { departmentId: 'north', dimension: 'tools', issueId: waiting!.issueId }));
    expect(page).toMatchObject({ source: 'talk', evidence: null, facts: [{ text: 'Handing over takes a day each week' }], suggested: { target: null } });
    value(await startPlan(app, await head(app), wished({ ...fromTalk, source: null, about: '', issueId: waiting!.issueId, request: 'again' })));
    expect(await app.data.issues.get(waiting!.issueId)).toMatchObject({ state: 'planned', facts: [{ text: 'Handing over takes a day each week' }] });
  });

  test('can begin before the first survey', async () => {
    const app = await aPlanningApp([]);
    expect(because(await startPlan(app, await head(app), wished(fromTalk)))).toBe('done');
  });
});

describe('departments that work along', () => {
  test('see the plan in their list and among what became of it, once it is more than a draft', async () => {
    const app = await aPlanningApp();
    const operations = (await app.data.departments.open()).find(({ id }) => id === 'operations')!;
    await app.data.departments.saveAll([{ ...operations, headId: 'operations-1' }]);
    const { planId } = value(await startPlan(app, await head(app), wished({ partners: ['operations', 'north'] })));
    const partner = await actorFor(app, 'operations-9');
    const seen = async () => ({ listed: (await planList(app, await actorFor(app, 'operations-1'), 'mine', 'en')).plans.length, told: (await feedFor(app, partner, 'en')).entries.length });
    const before = await seen();
    expect(because(await planPage(app, partner, planId, 'en'))).toBe('not-found');
    expect(because(await commitPlan(app, await head(app), planId))).toBe('needs-hr');
    value(await commitPlan(app, await hr(app), planId));
    const after = await seen();
    expect([before, after]).toEqual([{ listed: 0, told: 0 }, { listed: 1, told: 1 }]);
    expect(value(await planPage(app, await head(app), planId, 'en')).partners).toHaveLength(1);
  });

  test('have to exist', async () => {
    const app = await aPlanningApp();
    expect(because(await startPlan(app, await head(app), wished({ partners: ['nowhere'] })))).toBe('no-such-partner');
  });
});

describe('a weak point that HR hands to the head', () => {
  test('does not begin the clock anew: what the survey asked for stays due on its day, and late', async () => {
    const app = await aPlanningApp();
    const dueOf = async (dimension: string) => (await owedAnswersIn(app, new Set(['north']))).find((one) => one.dimension === dimension)?.due;
    expect(await dueOf('workload')).toBe('2026-12-11');
    app.setNow('2026-12-14T12:00:00Z');
    value(await handToHead(app, await hr(app), { departmentId: 'north', dimension: 'workload' }));
    expect(await dueOf('workload')).toBe('2026-12-11');
    const [letter] = await app.data.letters.claim({ now: app.now().toISOString(), until: '2026-12-14T13:00:00.000Z', limit: 9 });
    expect(letter?.text).toContain('The answer was due by 11 December 2026.');
    expect(await dueOf('communication')).toBeUndefined();
    value(await handToHead(app, await hr(app), { departmentId: 'north', dimension: 'communication' }));
    expect(await dueOf('communication')).toBe('2027-01-04');
  });

  test('waits for the head, who gets one letter, and stands as handed with HR', async () => {
    const app = await aPlanningApp();
    const wish = { departmentId: 'north', dimension: 'workload' };
    expect(because(await handToHead(app, await head(app), wish))).toBe('forbidden');
    const issue = value(await handToHead(app, await hr(app), wish));
    expect((await app.data.letters.counts()).waiting).toBe(1);
    expect(because(await handToHead(app, await hr(app), wish))).toBe('handed-already');
    expect((await app.data.letters.counts()).waiting).toBe(1);
    for (const who of [await head(app), await hr(app)]) expect((await planList(app, who, 'mine', 'en')).unanswered).toMatchObject([{ issueId: issue.id, handedOn: '2026-11-23' }]);
    const page = value(await newPlanPage(app, await head(app), { ...wish, issueId: issue.id }));
    expect(page.evidence).toEqual(issue.evidence);
    value(await startPlan(app, await head(app), wished({ issueId: issue.id })));
    expect((await planList(app, await hr(app), 'all', 'en')).unanswered).toEqual([]);
    expect(because(await handToHead(app, await hr(app), wish))).toBe('answered-already');
  });

  test('is offered where results are read to those who answer for the department, and at the latest survey only', async () => {
    const app = await aPlanningApp();
    const at = (surveyId: string, department: string) => ({ surveyId, department });
    expect(await planningOf(app, await hr(app), at('autumn', 'north'))).toEqual({ department: 'north', handing: true });
    expect(await planningOf(app, await head(app), at('autumn', 'north'))).toEqual({ department: 'north', handing: false });
    expect(await planningOf(app, await head(app), at('autumn', 'south'))).toBeNull();
    expect(await planningOf(app, await hr(app), at('earlier', 'north'))).toBeNull();
    expect(await planningOf(app, await hr(app), at('autumn', 'nowhere'))).toBeNull();
  });
});

describe('a published refusal', () => {
  const reply = { departmentId: 'north', dimension: 'pay', issueId: null, how: 'declined', reason: 'The bands are fixed for 2027', wouldChange: 'A new agreement' } as const;

  test('is amended in public: what was said before stays to be read, with its day', async () => {
    const app = await aPlanningApp();
    const issue = value(await answerIssue(app, await head(app), reply));
    later(app, 3);
    const words = { issueId: issue.id, seen: issue.revision, reason: 'The bands are fixed until June', wouldChange: 'The talks in June' };
    expect(because(await amendAnswer(app, await actorFor(app, 'north-2'), words))).toBe('forbidden');
    expect(because(await amendAnswer(app, await actorFor(app, 'south-2'), words))).toBe('not-found');
    value(await amendAnswer(app, await head(app), words));
    const { issue: shown, mayAmend } = value(await answerPage(app, await actorFor(app, 'north-2'), issue.id, 'en'));
    expect(shown.answer).toMatchObject({ reason: 'The bands are fixed until June', on: '2026-11-26', earlier: [{ reason: 'The bands are fixed for 2027', wouldChange: 'A new agreement', on: '2026-11-23' }] });
    expect(mayAmend).toBe(false);
    expect(shown.answeredOn).toBe('2026-11-23');
    expect(because(await answerPage(app, await actorFor(app, 'south-2'), issue.id, 'en'))).toBe('not-found');
  });

  test('is not overwritten unseen, not emptied, and not said in the words of a comment', async () => {
    const app = await aPlanningApp();
    const issue = value(await answerIssue(app, await head(app), reply));
    const amending = async (more: object) => because(await amendAnswer(app, await head(app), { issueId: issue.id, seen: issue.revision, reason: 'x', wouldChange: 'y', ...more }));
    expect(await amending({ reason: reply.reason, wouldChange: reply.wouldChange })).toBe('same-words');
    expect(await amending({ reason: ' ' })).toBe('needs-reason');
    expect(await amending({ wouldChange: '' })).toBe('needs-what-would-change');
    expect(await amending({ reason: 'Thank you for the training day' })).toBe('quotes-a-comment');
    expect(await amending({ seen: issue.revision + 1 })).toBe('plan-changed');
    expect(await amending({})).toBe('done');
    expect(await amending({ reason: 'z' })).toBe('plan-changed');
  });
});

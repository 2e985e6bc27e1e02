import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import {
  answerIssue, moveStep, commitPlan, countLeading, feedFor, giveUp, newPlanPage, planList, planPage, resolveBlocker, reportBlocker,
  editPlan, showDraft, startPlan, addStep, setStepStatus, writeNote,
} from '#app/services/plans.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { actorFor } from '#tests/support/people.ts';
import { aPlanningApp, head, hr, later, wished } from '#tests/support/planning.ts';

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

test('a plan is committed together with the letters that tell of it, or not at all', async () => {
  const app = await aPlanningApp();
  const planId = await started(app);
  // Two letters with one id cannot both be kept.
  const [before] = [app.newId()];
  await app.data.letters.addAll([newLetter({ id: before, to: 'a@amber.example', subject: 'a', text: 'a', dueOn: app.today() })]);
  const clumsy: TestApp = { ...app, newId: () => before };
  await expect(commitPlan(clumsy, await head(app), planId)).rejects.toThrow(/letters/i);
  expect((await planOf(app, planId)).state).toBe('draft');
  value(await commitPlan(app, await head(app), planId));
  expect((await app.data.letters.counts()).waiting).toBe(2);
});

describe('beginning', () => {
  test('a plan copies its figure from the release, with how many it rests on', async () => {
    const app = await aPlanningApp();
    const planId = await started(app);
    const { plan, issue, words } = value(await planPage(app, await head(app), planId, 'zh-Hans'));
    expect(plan).toMatchObject({ state: 'draft', ownerId: 'north-1', departmentId: 'north' });
    expect(issue).toMatchObject({ state: 'planned', askedOn: '2026-11-20', evidence: { n: 12, group: { name: 'North', with: [] }, survey: { id: 'autumn' } } });
    expect(issue.evidence?.index).toBeLessThan(50);
    expect(words.measures[plan.measures[0]!.id]).toMatch(/\p{Script=Han}/u);
  });

  test('a form sent twice makes one plan, also at the same moment', async () => {
    const app = await aPlanningApp();
    const actor = await head(app);
    const both = await Promise.all([startPlan(app, actor, wished()), startPlan(app, actor, wished())]);
    const again = await startPlan(app, actor, wished());
    expect(new Set([...both, again].map((one) => value(one).planId)).size).toBe(1);
    expect(await app.data.plans.all()).toHaveLength(1);
  });

  test('a second plan about the same figure is refused, by whoever makes it', async () => {
    const app = await aPlanningApp();
    await started(app);
    expect(because(await startPlan(app, await hr(app), wished({ request: 'form-2' })))).toBe('answered-already');
  });

  test('a department has three open plans at most', async () => {
    const app = await aPlanningApp();
    for (const dimension of ['pay', 'benefits', 'workload']) await started(app, { dimension, request: `form-${dimension}`, measures: [], own: { text: 'Try it', kind: 'substantive' } });
    const fourth = await startPlan(app, await head(app), wished({ dimension: 'outcome', request: 'form-4' }));
    expect(because(fourth)).toBe('too-many-plans');
  });

  test('heads plan at and below the department they head, HR everywhere, others nowhere', async () => {
    const app = await aPlanningApp();
    const tries = async (personId: string, departmentId: string) => because(await startPlan(app, await actorFor(app, personId), wished({ departmentId, request: `${personId}-${departmentId}` })));
    expect(await tries('north-1', 'south')).toBe('forbidden');
    expect(await tries('north-1', 'sales')).toBe('forbidden');
    expect(await tries('north-2', 'north')).toBe('forbidden');
    expect(await tries('south-1', 'south')).toBe('done');
    expect(await tries('hr', 'operations')).toBe('done');
    expect(await tries('hr', 'nowhere')).toBe('no-such-department');
  });

  test('nothing rests on a group that is not published: a small department is shown only with its neighbours', async () => {
    const app = await aPlanningApp();
    const small = value(await newPlanPage(app, await hr(app), { departmentId: 'key-accounts', dimension: 'workload', issueId: null }));
    expect(small.evidence?.n).toBeGreaterThanOrEqual(5);
    expect(small.evidence?.group.with.length).toBeGreaterThan(0);
    expect(because(await startPlan(app, await hr(app), wished({ dimension: 'manager', request: 'x' })))).toBe('not-shown');
    const empty = await aPlanningApp([]);
    expect(because(await startPlan(empty, await hr(empty), wished()))).toBe('not-shown');
  });

  test('the words of a comment are refused wherever they are typed', async () => {
    const app = await aPlanningApp();
    const comment = 'Thank you for the training day';
    expect((await app.data.releases.latest())?.text).toContain(comment);
    expect(because(await startPlan(app, await head(app), wished({ title: `Somebody wrote: ${comment}` })))).toBe('quotes-a-comment');
    const planId = await agreed(app);
    expect(because(await writeNote(app, await head(app), { planId, request: 'n1', text: comment.toUpperCase() }))).toBe('quotes-a-comment');
    expect(because(await answerIssue(app, await head(app), { departmentId: 'north', dimension: 'pay', issueId: null, how: 'declined', reason: comment, wouldChange: 'x' }))).toBe('quotes-a-comment');
  });

  test('a step belongs to somebody who works here, and a measure to the catalogue', async () => {
    const app = await aPlanningApp();
    const steps = [{ title: 'x', ownerId: 'nobody', due: day('2026-12-04') }];
    expect(because(await startPlan(app, await head(app), wished({ steps })))).toBe('no-such-person');
    expect(because(await startPlan(app, await head(app), wished({ measures: ['M-XXX-1'] })))).toBe('no-such-measure');
  });
});

describe('answering without a plan', () => {
  test('a refusal is told to the department, with what would change it, and to nobody beside', async () => {
    const app = await aPlanningApp();
    const reply = { departmentId: 'north', dimension: 'pay', issueId: null, how: 'declined', reason: 'The bands are fixed for 2027', wouldChange: 'A new agreement' } as const;
    value(await answerIssue(app, await head(app), reply));
    const { entries } = await feedFor(app, await actorFor(app, 'north-2'), 'en');
    expect(entries).toMatchObject([{ kind: 'answer', dimension: 'Pay', issue: { answer: { reason: 'The bands are fixed for 2027', wouldChange: 'A new agreement' } } }]);
    expect((await feedFor(app, await actorFor(app, 'south-2'), 'en')).entries).toEqual([]);
    expect(because(await answerIssue(app, await head(app), reply))).toBe('answered-already');
  });

  test('what is handed over waits above, with the same figure and its own clock', async () => {
    const app = await aPlanningApp();
    later(app, 3);
    value(await answerIssue(app, await head(app), { departmentId: 'north', dimension: 'pay', issueId: null, how: 'forwarded', reason: 'Not ours to decide', wouldChange: '' }));
    const above = await actorFor(app, 'south-1');
    const [waiting] = (await planList(app, above, 'mine', 'en')).unanswered;
    expect(waiting).toMatchObject({ departmentId: 'sales', dimensionId: 'pay', from: 'North', answerBy: '2026-12-17', figure: { n: 12 } });
    const planId = value(await startPlan(app, above, wished({ departmentId: 'sales', dimension: 'pay', issueId: waiting!.issueId, measures: ['M-PAY-4'], cause: 'awareness', request: 'above' }))).planId;
    expect((await app.data.issues.get((await planOf(app, planId)).issueId))?.forwardedFrom).not.toBeNull();
    expect((await planList(app, above, 'mine', 'en')).unanswered).toEqual([]);
  });
});

describe('working', () => {
  test('two people on two steps at once both succeed, and nothing is lost', async () => {
    const app = await aPlanningApp();
    const planId = await agreed(app);
    value(await addStep(app, await head(app), { planId, request: 's2', title: 'Ask the others', ownerId: 'north-3', due: day('2026-12-11') }));
    const [one, other] = (await planOf(app, planId)).steps;
    const both = await Promise.all([
      setStepStatus(app, await actorFor(app, 'north-2'), { planId, stepId: one!.id, seen: one!.revision, status: 'done' }),
      setStepStatus(app, await actorFor(app, 'north-3'), { planId, stepId: other!.id, seen: other!.revision, status: 'doing' }),
      writeNote(app, await head(app), { planId, request: 'n1', text: 'We have begun' }),
    ]);
    expect(both.map(because)).toEqual(['done', 'done', 'done']);
    expect((await planOf(app, planId)).steps.map((step) => step.status)).toEqual(['done', 'doing']);
    expect((await app.data.planNotes.ofPlan(planId)).map((note) => note.event).sort()).toEqual(['committed', 'created', 'note', 'step-added', 'step-status', 'step-status']);
  });

  test('two people who change the same step: the second is told, and the first stays', async () => {
    const app = await aPlanningApp();
    const planId = await agreed(app);
    const [step] = (await planOf(app, planId)).steps;
    const seen = { planId, stepId: step!.id, seen: step!.revision };
    value(await moveStep(app, await actorFor(app, 'north-2'), { ...seen, to: day('2026-12-11'), reason: 'Waiting for IT' }));
    expect(because(await moveStep(app, await head(app), { ...seen, to: day('2026-12-08'), reason: 'Sooner' }))).toBe('plan-changed');
    expect((await planOf(app, planId)).steps[0]).toMatchObject({ due: '2026-12-11', dueChanges: [{ reason: 'Waiting for IT' }] });
  });

  test('a finger that taps twice, or a note sent twice, is written down once', async () => {
    const app = await aPlanningApp();
    const planId = await agreed(app);
    const [step] = (await planOf(app, planId)).steps;
    const tap = { planId, stepId: step!.id, seen: step!.revision, status: 'done' } as const;
    const owner = await actorFor(app, 'north-2');
    expect([because(await setStepStatus(app, owner, tap)), because(await setStepStatus(app, owner, tap))]).toEqual(['done', 'done']);
    const note = { planId, request: 'n1', text: 'Half way' };
    value(await writeNote(app, owner, note));
    value(await writeNote(app, owner, note));
    const events = (await app.data.planNotes.ofPlan(planId)).map((note) => note.event);
    expect(events.filter((event) => event === 'step-status')).toHaveLength(1);
    expect(events.filter((event) => event === 'note')).toHaveLength(1);
  });

  test('a change of an agreed plan keeps the agreed one to be read', async () => {
    const app = await aPlanningApp();
    const planId = await agreed(app);
    const { revision } = await planOf(app, planId);
    const text = { ...wished(), planId, seen: revision, ownerId: 'north-1', title: 'Less, and better', target: { index: 58, by: day('2027-03-31') } };
    value(await editPlan(app, await head(app), text));
    expect(because(await editPlan(app, await hr(app), text))).toBe('plan-changed');
    const { plan, versions } = value(await planPage(app, await head(app), planId, 'en'));
    expect([plan.title, plan.version, versions.map((one) => one.title)]).toEqual(['Less, and better', 2, ['Less at once']]);
  });

  test('a measure that stays keeps what was counted', async () => {
    const app = await aPlanningApp();
    const planId = await agreed(app);
    const [measure] = (await planOf(app, planId)).measures;
    value(await countLeading(app, await head(app), { planId, measureId: measure!.id, now: 2 }));
    const { revision } = await planOf(app, planId);
    value(await editPlan(app, await head(app), { ...wished({ measures: ['M-WKL-1', 'M-WKL-2'] }), planId, seen: revision, ownerId: 'north-1', target: { index: 60, by: day('2027-03-31') } }));
    expect((await planOf(app, planId)).measures).toMatchObject([{ id: measure!.id, leading: { now: 2 } }, { catalogueId: 'M-WKL-2' }]);
  });

  test('what is in the way stops the plan until it is gone', async () => {
    const app = await aPlanningApp();
    const planId = await agreed(app);
    value(await reportBlocker(app, await actorFor(app, 'north-2'), { planId, request: 'b1', kind: 'decision', text: 'Who decides?' }));
    expect((await planList(app, await head(app), 'late', 'en')).plans).toHaveLength(1);
    value(await resolveBlocker(app, await head(app), { planId, blockerId: 'b1', resolution: 'The team decides' }));
    expect((await planOf(app, planId)).state).toBe('committed');
  });

  test('what a department cannot decide alone waits for HR once people had time to object', async () => {
    const app = await aPlanningApp();
    const planId = await started(app, { measures: ['M-WKL-5'] });
    expect(because(await commitPlan(app, await head(app), planId))).toBe('needs-hr');
    value(await showDraft(app, await head(app), planId));
    const waiting = async () => (await planList(app, await hr(app), 'agree', 'en')).plans.length;
    expect([await waiting(), because(await commitPlan(app, await hr(app), planId))]).toEqual([0, 'still-in-consultation']);
    later(app, 7);
    expect([await waiting(), because(await commitPlan(app, await hr(app), planId))]).toEqual([1, 'done']);
  });

  test('a plan is hidden from those it does not concern, as if it did not exist', async () => {
    const app = await aPlanningApp();
    const planId = await started(app);
    const sees = async (personId: string) => because(await planPage(app, await actorFor(app, personId), planId, 'en'));
    expect([await sees('north-2'), await sees('north-1'), await sees('south-1'), await sees('hr')]).toEqual(['not-found', 'done', 'done', 'done']);
    value(await commitPlan(app, await head(app), planId));
    expect([await sees('north-3'), await sees('south-2'), await sees('operations-1'), await sees('admin')]).toEqual(['done', 'not-found', 'not-found', 'not-found']);
    expect(because(await setStepStatus(app, await actorFor(app, 'south-2'), { planId, stepId: 'x', seen: 1, status: 'done' }))).toBe('not-found');
    expect(because(await giveUp(app, await head(app), planId, 'No time'))).toBe('forbidden');
  });
});

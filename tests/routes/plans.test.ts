import { describe, expect, test } from 'vitest';
import { commitPlan, startPlan } from '#app/services/plans.server.ts';
import { action as act, loader as show } from '#app/routes/plans.$id.tsx';
import { action as rewrite } from '#app/routes/plans.$id_.edit.tsx';
import { action as move, loader as showStep } from '#app/routes/plans.$id_.steps.$stepId.tsx';
import { loader as list } from '#app/routes/plans._index.tsx';
import { action as answer } from '#app/routes/plans.answer.tsx';
import { action as amendIt, loader as showAnswer } from '#app/routes/plans.answers.$issueId.tsx';
import { action as hand, loader as offerHand } from '#app/routes/plans.hand.tsx';
import { loader as other } from '#app/routes/plans.other.tsx';
import { action as make, loader as offer } from '#app/routes/plans.new.tsx';
import { loader as team } from '#app/routes/team.tsx';
import { loader as feed } from '#app/routes/feed.tsx';
import type { TestApp } from '#tests/support/app.ts';
import { aPlanningApp, head, wished } from '#tests/support/planning.ts';
import { visit, type Visiting } from '#tests/support/visit.ts';

const refused = async (reply: unknown) => {
  expect(reply).toBeInstanceOf(Response);
  const { status } = reply as Response;
  return { status, ...((await (reply as Response).json()) as { errors: Record<string, string>; values: Record<string, string> }) };
};
const status = (reply: unknown) => (reply instanceof Response ? reply.status : 200);

const filled = {
  request: 'form-1', issue: '', department: 'north', dimension: 'workload', cause: 'value', title: 'Less at once', measures: 'M-WKL-1',
  own: '', leadingName: 'tasks stopped', leadingStart: '0', leadingGoal: '3', target: '60', by: '2027-03-31', stepTitle: 'List what we do', stepOwner: 'north-2', stepDue: '2026-12-04',
};

async function withPlan(agreed = true): Promise<{ app: TestApp; planId: string; stepId: string }> {
  const app = await aPlanningApp();
  const started = await startPlan(app, await head(app), wished());
  if (!started.ok) throw new Error(started.because);
  const { planId } = started.value;
  if (agreed) await commitPlan(app, await head(app), planId);
  const plan = await app.data.plans.get(planId);
  return { app, planId, stepId: plan!.steps[0]!.id };
}

/** The form of a new plan as it stands before anybody types. */
async function untouched(app: TestApp, dimension: string) {
  const page = await visit(app, offer, `/plans/new?department=north&dimension=${dimension}`, { as: 'north-1' });
  if (page instanceof Response) throw new Error(String(page.status));
  const { offer: made, wishes } = page;
  const { title, cause, measures, leadingName, leadingStart, leadingGoal, target, by } = wishes;
  const form = { request: made.request, issue: '', department: 'north', dimension, title, cause, measures, own: '', leadingName, leadingStart, leadingGoal, target, by, stepTitle: 'Talk it through', stepOwner: made.me, stepDue: made.suggested.due };
  return { page, wishes, form };
}

const at = (planId: string, more: Partial<Visiting>): Visiting => ({ params: { id: planId }, ...more });

describe('a new plan', () => {
  test('stands ready to be sent as it is: the second click makes it', async () => {
    const app = await aPlanningApp();
    const page = await visit(app, offer, '/plans/new?department=north&dimension=workload', { as: 'north-1' });
    if (page instanceof Response) throw new Error(String(page.status));
    const { offer: made, wishes } = page;
    const form = { ...filled, request: made.request, title: wishes.title, measures: wishes.measures, leadingName: wishes.leadingName, leadingStart: '', leadingGoal: '', target: wishes.target, by: wishes.by, stepTitle: 'Talk it through', stepOwner: made.me, stepDue: made.suggested.due };
    const reply = await visit(app, make, '/plans/new?department=north&dimension=workload', { as: 'north-1', form });
    expect(status(reply)).toBe(302);
    const [plan] = await app.data.plans.all();
    expect((reply as Response).headers.get('location')).toBe(`/plans/${plan!.id}?did=drafted`);
    expect(plan).toMatchObject({ state: 'draft', title: 'Workload in North', measures: [{ leading: null }], steps: [{ ownerId: 'north-1' }] });
  });

  test('agreed at once takes no entry at all: what stands in the form can be agreed by the head alone', async () => {
    const app = await aPlanningApp();
    const { form, wishes } = await untouched(app, 'workload');
    expect(wishes).toMatchObject({ target: '', leadingStart: '0' });
    const reply = await visit(app, make, '/plans/new', { as: 'north-1', form: { ...form, then: 'agree' } });
    const [plan] = await app.data.plans.all();
    expect((reply as Response).headers.get('location')).toBe(`/plans/${plan!.id}?did=agreed`);
    expect(plan).toMatchObject({ state: 'committed', target: { index: null }, measures: [{ catalogueId: 'M-WKL-1', leading: { start: 0, goal: 1 } }], steps: [{ ownerId: 'north-1' }] });
    const again = await visit(app, make, '/plans/new', { as: 'north-1', form: { ...form, then: 'agree' } });
    expect(status(again)).toBe(302);
    expect(await app.data.plans.all()).toHaveLength(1);
  });

  test('agreed at once stays a draft where others have to decide it too', async () => {
    const app = await aPlanningApp();
    const { form } = await untouched(app, 'workload');
    const reply = await visit(app, make, '/plans/new', { as: 'north-1', form: { ...form, then: 'agree', partners: ['south'] } });
    const [plan] = await app.data.plans.all();
    expect((reply as Response).headers.get('location')).toBe(`/plans/${plan!.id}?did=not-yet`);
    expect(plan).toMatchObject({ state: 'draft', partners: ['south'] });
  });

  test('another cause takes nothing away that was typed: all measures stand there, each with its kind', async () => {
    const app = await aPlanningApp();
    const page = await visit(app, offer, '/plans/new?department=north&dimension=pay&cause=awareness', { as: 'north-1' });
    if (page instanceof Response) throw new Error(String(page.status));
    expect(page.wishes.cause).toBe('awareness');
    expect(page.measures.map(({ id, kind }) => [id, kind])).toEqual(expect.arrayContaining([['M-PAY-4', 'awareness'], ['M-PAY-3', 'value']]));
    expect(page.measures).toHaveLength(5);
  });

  test('the owner is found by what the person is called, and a name of nobody comes back as it was typed', async () => {
    const app = await aPlanningApp();
    const { form, page } = await untouched(app, 'workload');
    const colleague = page.offer.people.find(({ id }) => id === 'north-2')!;
    expect(colleague.called).toMatch(/ · North$/);
    const wrong = await refused(await visit(app, make, '/plans/new', { as: 'north-1', form: { ...form, stepOwner: 'Nobody · North' } }));
    expect([wrong.errors, wrong.values['stepOwner']]).toEqual([{ stepOwner: 'no-such-person' }, 'Nobody · North']);
    await visit(app, make, '/plans/new', { as: 'north-1', form: { ...form, stepOwner: colleague.called } });
    expect((await app.data.plans.all())[0]?.steps[0]?.ownerId).toBe('north-2');
  });

  test.each([
    ['title', { title: ' ' }, 'required'],
    ['target', { target: 'many' }, 'number'],
    ['target', { target: '140' }, 'range-index'],
    ['by', { by: '2027-02-30' }, 'day'],
    ['leadingGoal', { leadingGoal: '' }, 'needs-both-numbers'],
    ['leadingGoal', { leadingName: '' }, 'needs-both-numbers'],
    ['stepTitle', { stepTitle: '' }, 'required'],
    ['about', { source: 'talk', about: ' ' }, 'needs-about'],
    ['source', { source: 'rumour' }, 'required'],
    ['partners', { partners: ['nowhere'] }, 'no-such-partner'],
    ['', { department: 'nowhere' }, 'no-such-department'],
    ['measures', { measures: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'at-most-five'],
    ['measures', { measures: 'M-XXX-9' }, 'no-such-measure'],
    ['stepDue', { stepDue: '2026-11-01' }, 'day-is-past'],
    ['stepOwner', { stepOwner: 'nobody' }, 'no-such-person'],
    ['', { dimension: 'manager' }, 'not-shown'],
  ])('is refused in the field %s, and what was typed stays', async (field, change, code) => {
    const app = await aPlanningApp();
    const reply = await refused(await visit(app, make, '/plans/new', { as: 'north-1', form: { ...filled, ...change } }));
    expect(reply.status).toBe(422);
    expect(reply.errors).toEqual({ [field]: code });
    expect(reply.values['own']).toBe('');
    expect(await app.data.plans.all()).toEqual([]);
  });

  test('nobody plans for the department next door', async () => {
    const app = await aPlanningApp();
    expect(status(await visit(app, offer, '/plans/new?department=south&dimension=workload', { as: 'north-1' }))).toBe(403);
    expect(status(await visit(app, make, '/plans/new', { as: 'north-1', form: { ...filled, department: 'south' } }))).toBe(403);
    expect(status(await visit(app, offer, '/plans/new?department=nowhere&dimension=workload', { as: 'hr' }))).toBe(404);
    expect(status(await visit(app, offer, '/plans/new?department=north&dimension=nothing', { as: 'hr' }))).toBe(404);
  });
});

describe('the page of a plan', () => {
  test('says what is missing, field by field, before it is agreed', async () => {
    const { app, planId } = await withPlan(false);
    const page = await visit(app, show, `/plans/${planId}`, at(planId, { as: 'north-1' }));
    if (page instanceof Response) throw new Error(String(page.status));
    expect(page.view.missing).toEqual([]);
    const reply = await visit(app, rewrite, `/plans/${planId}/edit`, at(planId, { as: 'north-1', form: { ...filled, seen: '1', owner: 'north-1', measures: [], leadingStart: '', leadingGoal: '', target: '30' } }));
    expect(status(reply)).toBe(302);
    const again = await visit(app, show, `/plans/${planId}`, at(planId, { as: 'north-1' }));
    if (again instanceof Response) throw new Error(String(again.status));
    expect(again.view.missing.map((one) => one.because)).toEqual(['needs-measure', 'needs-leading-indicator']);
    const commit = await refused(await visit(app, act, `/plans/${planId}`, at(planId, { as: 'north-1', form: { intent: 'commit' } })));
    expect([commit.status, commit.errors]).toEqual([422, { '': 'needs-measure' }]);
  });

  test('one tap moves a step on, for its owner too', async () => {
    const { app, planId, stepId } = await withPlan();
    const tap = { intent: 'set-step-status', stepId, seen: '1', status: 'done' };
    expect(status(await visit(app, act, `/plans/${planId}`, at(planId, { as: 'north-2', form: tap })))).toBe(302);
    expect((await app.data.plans.get(planId))?.steps[0]).toMatchObject({ status: 'done', doneOn: '2026-11-23' });
  });

  test('who comes second is told and sees how it stands now', async () => {
    const { app, planId, stepId } = await withPlan();
    const tap = (status: string) => ({ intent: 'set-step-status', stepId, seen: '1', status });
    await visit(app, act, `/plans/${planId}`, at(planId, { as: 'north-2', form: tap('doing') }));
    const second = await refused(await visit(app, act, `/plans/${planId}`, at(planId, { as: 'north-1', form: tap('done') })));
    expect([second.status, second.errors]).toEqual([422, { '': 'plan-changed' }]);
    expect((await app.data.plans.get(planId))?.steps[0]?.status).toBe('doing');
  });

  test.each([
    [{ intent: 'write-note', request: 'n', note: '' }, { note: 'required' }],
    [{ intent: 'report-blocker', request: 'b', blockerKind: 'magic', blockerText: 'x' }, { blockerKind: 'required' }],
    [{ intent: 'count-leading', measureId: 'm', now: 'lots' }, { now: 'number' }],
    [{ intent: 'add-step', request: 's', stepTitle: 'x', stepOwner: 'north-2', stepDue: '2020-01-01' }, { stepDue: 'day-is-past' }],
    [{ intent: 'finish' }, { '': 'wrong-state' }],
  ])('refuses %o in the field', async (form, errors) => {
    const { app, planId } = await withPlan();
    const reply = await refused(await visit(app, act, `/plans/${planId}`, at(planId, { as: 'north-1', form })));
    expect([reply.status, reply.errors]).toEqual([422, errors]);
  });

  test('is not there for those it does not concern', async () => {
    const { app, planId } = await withPlan();
    expect(status(await visit(app, show, `/plans/${planId}`, at(planId, { as: 'north-9' })))).toBe(200);
    expect(status(await visit(app, show, `/plans/${planId}`, at(planId, { as: 'south-2' })))).toBe(404);
    expect(status(await visit(app, act, `/plans/${planId}`, at(planId, { as: 'south-2', form: { intent: 'write-note', request: 'n', note: 'hello' } })))).toBe(404);
    expect(status(await visit(app, act, `/plans/${planId}`, at(planId, { as: 'north-9', form: { intent: 'commit' } })))).toBe(403);
  });
});

describe('the page of a step', () => {
  test('moves a day with a reason, and only for those who work on it', async () => {
    const { app, planId, stepId } = await withPlan();
    const there = (more: Partial<Visiting>): Visiting => ({ params: { id: planId, stepId }, ...more });
    const path = `/plans/${planId}/steps/${stepId}`;
    const form = { seen: '1', to: '2026-12-11', reason: 'Waiting for IT' };
    expect(status(await visit(app, showStep, path, there({ as: 'north-3' })))).toBe(403);
    expect(status(await visit(app, move, path, there({ as: 'north-3', form })))).toBe(403);
    expect((await refused(await visit(app, move, path, there({ as: 'north-2', form: { ...form, reason: ' ' } })))).errors).toEqual({ reason: 'required' });
    expect((await refused(await visit(app, move, path, there({ as: 'north-2', form: { ...form, to: '2026-12-04' } })))).errors).toEqual({ to: 'same-day' });
    expect(status(await visit(app, move, path, there({ as: 'north-2', form })))).toBe(302);
    expect((await app.data.plans.get(planId))?.steps[0]?.due).toBe('2026-12-11');
  });
});

describe('lists', () => {
  test('a head sees the own plans, HR sees all', async () => {
    const { app, planId } = await withPlan();
    const ids = async (as: string, show: string) => {
      const page = await visit(app, list, `/plans?show=${show}`, { as });
      return page instanceof Response ? page.status : page.list.plans.map((one) => one.plan.id);
    };
    expect(await ids('north-1', 'mine')).toEqual([planId]);
    expect(await ids('hr', 'all')).toEqual([planId]);
    expect(await ids('hr', 'mine')).toEqual([]);
    expect(await ids('hr', 'late')).toEqual([]);
    expect(await ids('operations-1', 'mine')).toBe(403);
    app.setNow('2026-12-07');
    expect(await ids('hr', 'late')).toEqual([planId]);
  });

  test('employees read what became of it, and find their own steps', async () => {
    const { app, planId } = await withPlan();
    const page = async (as: string) => {
      const read = await visit(app, feed, '/feed', { as });
      if (read instanceof Response) throw new Error(String(read.status));
      return read.feed;
    };
    expect((await page('north-2')).mySteps).toMatchObject([{ planId, title: 'List what we do' }]);
    expect((await page('north-5')).entries).toMatchObject([{ kind: 'plan', own: true, words: { dimension: 'Workload' } }]);
    expect((await page('south-2')).entries).toEqual([]);
  });

  test('a short plank is answered without a plan, and says so on the manager’s home', async () => {
    const app = await aPlanningApp();
    const form = { issue: '', department: 'north', dimension: 'workload', how: 'declined', reason: 'Peak season', wouldChange: 'February' };
    expect((await refused(await visit(app, answer, '/plans/answer', { as: 'north-1', form: { ...form, wouldChange: '' } }))).errors).toEqual({ wouldChange: 'needs-what-would-change' });
    expect(status(await visit(app, answer, '/plans/answer', { as: 'north-1', form }))).toBe(302);
    const page = await visit(app, team, '/team', { as: 'north-1' });
    if (page instanceof Response) throw new Error(String(page.status));
    expect(page.team.answers['workload']).toMatchObject({ state: 'declined', planId: null });
    expect(status(await visit(app, team, '/team?department=south', { as: 'north-1' }))).toBe(403);
  });
});

describe('from a result', () => {
  test('HR hands a weak point to the head, once, and everybody else is refused', async () => {
    const app = await aPlanningApp();
    const path = '/plans/hand?department=north&dimension=workload';
    const form = { department: 'north', dimension: 'workload' };
    expect(status(await visit(app, offerHand, path, { as: 'north-1' }))).toBe(403);
    const page = await visit(app, offerHand, path, { as: 'hr' });
    if (page instanceof Response) throw new Error(String(page.status));
    expect(page.about).toMatchObject({ departmentName: 'North', dimension: 'Workload' });
    expect(((await visit(app, hand, path, { as: 'hr', form })) as Response).headers.get('location')).toBe('/plans?show=all&did=handed');
    expect((await refused(await visit(app, hand, path, { as: 'hr', form }))).errors).toEqual({ '': 'handed-already' });
    const again = await visit(app, offerHand, path, { as: 'hr' });
    expect(again instanceof Response ? null : [again.about, again.refused]).toEqual([null, 'This was handed to the head already']);
    expect(status(await visit(app, offerHand, '/plans/hand?department=nowhere&dimension=workload', { as: 'hr' }))).toBe(404);
  });

  test('a refusal is read by those concerned and said in other words by its head', async () => {
    const app = await aPlanningApp();
    const form = { issue: '', department: 'north', dimension: 'workload', how: 'declined', reason: 'Peak season', wouldChange: 'February' };
    const told = (await visit(app, answer, '/plans/answer', { as: 'north-1', form })) as Response;
    const issueId = /^\/plans\/answers\/([\w-]+)\?did=answered$/.exec(told.headers.get('location') ?? '')?.[1] ?? '';
    const there = (more: Partial<Visiting>): Visiting => ({ params: { issueId }, ...more });
    const path = `/plans/answers/${issueId}`;
    expect(status(await visit(app, showAnswer, path, there({ as: 'north-5' })))).toBe(200);
    expect(status(await visit(app, showAnswer, path, there({ as: 'south-2' })))).toBe(404);
    const words = { seen: '2', reason: 'Peak season until May', wouldChange: 'June' };
    expect(status(await visit(app, amendIt, path, there({ as: 'north-5', form: words })))).toBe(403);
    expect((await refused(await visit(app, amendIt, path, there({ as: 'north-1', form: { ...words, reason: ' ' } })))).errors).toEqual({ reason: 'required' });
    expect(((await visit(app, amendIt, path, there({ as: 'north-1', form: words }))) as Response).headers.get('location')).toBe(`${path}?did=amended`);
    expect((await refused(await visit(app, amendIt, path, there({ as: 'north-1', form: { ...words, reason: 'Never' } })))).errors).toEqual({ '': 'plan-changed' });
  });

  test('a plan about something else is offered for the departments somebody answers for', async () => {
    const app = await aPlanningApp();
    const page = await visit(app, other, '/plans/other', { as: 'north-1' });
    expect(page instanceof Response ? null : page.offer.departments).toEqual([{ id: 'north', name: 'North' }]);
    expect(status(await visit(app, other, '/plans/other', { as: 'operations-1' }))).toBe(403);
  });

  test('what was done is said by a word of a fixed list and nothing else', async () => {
    const { app, planId } = await withPlan();
    const said = async (did: string) => {
      const page = await visit(app, show, `/plans/${planId}?did=${did}`, at(planId, { as: 'north-1' }));
      return page instanceof Response ? page.status : page.did;
    };
    expect([await said('agreed'), await said('fired')]).toEqual(['agreed', null]);
  });
});

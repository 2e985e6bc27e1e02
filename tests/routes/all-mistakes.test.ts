// Whoever sends a form with several mistakes reads all of them at once, each at its field, and nothing that was typed is lost. A form that
// tells them one after another is sent as often as it has mistakes.
import { describe, expect, test } from 'vitest';
import { startPlan } from '#app/services/plans.server.ts';
import { action as make } from '#app/routes/plans.new.tsx';
import { action as act } from '#app/routes/plans.$id.tsx';
import { action as rewrite } from '#app/routes/plans.$id_.edit.tsx';
import { aPlanningApp, head, wished } from '#tests/support/planning.ts';
import { visit } from '#tests/support/visit.ts';

type Form = Readonly<Record<string, string | readonly string[]>>;

async function told(reply: unknown): Promise<{ readonly errors: Readonly<Record<string, string>>; readonly words: Readonly<Record<string, string>>; readonly values: Form }> {
  expect(reply).toBeInstanceOf(Response);
  expect((reply as Response).status).toBe(422);
  return (await (reply as Response).json()) as Awaited<ReturnType<typeof told>>;
}

const plan: Form = {
  request: 'form-1', issue: '', department: 'north', dimension: 'workload', cause: 'value', title: 'Less at once', measures: 'M-WKL-1', own: '', leadingName: 'tasks stopped', leadingStart: '0', leadingGoal: '3',
  target: '60', by: '2027-03-31', stepTitle: 'List what we do', stepOwner: 'north-2', stepDue: '2026-12-04',
};

describe('a new plan', () => {
  test.each<[string, Form, Form]>([
    ['a wrong number, an unknown name and no measure', { target: 'many', stepOwner: 'nobody', measures: [], then: 'agree' }, { target: 'number', stepOwner: 'no-such-person', own: 'needs-measure' }],
    ['what the fields and what the rules say', { title: ' ', leadingStart: '−3', stepDue: '2026-11-01', partners: ['nowhere'], measures: 'M-XXX-9' }, { title: 'required', leadingStart: 'count-negative', stepDue: 'day-is-past', partners: 'no-such-partner', measures: 'no-such-measure' }],
    ['half a count beside an unknown name', { leadingGoal: '', stepOwner: 'nobody' }, { leadingGoal: 'needs-both-numbers', stepOwner: 'no-such-person' }],
    ['all that an agreement needs', { then: 'agree', cause: 'awareness', target: '1', by: '2026-11-23', leadingName: '', leadingStart: '', leadingGoal: '' }, { own: 'needs-communication-measure', target: 'target-below-now', leadingGoal: 'needs-leading-indicator' }],
    ['words of other languages, each with its own number of lines', { 'title-zh-Hans': '', 'own-zh-Hans': '一\n二', 'steps-zh-Hans': '一\n二\n三', own: 'One\nTwo\nThree', title: '' }, { title: 'required', 'title-zh-Hans': 'needs-title-too', 'own-zh-Hans': 'as-many-lines', 'steps-zh-Hans': 'as-many-lines' }],
  ])('is told at once of %s', async (_what, change, errors) => {
    const app = await aPlanningApp();
    const form = { ...plan, written: 'en', ...change };
    const reply = await told(await visit(app, make, '/plans/new', { as: 'north-1', form }));
    expect(reply.errors).toEqual(errors);
    for (const [name, typed] of Object.entries(form)) if (typeof typed === 'string') expect(reply.values[name]).toBe(typed);
    expect(Object.keys(reply.words).sort()).toEqual(Object.keys(errors).sort());
    expect(await app.data.plans.all()).toEqual([]);
  });

  test('two fields with one kind of mistake are each told their own', async () => {
    const app = await aPlanningApp();
    const { words } = await told(await visit(app, make, '/plans/new', { as: 'north-1', form: { ...plan, written: 'en', own: 'One\nTwo', 'title-zh-Hans': '少些', 'own-zh-Hans': '一', 'steps-zh-Hans': '一\n二' } }));
    expect([words['own-zh-Hans'], words['steps-zh-Hans']]).toEqual([expect.stringContaining('2 lines'), expect.stringContaining('one line')]);
  });
});

describe('a plan that is changed', () => {
  test('is told of all at once too', async () => {
    const app = await aPlanningApp();
    const started = await startPlan(app, await head(app), wished());
    if (!started.ok) throw new Error(started.because);
    const { planId } = started.value;
    const form = { ...plan, seen: '1', title: '', target: '１４０', leadingGoal: '-1', owner: 'nobody', partners: ['nowhere'] };
    const reply = await told(await visit(app, rewrite, `/plans/${planId}/edit`, { as: 'north-1', params: { id: planId }, form }));
    expect(reply.errors).toEqual({ title: 'required', target: 'range-index', leadingGoal: 'count-negative', owner: 'no-such-person', partners: 'no-such-partner' });
    expect(reply.values['target']).toBe('１４０');
  });

  test.each([['-3', 'count-negative'], ['−3', 'count-negative'], ['-0', 'number'], ['1e9', 'number'], ['', 'number']])('«How much is it now?» does not take %s', async (now, code) => {
    const app = await aPlanningApp();
    const started = await startPlan(app, await head(app), wished());
    if (!started.ok) throw new Error(started.because);
    const { planId } = started.value;
    const measureId = (await app.data.plans.get(planId))!.measures[0]!.id;
    const reply = await told(await visit(app, act, `/plans/${planId}`, { as: 'north-1', params: { id: planId }, form: { intent: 'count-leading', measureId, now } }));
    expect(reply.errors).toEqual({ now: code });
    await visit(app, act, `/plans/${planId}`, { as: 'north-1', params: { id: planId }, form: { intent: 'count-leading', measureId, now: '１２，５' } });
    expect((await app.data.plans.get(planId))!.measures[0]!.leading?.now).toBe(12.5);
  });
});

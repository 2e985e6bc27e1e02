import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { action as decide, loader as show } from '#app/routes/plans.$id_.promises.$promiseId.tsx';
import { loader as figures } from '#app/routes/plans.figures.tsx';
import { loader as register } from '#app/routes/plans.promises.tsx';
import { commitPlan, startPlan } from '#app/services/plans.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aPlanningApp, head, wished } from '#tests/support/planning.ts';
import { visit, type Visiting } from '#tests/support/visit.ts';

async function withPromise(): Promise<{ app: TestApp; planId: string; promiseId: string }> {
  const app = await aPlanningApp();
  const started = await startPlan(app, await head(app), wished({ promise: { text: 'No shift changes after Thursday', due: day('2026-12-11') } }));
  if (!started.ok) throw new Error(started.because);
  const { planId } = started.value;
  await commitPlan(app, await head(app), planId);
  return { app, planId, promiseId: (await app.data.plans.get(planId))!.promises[0]!.id };
}

const status = (reply: unknown) => (reply instanceof Response ? reply.status : 200);
const at = ({ planId, promiseId }: { planId: string; promiseId: string }, more: Partial<Visiting>): Visiting => ({ params: { id: planId, promiseId }, ...more });

test.each([
  ['to', { fate: 'renewed', to: '2026-12-11', renewReason: 'x' }, 'day-not-later'],
  ['to', { fate: 'renewed', to: 'soon', renewReason: 'x' }, 'day'],
  ['renewReason', { fate: 'renewed', to: '2026-12-18', renewReason: ' ' }, 'required'],
  ['dropReason', { fate: 'dropped', dropReason: '' }, 'required'],
])('what is wrong with a decision is said in the field %s, and what was typed stays', async (field, form, code) => {
  const made = await withPromise();
  const reply = await visit(made.app, decide, '/plans/x/promises/y', at(made, { as: 'north-1', form: { due: '2026-12-11', ...form } }));
  expect(status(reply)).toBe(422);
  expect(await (reply as Response).json()).toMatchObject({ errors: { [field]: code }, values: form });
  expect((await made.app.data.plans.get(made.planId))!.promises[0]).toMatchObject({ due: '2026-12-11', keptOn: null, dropped: null });
});

test('a kept promise leads back to its plan', async () => {
  const made = await withPromise();
  const reply = await visit(made.app, decide, '/plans/x/promises/y', at(made, { as: 'north-1', form: { fate: 'kept', due: '2026-12-11' } }));
  expect([status(reply), (reply as Response).headers.get('location')]).toEqual([302, `/plans/${made.planId}?did=promise`]);
  expect((await made.app.data.plans.get(made.planId))!.promises[0]).toMatchObject({ keptOn: '2026-11-23' });
});

test('everybody concerned may read a promise, only those who answer for it decide, and nobody beside knows of it', async () => {
  const made = await withPromise();
  const seen = async (as: string) => status(await visit(made.app, show, '/plans/x/promises/y', at(made, { as })));
  expect([await seen('north-3'), await seen('hr'), await seen('operations-1')]).toEqual([200, 200, 404]);
  const tried = async (as: string) => status(await visit(made.app, decide, '/plans/x/promises/y', at(made, { as, form: { fate: 'kept', due: '2026-12-11' } })));
  expect([await tried('north-3'), await tried('operations-1')]).toEqual([403, 404]);
});

test('the register is for those who make plans, the figures for HR alone', async () => {
  const { app } = await withPromise();
  const page = await visit(app, register, '/plans/promises', { as: 'north-1' });
  expect(page instanceof Response ? page.status : [page.overseeing, page.register.promises.length]).toEqual([false, 1]);
  expect(status(await visit(app, figures, '/plans/figures', { as: 'hr' }))).toBe(200);
  expect(status(await visit(app, figures, '/plans/figures', { as: 'north-1' }))).toBe(403);
});

// The pages of the programme: what comes back when a rule cannot stay so, and what is shown when it can.
import { expect, test } from 'vitest';
import type { ProgrammeView } from '#app/domain/surveys/programme/programme-view.ts';
import { action as setRule, loader as look } from '#app/routes/surveys.programme_.rule.tsx';
import { action as turn, loader as programme } from '#app/routes/surveys.programme.tsx';
import type { FormReply } from '#app/text/form-reply.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { visit } from '#tests/support/visit.ts';

const asHr = { as: 'hr' } as const;
const form = { everyWeeks: '12', from: '2027-01-12', weekday: '2', length: '10', hour: '9', announced: '3', drafted: '10', 'weekdays[]': ['1', '2', '3', '4', '5'], free: '2027-05-01', blackouts: '', 'rotating[]': ['OUT-03', 'TOL-01'] };

async function post(fields: Record<string, unknown>) {
  const app = await ballotApp({ now: '2026-12-01T10:00:00Z' });
  const answer = (await visit(app, setRule, '/surveys/programme/rule', { ...asHr, form: { ...form, ...fields } as never })) as Response;
  return { app, answer };
}

test.each([
  ['a line that is no day', { free: '2027-05-01\nMay Day' }, 'free', 'Line 2, “May Day”, is no day: write 2027-05-01, or 2027-02-05 – 2027-02-11'],
  ['days the wrong way round', { blackouts: '2027-03-09 – 2027-03-01' }, 'blackouts', '9 March 2027 to 1 March 2027 ends before it begins: turn the two days round'],
  ['a Sunday', { weekday: '0' }, 'weekday', 'This is no working day of the company: choose another one, or tick it among the working days'],
  ['forty days', { length: '40' }, 'length', 'Write a whole number from 3 to 15'],
  ['a blackout over the whole window', { blackouts: '2027-01-01 – 2027-12-31' }, '', 'The survey due on 12 January 2027 finds no day up to 5 April 2027: days off and blackout days leave no room. Shorten them, or choose a longer pace or a shorter survey.'],
] as const)('%s comes back with its field, what is wrong, what would be right, and what was typed', async (_name, fields, field, said) => {
  const { app, answer } = await post(fields);
  expect(answer.status).toBe(422);
  const reply = (await answer.json()) as FormReply;
  expect(Object.keys(reply.errors)).toEqual([field]);
  expect(Object.values(reply.words)).toEqual([said]);
  expect(reply.values).toMatchObject(fields);
  expect(await app.data.programme.get()).toBeNull();
});

test('a rule that is set is shown with its year, and can be paused and ended', async () => {
  const { app, answer } = await post({});
  expect(answer.headers.get('location')).toBe('/surveys/programme?done=set');
  const { view } = (await visit(app, programme, '/surveys/programme', asHr)) as { view: ProgrammeView };
  expect(view.waves).toHaveLength(5);
  expect(view.rule.calendar.free).toEqual([{ from: '2027-05-01', to: '2027-05-01' }]);
  const { offer } = (await visit(app, look, '/surveys/programme/rule', asHr)) as { offer: { replaces: boolean; initial: { rotating: readonly string[] } } };
  expect([offer.replaces, offer.initial.rotating]).toEqual([true, ['OUT-03', 'TOL-01']]);
  for (const intent of ['pause', 'pause', 'resume', 'resume', 'end', 'end']) expect(((await visit(app, turn, '/surveys/programme', { ...asHr, form: { intent } })) as Response).status).toBe(302);
  const again = (await visit(app, turn, '/surveys/programme', { ...asHr, form: { intent: 'pause' } })) as Response;
  expect(((await again.json()) as FormReply).errors).toEqual({ '': 'programme-none' });
});

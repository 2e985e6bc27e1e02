// The forms of HR and of the company, each sent with several mistakes at once: what its fields, its rules and its services have to say is
// said together. One that told them one after another would be sent as often as it has mistakes.
import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { action as settle } from '#app/routes/plans.$id_.promises.$promiseId.tsx';
import { action as move } from '#app/routes/plans.$id_.steps.$stepId.tsx';
import { action as onPlan } from '#app/routes/plans.$id.tsx';
import { action as register } from '#app/routes/plans.inquiries.tsx';
import { action as takeFrom } from '#app/routes/people.scheduled.tsx';
import { action as settings } from '#app/routes/privacy.settings.tsx';
import { action as propose } from '#app/routes/propose.tsx';
import { action as change } from '#app/routes/surveys.$id.edit.tsx';
import { action as letters } from '#app/routes/surveys.$id.letters.tsx';
import { action as create } from '#app/routes/surveys.new.tsx';
import { action as checks } from '#app/routes/surveys.own.$number_.checks.tsx';
import { action as ownQuestion } from '#app/routes/surveys.own.new.tsx';
import { action as rule } from '#app/routes/surveys.programme_.rule.tsx';
import { action as answerProposal } from '#app/routes/surveys.proposals.$id.tsx';
import { action as services } from '#app/routes/surveys.services.tsx';
import { commitPlan, startPlan } from '#app/services/plans.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { aPlanningApp, head, wished } from '#tests/support/planning.ts';
import { visit } from '#tests/support/visit.ts';

type Form = Readonly<Record<string, string | readonly string[]>>;
type Action = typeof create;
type Sent = { readonly app: TestApp; readonly action: unknown; readonly as?: string; readonly params?: Readonly<Record<string, string>>; readonly form: Form };

async function errorsOf({ app, action, as = 'hr', params = {}, form }: Sent): Promise<Readonly<Record<string, string>>> {
  const answer = (await visit(app, action as Action, '/x', { as, params, form })) as Response;
  expect(answer.status).toBe(422);
  const { errors, words, values } = (await answer.json()) as { errors: Record<string, string>; words: Record<string, string>; values: Form };
  expect(Object.keys(words).sort()).toEqual(Object.keys(errors).sort());
  expect(values).toEqual(form);
  return errors;
}

const draft: Form = { template: 'pulse-core', 'title-en': 'Autumn', 'title-zh-Hans': '秋季', 'title-zh-Hant': '秋季', 'purpose-en': 'To learn', 'purpose-zh-Hans': '为了了解', 'purpose-zh-Hant': '為了了解', opens: '2026-11-30', closes: '2026-12-11' };
const monday = { now: '2026-11-23T12:00:00Z' };

test('a draft: no title, a day that is past, parts without a part', async () => {
  const app = await ballotApp(monday);
  expect(await errorsOf({ app, action: create, form: { ...draft, 'title-en': '', opens: '2026-11-01', audience: 'parts', 'letter-hour': '3' } })).toEqual({ 'title-en': 'required', opens: 'opens-in-the-past', parts: 'no-parts', 'letter-hour': 'letter-hour' });
  expect(await errorsOf({ app, action: create, form: { ...draft, opens: '2026-11-01', closes: '2027-02-11', pair: 'moon' } })).toEqual({ opens: 'opens-in-the-past', closes: 'open-too-long', pair: 'unknown-pair' });
  expect(await errorsOf({ app, action: create, form: { ...draft, closes: 'soon', own: 'OWN-9', audience: 'parts' } })).toEqual({ closes: 'day', own: 'unknown-own', parts: 'no-parts' });
});

test('a draft that is changed, and its letters', async () => {
  const app = await ballotApp(monday);
  const made = (await visit(app, create, '/surveys/new', { as: 'hr', form: draft })) as Response;
  const params = { id: made.headers.get('location')!.split('/')[2]! };
  expect(await errorsOf({ app, action: change, params, form: { ...draft, 'purpose-en': '', opens: '2026-11-01' } })).toEqual({ 'purpose-en': 'required', opens: 'opens-in-the-past' });
  expect(await errorsOf({ app, action: letters, params, form: { intent: 'write', kind: 'opening', language: 'en', subject: '', body: 'Dear {nam}' } })).toEqual({ subject: 'letter-empty', body: 'unknown-place' });
  const days = { intent: 'days', kind: 'opening', language: 'en', announcement: '2026-11-29', 'first-reminder': '2026-12-05', 'last-reminder': '2026-12-25' };
  expect(await errorsOf({ app, action: letters, params, form: days })).toEqual({ announcement: 'letter-day-free', 'first-reminder': 'letter-day-free', 'last-reminder': 'letter-day-within' });
});

test('an own question and its four checks', async () => {
  const app = await ballotApp();
  const question = { kind: 'choice', 'text-en': '', 'text-zh-Hans': '长'.repeat(301), 'answers-en': 'One\nOne', 'answers-zh-Hans': '一', about: 'moon', sensitivity: 'normal' };
  expect(await errorsOf({ app, action: ownQuestion, form: question })).toEqual({ about: 'own-about', 'text-en': 'own-no-words', 'text-zh-Hans': 'own-too-long', 'answers-en': 'own-answers-twice', 'answers-zh-Hans': 'own-answers-differ' });
  await visit(app, ownQuestion, '/surveys/own/new', { as: 'hr', form: { kind: 'satisfaction', 'text-en': 'How satisfied are you with the canteen?', sensitivity: 'normal' } });
  const params = { number: '1' };
  expect(await errorsOf({ app, action: checks, params, form: { decision: 'ask', important: '', measurable: '', controllable: ' ', owner: '', comparable: '', reason: '', review: '' } })).toEqual({
    important: 'gate-important', measurable: 'gate-measurable', controllable: 'gate-controllable', owner: 'gate-owner', comparable: 'gate-comparable',
  });
  expect(await errorsOf({ app, action: checks, params, form: { decision: 'park', important: '', measurable: '', controllable: '', owner: '', comparable: '', reason: '', review: '2020-01-01' } })).toEqual({ reason: 'gate-reason', review: 'gate-review' });
});

test('a programme: a number that is none, lines that are no days, a day on which nobody works', async () => {
  const app = await ballotApp({ now: '2026-12-01T10:00:00Z' });
  const form = { everyWeeks: '12', from: '2027-01-12', weekday: '0', length: 'ten', hour: '３', announced: '3', drafted: '40', 'weekdays[]': ['1', '2'], free: 'May Day', blackouts: '2027-03-09 – 2027-03-01', 'rotating[]': ['OUT-03', 'NONE'] };
  expect(await errorsOf({ app, action: rule, form })).toEqual({ weekday: 'programme-weekday', length: 'whole-number', hour: 'letter-hour', drafted: 'programme-number', free: 'programme-line', blackouts: 'programme-range', 'rotating[]': 'unknown-item' });
});

test('days off are read as people write them', async () => {
  const app = await ballotApp({ now: '2026-12-01T10:00:00Z' });
  const form = { everyWeeks: '12', from: '2027-01-12', weekday: '2', length: '１０', hour: '9', announced: '3', drafted: '10', 'weekdays[]': ['1', '2', '3', '4', '5'], free: '2027年5月1日\n1 May 2028\n2027/10/1 至 2027/10/7', blackouts: '2027-07-05 - 2027-07-09', 'rotating[]': ['OUT-03', 'TOL-01'] };
  expect(((await visit(app, rule, '/x', { as: 'hr', form })) as Response).status).toBe(302);
  const kept = (await app.data.programme.get())!.programme.rule;
  expect(kept.calendar.free).toEqual([{ from: '2027-05-01', to: '2027-05-01' }, { from: '2028-05-01', to: '2028-05-01' }, { from: '2027-10-01', to: '2027-10-07' }]);
  expect([kept.blackouts, kept.length]).toEqual([[{ from: '2027-07-05', to: '2027-07-09' }], 10]);
  expect(await errorsOf({ app, action: rule, form: { ...form, free: '01/03/2027' } })).toEqual({ free: 'programme-line' });
});

test('settings, where a people file comes from, who serves whom', async () => {
  const app = await ballotApp();
  expect(await errorsOf({ app, action: settings, form: { k: 'many', letters: '900', sessions: '99' } })).toEqual({ k: 'whole-number', letters: 'days-range', sessions: 'days-range' });
  expect(await errorsOf({ app, action: settings, form: { k: '3', letters: '900', sessions: '14' } })).toEqual({ k: 'k-only-up', letters: 'days-range' });
  expect(await errorsOf({ app, action: takeFrom, form: { kind: 'address', place: 'http://hr.example', header: '', secret: 'word', hour: '24', leavers: '101 %' } })).toEqual({ place: 'not-https', header: 'required', hour: 'whole-number', leavers: 'whole-number' });
  expect(await errorsOf({ app, action: services, form: { act: 'add', revision: '0', provider: 'Nowhere', customer: 'Elsewhere', kind: '' } })).toEqual({ provider: 'services-department', customer: 'services-department' });
});

test('what HR answers to a proposal', async () => {
  const app = await ballotApp();
  await visit(app, propose, '/propose', { as: 'north-2', form: { request: 'form-1', words: 'Whether the bus comes earlier', why: '' } });
  const params = { id: 'form-1' };
  expect(await errorsOf({ app, action: answerProposal, params, form: { decision: 'parked', reason: '', review: '2020-01-01' } })).toEqual({ reason: 'proposal-reason', review: 'proposal-review' });
  expect(await errorsOf({ app, action: answerProposal, params, form: { decision: 'asked', reason: '', review: '', 'text-en': '' } })).toMatchObject({ 'text-en': 'proposal-no-words', 'text-zh-Hans': 'proposal-no-words' });
});

test('a step, a promise and a talk', async () => {
  const app = await aPlanningApp();
  const started = await startPlan(app, await head(app), wished({ promise: { text: 'No shift changes after Thursday', due: day('2026-12-11') } }));
  if (!started.ok) throw new Error(started.because);
  const id = started.value.planId;
  await commitPlan(app, await head(app), id);
  const plan = (await app.data.plans.get(id))!;
  const at = { app, as: 'north-1' };
  expect(await errorsOf({ ...at, action: move, params: { id, stepId: plan.steps[0]!.id }, form: { seen: '1', to: '2026-11-01', reason: ' ' } })).toEqual({ to: 'day-is-past', reason: 'required' });
  expect(await errorsOf({ ...at, action: onPlan, params: { id }, form: { intent: 'add-step', request: 's', stepTitle: '', stepOwner: 'nobody', stepDue: '2020-01-01' } })).toEqual({ stepTitle: 'required', stepOwner: 'no-such-person', stepDue: 'day-is-past' });
  expect(await errorsOf({ ...at, action: settle, params: { id, promiseId: plan.promises[0]!.id }, form: { due: '2026-12-11', fate: 'renewed', to: '2026-12-01', renewReason: '' } })).toEqual({ to: 'day-not-later', renewReason: 'required' });
  const talk = { intent: 'record', kind: 'focus-group', request: 'r-1', department: 'north', day: '2027-11-23', topic: 'Rush', moderator: 'north-1', participants: '3', points: 'x' };
  expect(await errorsOf({ ...at, action: register, form: talk })).toEqual({ day: 'inquiry-day-ahead', participants: 'focus-group-size' });
});

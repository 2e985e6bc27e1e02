import { expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import { reachOf, type EffectReview } from '#app/domain/plans/effect-review.ts';
import { fromCatalogue, inOwnWords } from '#app/domain/plans/planned-measure.ts';
import { giveUp, close, commit, showDraft, finish, judged, judgedAgain, monitor, beginAnew } from '#app/domain/plans/plan-states.ts';
import { anIssue, aPlan, aStep, people, runningPlan, smallMeasure, someEvidence, today } from '#tests/support/plans.ts';

const act = { who: people.head, today };
const hr = { who: people.hr, today };
const big = { ...fromCatalogue('m2', 'M-WKL-5'), leading: smallMeasure.leading };
const because = (outcome: { ok: boolean; because?: string }) => (outcome.ok ? 'done' : outcome.because);

const review: EffectReview = {
  releaseHash: 'r2', on: today, verdict: 'improved', because: '', reached: 'no', leadingMet: false, early: true, method: 'own-return', comment: '',
  effect: { raw: 14, from: { index: 41, n: 12 }, to: { index: 55, n: 11 }, basis: null, others: { groups: 9, change: 1 }, beyond: { anyway: 4, back: 3, net: 10, low: 3, high: 17, smallest: 9 } },
};
const reviewed = (verdict: EffectReview['verdict'] = 'improved') => aPlan({ state: 'reviewed', review: { ...review, verdict } });

test('a head commits a small plan alone, and its baseline is frozen with the figure it came from', () => {
  const committed = commit(aPlan(), anIssue(), act);
  expect(committed).toMatchObject({
    ok: true,
    value: { state: 'committed', revision: 2, baseline: { index: 41, n: 12, releaseHash: 'r1', smallestChange: 30 }, days: { consulted: today, committed: today } },
  });
});

test.each<[string, Partial<ActionPlan>, Parameters<typeof anIssue>[0]]>([
  ['needs-cause', {}, { cause: null }],
  ['needs-fact', {}, { facts: [] }],
  ['needs-measure', { measures: [] }, {}],
  ['too-many-measures', { measures: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ ...smallMeasure, id })) }, {}],
  ['needs-target', { target: null }, {}],
  ['target-below-now', { target: { index: 41, by: day('2027-03-31') } }, {}],
  ['target-day-is-past', { target: { index: 60, by: today } }, {}],
  ['needs-step', { steps: [] }, {}],
  ['needs-leading-indicator', { measures: [{ ...smallMeasure, leading: null }] }, {}],
  ['wrong-state', { state: 'in-progress' }, {}],
])('a plan is not committed: %s', (code, plan, issue) => {
  expect(because(commit(aPlan(plan), anIssue(issue), act))).toBe(code);
});

test('a goal that chance cannot reach needs no leading indicator', () => {
  const measures = [{ ...smallMeasure, leading: null }];
  const sure = anIssue({ evidence: someEvidence({ smallestChange: 10, n: 100 }) });
  expect(because(commit(aPlan({ measures }), sure, act))).toBe('done');
});

test('what is bigger than a department can decide waits for HR, and five working days for objections', () => {
  const shared = aPlan({ measures: [big] });
  expect(because(commit(shared, anIssue(), act))).toBe('needs-hr');
  expect(because(commit(shared, anIssue(), hr))).toBe('still-in-consultation');
  const shown = showDraft(shared, anIssue(), act);
  if (!shown.ok) throw new Error(shown.because);
  expect(because(commit(shown.value, anIssue(), { ...hr, today: addDays(today, 4) }))).toBe('still-in-consultation');
  expect(because(commit(shown.value, anIssue(), { ...hr, today: addDays(today, 7) }))).toBe('done');
});

test('a colleague, the head of another department and nobody else is kept out', () => {
  for (const who of [people.colleague, people.beside, people.otherHead]) expect(because(commit(aPlan(), anIssue(), { who, today }))).toBe('forbidden');
  for (const who of [people.head, people.above, people.hr]) expect(because(commit(aPlan(), anIssue(), { who, today }))).toBe('done');
});

test('talking alone is refused where the thing itself is poor', () => {
  const talk = { ...inOwnWords('m3', 'Explain the roster', 'communication', { effort: 'S', controllability: 'department' }), leading: smallMeasure.leading };
  expect(because(commit(aPlan({ measures: [talk] }), anIssue({ cause: 'value' }), act))).toBe('needs-substantive-measure');
  expect(because(commit(aPlan({ measures: [talk] }), anIssue({ cause: 'awareness' }), act))).toBe('needs-value-figure');
  const facts = [{ kind: 'figure' as const, text: 'Overtime is below the rule', showsValue: true }];
  expect(because(commit(aPlan({ measures: [talk] }), anIssue({ cause: 'awareness', facts }), act))).toBe('done');
  expect(because(commit(aPlan(), anIssue({ cause: 'awareness', facts }), act))).toBe('needs-communication-measure');
  expect(because(commit(aPlan(), anIssue({ cause: 'mixed', facts }), act))).toBe('needs-communication-measure');
  expect(because(commit(aPlan({ measures: [talk] }), anIssue({ cause: 'mixed', facts }), act))).toBe('needs-substantive-measure');
  expect(because(commit(aPlan({ measures: [smallMeasure, talk] }), anIssue({ cause: 'mixed', facts }), act))).toBe('done');
});

test('an expectation is answered by a promise with a day, or by showing the job as it is', () => {
  const issue = anIssue({ cause: 'expectation' });
  expect(because(commit(aPlan(), issue, act))).toBe('needs-promise');
  const promises = [{ id: 'o1', text: 'The roster a month ahead', by: 'north-1', due: day('2026-12-31'), keptOn: null, dropped: null }];
  expect(because(commit(aPlan({ promises }), issue, act))).toBe('done');
  const preview = { ...fromCatalogue('m9', 'M-OUT-1'), leading: smallMeasure.leading };
  const shown = aPlan({ measures: [preview], state: 'consulted', days: { ...aPlan().days, consulted: addDays(today, -14) } });
  expect(because(commit(shown, issue, hr))).toBe('done');
});

test('a plan is implemented when nothing is left to do', () => {
  expect(finish(runningPlan(), act)).toMatchObject({ because: 'steps-are-open', details: { n: 2 } });
  const over = [aStep('t1', { status: 'done', doneOn: today }), aStep('t2', { status: 'dropped' })];
  expect(finish(runningPlan({ steps: over }), act)).toMatchObject({ ok: true, value: { state: 'implemented', days: { implemented: today } } });
  expect(because(finish(runningPlan({ steps: over, state: 'blocked' }), act))).toBe('wrong-state');
});

test('the wave that judges a plan closes four weeks after it was implemented, and judges once', () => {
  const implemented = aPlan({ state: 'implemented', days: { ...aPlan().days, implemented: today } });
  const waiting = monitor(implemented, today);
  if (!waiting.ok) throw new Error(waiting.because);
  expect(because(judged(waiting.value, review, { closed: addDays(today, 27) }))).toBe('too-early');
  const over = judged(waiting.value, review, { closed: addDays(today, 28) });
  if (!over.ok) throw new Error(over.because);
  expect(over.value.state).toBe('reviewed');
  expect(because(judged(over.value, { ...review, verdict: 'worse' }, { closed: addDays(today, 60) }))).toBe('wrong-state');
  expect(because(judged(waiting.value, { ...review, verdict: 'not-measurable' }, { closed: addDays(today, 28) }))).toBe('needs-because');
});

test('the wave after reads it once more, whatever was decided meanwhile; the first reading stays to be read', () => {
  const second: EffectReview = { ...review, releaseHash: 'r3', verdict: 'no-clear-change' };
  for (const state of ['reviewed', 'closed-achieved', 'closed-not-achieved'] as const) {
    const again = judgedAgain(aPlan({ state, review }), second);
    if (!again.ok) throw new Error(again.because);
    expect(again.value).toMatchObject({ state, review: { releaseHash: 'r3', verdict: 'no-clear-change', early: false }, earlyReview: review });
    expect(because(judgedAgain(again.value, { ...review, releaseHash: 'r4' }))).toBe('wrong-state');
  }
  expect(because(judgedAgain(aPlan({ state: 'cancelled', review }), second))).toBe('wrong-state');
  expect(because(judgedAgain(aPlan({ state: 'monitoring' }), second))).toBe('wrong-state');
  expect(beginAnew(aPlan({ state: 'reviewed', review: second, earlyReview: review }), act)).toMatchObject({ ok: true, value: { review: null, earlyReview: null } });
});

test('a plan is achieved for the figure that was promised, of the score or of the count, or because the score is better: it is written which', () => {
  const how = { achieved: true, result: { text: 'Tasks fell by three', next: '' }, lesson: '' };
  const counted = { ...smallMeasure, leading: { name: 'tasks stopped', start: 0, goal: 3, now: 3 } };
  const groundsFor = (more: Partial<EffectReview>, measures = [smallMeasure]) => {
    const closed = close(aPlan({ state: 'reviewed', measures, review: { ...review, verdict: 'no-clear-change', ...more } }), hr, how);
    return closed.ok ? closed.value.result?.grounds : closed.because;
  };
  expect(groundsFor({})).toBe('not-improved');
  expect(groundsFor({ verdict: 'worse' })).toBe('not-improved');
  expect(groundsFor({ verdict: 'probably-improved' })).toEqual(['score-probably-better']);
  expect(groundsFor({ reached: 'as-printed' })).toEqual(['score-reached']);
  expect(groundsFor({ verdict: 'improved', reached: 'clearly' })).toEqual(['score-better', 'score-clearly-reached']);
  // The count says nothing about the score, and the score nothing about the count.
  expect(groundsFor({}, [counted])).toEqual(['count-reached']);
  expect(groundsFor({ leadingMet: true })).toBe('not-improved');
  const missed = close(aPlan({ state: 'reviewed', measures: [counted], review }), hr, { ...how, achieved: false, lesson: 'Too late' });
  expect(missed).toMatchObject({ ok: true, value: { result: { grounds: [] } } });
});

test('a promised figure is reached as it is printed, and clearly where those who did not answer cannot make it less', () => {
  expect([reachOf(60, { index: 59.4, low: 55 }), reachOf(60, { index: 59.6, low: 55 }), reachOf(60, { index: 66, low: 60 })]).toEqual(['no', 'as-printed', 'clearly']);
});

test('only HR closes, with a result for those who were asked and with what the figures say', () => {
  const how = { achieved: true, result: { text: 'Tasks fell by three', next: 'We go on' }, lesson: '' };
  expect(because(close(reviewed(), act, how))).toBe('forbidden');
  expect(because(close(reviewed(), hr, { ...how, result: { text: ' ', next: '' } }))).toBe('needs-result');
  expect(because(close(reviewed('no-clear-change'), hr, how))).toBe('not-improved');
  expect(because(close(reviewed('no-clear-change'), hr, { ...how, achieved: false }))).toBe('needs-lesson');
  expect(close(reviewed(), hr, how)).toMatchObject({ ok: true, value: { state: 'closed-achieved', result: { text: 'Tasks fell by three', by: 'hr' } } });
  expect(close(reviewed('worse'), hr, { ...how, achieved: false, lesson: 'Too late in the year' })).toMatchObject({ ok: true, value: { state: 'closed-not-achieved' } });
  expect(because(close(runningPlan(), hr, how))).toBe('wrong-state');
});

test('a plan that did not help begins again as the next version', () => {
  expect(beginAnew(reviewed('no-clear-change'), act)).toMatchObject({ ok: true, value: { state: 'draft', version: 2, baseline: null, review: null, steps: [] } });
  expect(because(beginAnew(runningPlan(), act))).toBe('wrong-state');
});

test('a running plan is given up by HR alone and never without a reason', () => {
  expect(because(giveUp(runningPlan(), act, 'No money'))).toBe('forbidden');
  expect(because(giveUp(runningPlan(), hr, '  '))).toBe('needs-reason');
  expect(giveUp(runningPlan(), hr, 'No money')).toMatchObject({ ok: true, value: { state: 'cancelled', cancelled: { reason: 'No money', by: 'hr' } } });
  expect(because(giveUp(aPlan(), act, 'Not needed'))).toBe('done');
  expect(because(giveUp(aPlan({ state: 'cancelled' }), hr, 'again'))).toBe('wrong-state');
});

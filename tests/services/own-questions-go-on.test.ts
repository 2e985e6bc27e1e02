// After a low answer to an own question people may say why, as with the library's; and a plan that rests on an own question alone is
// measured again by it.
import { expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import { ownId } from '#app/domain/surveys/own/own-question.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { startPlan } from '#app/services/plans.server.ts';
import { closeSurvey, releaseOf, sealSurvey } from '#app/services/publication.server.ts';
import { readQuestions } from '#app/services/reports/read-results.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { changeOwn, decideGates, placeOwn } from '#app/services/surveys/own-questions.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { said } from '#tests/support/drafts.ts';
import { ballotApp, everybody } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';
import { wished } from '#tests/support/wished-plan.ts';

function given<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

const wishes = { ...ownWishes('satisfaction'), about: 'tools', text: { en: 'How satisfied are you with the scanners?', 'zh-Hans': '您对扫描枪满意吗？', 'zh-Hant': '您對掃描器滿意嗎？' } };

async function company(): Promise<TestApp> {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  const { number } = given(await createOwn(app, wishes));
  expect(ownId(given(await decideGates(app, number, passing)))).toBe('OWN-1');
  return app;
}

async function sealedPulse(app: TestApp, own: readonly string[]) {
  const wanted = { template: 'pulse-core', title: said('Pulse'), purpose: said('To know'), opens: app.today(), closes: addDays(app.today(), 6), further: [], pair: null, own };
  const { id } = given(await createDraft(app, await actorFor(app, 'hr'), wanted));
  return { id, ...given(await sealSurvey(app, id)) };
}

/** Nearly everybody is discontent, and ticks the first reason. */
async function published(app: TestApp) {
  const { id, manifest } = await sealedPulse(app, ['OWN-1']);
  const asked = manifest.questions.find((question) => question.id === 'OWN-1');
  if (asked?.kind !== 'scale' || !asked.low) throw new Error('no why');
  const [reason] = asked.low.options;
  await rehearse(app, id, (await everybody(app)).map((personId, at) => ({ personId, answers: { 'OUT-01': 3, 'OWN-1': at % 9 === 0 ? 4 : 2, ...(at % 9 === 0 ? {} : { 'OWN-1:reasons': [reason!.id], 'OWN-1:text': 'They do not read' }) } })));
  app.setNow(`${addDays(app.today(), 8)}T12:00:00Z`);
  const { text, hash } = given(await closeSurvey(app, id));
  expect(verifyText(text, { hash }).problems).toEqual([]);
  return { id, low: asked.low, release: (await releaseOf(app, id))!.release };
}

test('beside a low answer to an own question of an area people may tick the area’s reasons, and they are counted like all reasons', async () => {
  const app = await company();
  const { id, low, release } = await published(app);
  expect(low.at).toBe(2);
  const reasons = release.items['OWN-1:reasons'];
  if (reasons?.kind !== 'several') throw new Error('no reasons');
  expect(Number.parseInt(reasons.partition, 10)).toBe(10);
  for (const cell of Object.values(reasons.cells)) expect(cell[0]!).toBeLessThanOrEqual(cell.at(-1)! - 2);
  const page = given(await readQuestions(app, await actorFor(app, 'hr'), { surveyId: id, department: null, language: 'en' }));
  const own = page.dimensions.flatMap(({ questions }) => questions).find((question) => question.text === wishes.text.en)!;
  expect(own.reasons.map(({ label }) => label)).toEqual([low.options[0]!.label.en]);
}, 60_000);

test('a plan that rests on an own question alone has it asked again, in the very words, until somebody changes or gives it up', async () => {
  const app = await company();
  const { release } = await published(app);
  expect(release.dimensions['tools']?.items).toEqual(['OWN-1']);
  const { planId } = given(await startPlan(app, await actorFor(app, 'north-1'), { ...wished(), dimension: 'tools', measures: [] }));
  const plan = (await app.data.plans.get(planId)) as ActionPlan;
  const { releaseHash } = (await app.data.issues.get(plan.issueId))!.evidence!;
  await app.data.plans.replace({ ...plan, state: 'implemented', baseline: { index: 25, n: 12, low: 20, high: 30, releaseHash, smallestChange: 5 }, days: { ...plan.days, committed: plan.days.created, implemented: day('2026-12-02') } }, plan.revision);
  app.setNow('2027-06-14T12:00:00Z');
  const asked = async () => {
    const { id, manifest } = await sealedPulse(app, []);
    app.setNow(`${addDays(app.today(), 8)}T12:00:00Z`);
    await closeSurvey(app, id);
    return manifest.questions.filter((question) => question.id.startsWith('OWN')).map((question) => [question.id, question.text.en]);
  };
  expect(await asked()).toEqual([['OWN-1', wishes.text.en]]);
  given(await placeOwn(app, 1, 'retired'));
  expect(await asked()).toEqual([]);
  given(await placeOwn(app, 1, 'active'));
  given(await changeOwn(app, 1, { ...wishes, text: { ...wishes.text, en: 'How satisfied are you with the hand scanners?' } }));
  expect(await asked()).toEqual([]);
}, 120_000);

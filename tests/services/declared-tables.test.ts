import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import type { CutWish } from '#app/domain/surveys/backgrounds/declared-cuts.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { closeSurvey, releaseOf, sealSurvey, sealedOf } from '#app/services/publication.server.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { said } from '#tests/support/drafts.ts';
import { ballotApp, everybody } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';

const table = (question: string, scope = 'company', items: readonly string[] | null = null): CutWish => ({ question, scope, items });

/** A sealed pulse with these tables; its id. */
async function sealedWith(app: TestApp, cuts: readonly CutWish[]): Promise<string> {
  const opens = day('2026-11-22');
  const wishes = { template: 'pulse-core', title: said('Pulse'), purpose: said('To learn'), opens, closes: day('2026-12-04'), further: [], pair: null, cuts };
  const draft = await createDraft(app, await actorFor(app, 'hr'), wishes);
  if (!draft.ok) throw new Error(draft.because);
  const sealed = await sealSurvey(app, draft.value.id);
  if (!sealed.ok) throw new Error(sealed.because);
  return draft.value.id;
}

const tenures = ['0', '1', '3', '6', '11'];
const places = ['on-site', 'hybrid'];

/** Every seventh says nothing about the background. */
function answerOf(index: number): Answers {
  const about: Answers = index % 7 === 0 ? {} : { tenure: tenures[index % tenures.length]!, place: places[index % places.length]! };
  return { 'OUT-01': 1 + (index % 5), 'PAY-01': 1 + ((index + 2) % 5), ...about };
}

async function published(app: TestApp, id: string) {
  await rehearse(app, id, (await everybody(app)).map((personId, index) => ({ personId, answers: answerOf(index) })));
  const closed = await closeSurvey(app, id);
  if (!closed.ok) throw new Error(closed.because);
  expect(verifyText(closed.value.text, { hash: closed.value.hash }).problems).toEqual([]);
  return (await releaseOf(app, id))!.release;
}

test('what HR declared is sealed, and the release has each table or says why not', async () => {
  const app = await ballotApp();
  const wishes = [table('tenure'), table('place', 'sales'), table('place')];
  const id = await sealedWith(app, wishes);

  const { manifest } = await sealedOf(app, id);
  expect(manifest.cuts.map(({ question, scope }) => ({ question, scope }))).toEqual(wishes.map(({ question, scope }) => ({ question, scope })));
  expect(manifest.questions.filter(({ kind }) => kind === 'background').map((question) => question.id)).toEqual(['tenure', 'place']);

  const { cuts, audit } = await published(app, id);
  // Sales has 24 people: too few for a table of its own, whoever answers.
  expect(audit.dropped).toEqual([{ question: 'place', scope: 'sales', why: 'too-few' }]);
  expect(cuts.map(({ question, scope }) => `${question} ${scope}`)).toEqual(['tenure company', 'place company']);
  expect(audit.minimumSupport).toBeGreaterThanOrEqual(5);
  for (const { bands } of cuts) {
    expect(bands.reduce((sum, { answered }) => sum + answered, 0)).toBe(44);
    for (const band of bands) expect(band.answered).toBeGreaterThanOrEqual(5);
    expect(bands.filter(({ labels }) => labels.includes(''))).toHaveLength(1);
  }
}, 60_000);

test('a table shows the questions that HR named and no other', async () => {
  const app = await ballotApp();
  const id = await sealedWith(app, [table('tenure', 'company', ['PAY-01'])]);
  const { cuts } = await published(app, id);
  expect(Object.keys(cuts[0]!.bands[0]!.favourable)).toEqual(['PAY-01']);
}, 60_000);

test('what nobody declared before sealing is in no release, whatever people answered', async () => {
  const app = await ballotApp();
  const id = await sealedWith(app, []);
  const { manifest } = await sealedOf(app, id);
  expect(manifest.questions.some(({ kind }) => kind === 'background')).toBe(false);
  const { cuts, audit } = await published(app, id);
  expect([cuts, audit.dropped]).toEqual([[], []]);
}, 60_000);

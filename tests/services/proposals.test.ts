// A proposal from the employee who sends it to what came of it: answered, asked about in a pulse, read from its release, taken up.
import { expect, test } from 'vitest';
import { addDays } from '#app/domain/kernel/day.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { supportId } from '#app/domain/surveys/proposals/support-question.ts';
import { forgetWhatEnded } from '#app/services/installation/forget.server.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { closeSurvey, sealSurvey } from '#app/services/publication.server.ts';
import { readQuestions } from '#app/services/reports/read-results.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { planOf } from '#app/services/surveys/sealing-preview.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { answerProposal } from '#app/services/surveys/answer-proposal.server.ts';
import { beginningsOf, ownProposals, proposalForHr, proposalRegister, proposalsTold, proposalsWaiting, proposeQuestion } from '#app/services/surveys/proposals.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp, everybody } from '#tests/support/open-survey.ts';
import { ownWishes } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';

function given<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

const same = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });
const question = { en: 'How important would an earlier bus be to you?', 'zh-Hans': '早一班班车对您有多重要？', 'zh-Hant': '早一班接駁車對您有多重要？' };
const asked = { decision: 'asked' as const, text: question, reason: '', review: null, keptBack: false };
const declined = { decision: 'declined' as const, text: {}, reason: 'The line is not ours', review: null, keptBack: false };

async function company(): Promise<TestApp> {
  return ballotApp({ now: '2026-11-23T12:00:00Z' });
}

async function proposed(app: TestApp, { by = 'north-2', mayShow = true, words = 'Whether the bus comes earlier' } = {}): Promise<string> {
  const request = app.newId();
  given(await proposeQuestion(app, await actorFor(app, by), { request, words, why: 'I wait', mayShow }));
  return request;
}

async function drafted(app: TestApp): Promise<Survey> {
  const wishes = { template: 'pulse-core', title: same('Pulse'), purpose: same('To know'), opens: app.today(), closes: addDays(app.today(), 6), further: [], pair: null };
  return given(await createDraft(app, await actorFor(app, 'hr'), wishes));
}

const seenBy = async (app: TestApp, personId: string) => (await proposalsTold(app, await actorFor(app, personId))).map(({ id, own, standing }) => [id, own, standing]);

test('a form sent twice is one proposal, whoever presses it how often', async () => {
  const app = await company();
  const actor = await actorFor(app, 'north-2');
  const sent = { request: 'form-1', words: 'Whether the bus comes earlier', why: '', mayShow: true };
  expect([(await proposeQuestion(app, actor, sent)).ok, (await proposeQuestion(app, actor, sent)).ok]).toEqual([true, true]);
  expect(await proposalsWaiting(app)).toBe(1);
  expect(await proposeQuestion(app, actor, { ...sent, request: 'form-2' })).toMatchObject({ because: 'proposal-twice' });
});

test('HR alone learns who proposed it: neither a head nor anybody else finds the name or the reason anywhere', async () => {
  const app = await company();
  const id = await proposed(app);
  given(await answerProposal(app, id, declined));
  expect((await proposalForHr(app, id))?.by).toBe((await app.data.people.get('north-2'))?.name);
  for (const reader of ['north-1', 'south-1', 'north-3', 'admin']) {
    const told = JSON.stringify(await proposalsTold(app, await actorFor(app, reader)));
    expect(told).toContain('Whether the bus comes earlier');
    expect(told).not.toContain('north-2');
    expect(told).not.toContain((await app.data.people.get('north-2'))!.name);
    expect(told).not.toContain('I wait');
  }
});

test('before HR has answered, and without leave of its writer, nobody else reads it', async () => {
  const app = await company();
  const [shown, silent] = [await proposed(app), await proposed(app, { mayShow: false, words: 'Whether the canteen is warm' })];
  expect(await seenBy(app, 'north-3')).toEqual([]);
  given(await answerProposal(app, silent, declined));
  given(await answerProposal(app, shown, { ...declined, keptBack: true }));
  expect(await seenBy(app, 'north-3')).toEqual([]);
  expect((await seenBy(app, 'north-2')).sort()).toEqual([[shown, true, 'declined'], [silent, true, 'declined']].sort());
  given(await answerProposal(app, shown, declined));
  expect(await seenBy(app, 'north-3')).toEqual([[shown, false, 'declined']]);
});

test('support is a question of the next pulse: no number before its release, and then the release’s own', async () => {
  const app = await company();
  const id = await proposed(app);
  given(await answerProposal(app, id, asked));
  expect((await ownProposals(app, { personId: 'north-2' }))[0]).toMatchObject({ standing: 'to-be-asked', survey: null, support: null });
  const draft = await drafted(app);
  const survey = draft.id;
  const { extras } = given(await planOf(app, draft, { departmentId: 'operations', find: '', page: 1 }));
  expect(extras.taken.map(({ kind, people }) => [kind, people])).toContainEqual(['proposed', null]);
  const { manifest } = given(await sealSurvey(app, survey));
  expect(manifest.questions.find((one) => one.id === supportId(id))).toMatchObject({ kind: 'scale', k: 8, text: question });
  expect(await answerProposal(app, id, asked)).toMatchObject({ because: 'proposal-asked-already' });

  await rehearse(app, survey, (await everybody(app)).map((personId, at) => ({ personId, answers: { [supportId(id)]: at % 4 === 0 ? 2 : 5 } })));
  expect((await ownProposals(app, { personId: 'north-2' }))[0]).toMatchObject({ standing: 'asking', survey: { id: survey, closed: false, published: false }, support: null });
  app.setNow('2026-12-01T12:00:00Z');
  given(await closeSurvey(app, survey));
  const [view] = await ownProposals(app, { personId: 'north-2' });
  expect(view).toMatchObject({ standing: 'result', survey: { id: survey, published: true }, support: { answered: 44, percent: 75 } });
  const page = given(await readQuestions(app, await actorFor(app, 'hr'), { surveyId: survey, department: null, language: 'zh-Hans' }));
  expect(page.alone.map(({ text, favourable }) => [text, favourable.percent])).toEqual([[question['zh-Hans'], 75]]);
  expect((await proposalRegister(app)).proposals.map(({ waits }) => waits)).toEqual([true]);
  const later = await drafted(app);
  expect(given(await planOf(app, later, { departmentId: 'operations', find: '', page: 1 })).extras.taken.map(({ kind }) => kind)).not.toContain('proposed');
});

test('where too few answered it is said that nothing can be shown', async () => {
  const app = await company();
  const id = await proposed(app);
  given(await answerProposal(app, id, asked));
  const survey = (await drafted(app)).id;
  given(await sealSurvey(app, survey));
  await rehearse(app, survey, (await everybody(app)).slice(0, 7).map((personId) => ({ personId, answers: { [supportId(id)]: 5 } })));
  app.setNow('2026-12-01T12:00:00Z');
  given(await closeSurvey(app, survey));
  expect((await ownProposals(app, { personId: 'north-2' }))[0]).toMatchObject({ standing: 'result', support: null });
});

test('taken up, it is the beginning of an own question, and everybody sees in which survey it is asked', async () => {
  const app = await company();
  const id = await proposed(app);
  const own = given(await createOwn(app, { ...ownWishes('satisfaction'), text: same('How satisfied are you with the bus?') }, { proposal: id }));
  expect(await proposalForHr(app, id)).toMatchObject({ own: own.number, waits: false, view: { standing: 'taken-up', survey: null } });
  expect(await seenBy(app, 'north-3')).toEqual([[id, false, 'taken-up']]);
  expect((await createOwn(app, { ...ownWishes('satisfaction'), text: same('How satisfied are you with the tram?') }, { proposal: 'nothing' })).ok).toBe(true);
});

test('whoever leaves is named no more at once, and the name is gone from the database the same night', async () => {
  const app = await company();
  const id = await proposed(app);
  await app.data.people.save({ ...(await app.data.people.get('north-2'))!, leftOn: app.today() });
  expect((await proposalForHr(app, id))?.by).toBeNull();
  await forgetWhatEnded(app);
  expect((await app.data.proposals.get(id))?.authorId).toBeNull();
});

test('the question of the pulse begins with the words where others may read them, and empty where not', async () => {
  const app = await company();
  const begun = async (id: string) => (await beginningsOf(app, (await proposalForHr(app, id))!)).beginning;
  expect(await begun(await proposed(app))).toEqual({ en: 'How important would it be to you to be asked about this: Whether the bus comes earlier?', 'zh-Hans': '', 'zh-Hant': '' });
  expect(await begun(await proposed(app, { mayShow: false, words: 'Whether the canteen is warm' }))).toEqual({ en: '', 'zh-Hans': '', 'zh-Hant': '' });
  expect((await begun(await proposed(app, { words: '班车是否准点。' })))['zh-Hans']).toBe('如果调查问到这件事，对您有多重要：班车是否准点？');
});

test('what waits for HR comes first', async () => {
  const app = await company();
  const old = await proposed(app, { words: 'Whether the heating works' });
  given(await answerProposal(app, old, { decision: 'parked', text: {}, reason: 'No money this year', review: addDays(app.today(), 3), keptBack: false }));
  const fresh = await proposed(app);
  const order = async () => (await proposalRegister(app)).proposals.map(({ view, waits }) => [view.id, waits]);
  expect(await order()).toEqual([[fresh, true], [old, false]]);
  expect(await proposalsWaiting(app)).toBe(1);
  app.setNow('2026-11-26T12:00:00Z');
  expect((await order()).map(([, waits]) => waits)).toEqual([true, true]);
});

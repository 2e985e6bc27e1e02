// What somebody looked at before sealing is what is sealed: keys take their time, and everything else may change meanwhile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { addDays } from '#app/domain/kernel/day.ts';
import { writeLetter } from '#app/services/notifications/write-letters.server.ts';
import { bringServiceMap } from '#app/services/organisation/service-map.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { resumeSealing, sealingOf, sealSurvey, startSealing, stopWork } from '#app/services/publication.server.ts';
import { createDraft, moveQuestion } from '#app/services/surveys/compose-draft.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { draftOffer } from '#app/services/surveys/offer-draft.server.ts';
import { decideGates } from '#app/services/surveys/own-questions.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aDraft, satisfaction } from '#tests/support/drafts.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';
import { writePages } from '#tests/support/stand-in-pages.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const words = { subject: 'A word before you answer', body: 'Please answer here: {link}' };

const write = async (app: TestApp) => writeLetter(app, await actorFor(app, 'hr'), { surveyId: 'pulse', kind: 'opening', language: 'en', text: words });

/** Of two questions, so that there is an order. */
const draft = aDraft('pulse', { programme: '2026' });
const two = { ...draft, definition: { ...draft.definition, questions: [satisfaction, { ...satisfaction, id: 'PAY-02' }] } };

test('a letter that is written while keys are made is not sealed unseen', async () => {
  const app = await ballotApp();
  await app.data.surveys.add(two);
  const started = await startSealing(app, 'pulse');
  if (!started.ok) throw new Error(started.because);
  expect((await write(app)).ok).toBe(true);
  expect(await started.value.sealed).toMatchObject({ ok: false, because: 'changed-meanwhile' });
  expect((await app.data.surveys.get('pulse'))?.state).toBe('draft');
  // The clock tries again what a full disk stopped, and nothing that somebody has to look at first.
  await resumeSealing(app);
  expect((await app.data.surveys.get('pulse'))?.state).toBe('draft');
  expect(await sealingOf(app, 'pulse')).toEqual({ progress: null, failure: 'changed-meanwhile' });
  expect((await sealSurvey(app, 'pulse')).ok).toBe(true);
  expect((await app.data.letterTexts.ofSurvey('pulse')).opening?.en).toEqual(words);
});

type Change = (app: TestApp) => Promise<unknown>;

const changes: readonly (readonly [string, Change])[] = [
  ['the words of a letter', write],
  ['the days of letters', (app) => app.data.surveys.replace({ ...two, definition: { ...two.definition, letterDays: { announcement: addDays(two.opens, -3) } } }, 'draft')],
  ['the order of questions', (app) => moveQuestion(app, 'pulse', { id: 'PAY-01', by: 1 })],
  ['the days of the survey', (app) => app.data.surveys.replace({ ...two, closes: addDays(two.closes, 1) }, 'draft')],
  ['who is asked', (app) => app.data.surveys.replace({ ...two, definition: { ...two.definition, audience: { kind: 'parts', departments: ['sales'] } } }, 'draft')],
  ['the languages', (app) => app.data.surveys.replace({ ...two, definition: { ...two.definition, languages: ['en'] } }, 'draft')],
  ['the days off of the company', (app) => app.data.surveys.replace({ ...two, definition: { ...two.definition, calendar: { weekdays: [1, 2, 3, 4, 5], free: [{ from: two.opens, to: two.opens }] } } }, 'draft')],
];

test.each(changes)('%s: changed while keys are made, it is not sealed, and the clock does not seal it either', async (_what, change) => {
  const app = await ballotApp();
  await app.data.surveys.add(two);
  const started = await startSealing(app, 'pulse');
  if (!started.ok) throw new Error(started.because);
  await change(app);
  expect(await started.value.sealed).toMatchObject({ ok: false, because: 'changed-meanwhile' });
  await resumeSealing(app);
  expect((await app.data.surveys.get('pulse'))?.state).toBe('draft');
});

test.each(changes)('%s: changed between a stop and the next start, it is not sealed by itself', async (_what, change) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'murmur-seen-'));
  folders.push(dataFolder);
  const place = { dataFolder, database: join(dataFolder, 'murmur.sqlite'), buildFolder: join(dataFolder, 'build') };
  writePages(place.buildFolder);
  const app = await ballotApp(place);
  await app.data.surveys.add(two);
  const started = await startSealing(app, 'pulse', { name: 'Hester' });
  if (!started.ok) throw new Error(started.because);
  const ended = expect(started.value.sealed).rejects.toThrow(/stopped meanwhile/);
  await stopWork(app);
  await ended;
  await letGo(app);
  const again = await testApp(place);
  await change(again);
  await resumeSealing(again);
  expect((await again.data.surveys.get('pulse'))?.state).toBe('draft');
  expect(await sealingOf(again, 'pulse')).toEqual({ progress: null, failure: 'changed-meanwhile' });
  expect((await sealSurvey(again, 'pulse', { name: 'Hester' })).ok).toBe(true);
}, 60_000);

test('an own question that is parked while keys are made is not asked', async () => {
  const app = await ballotApp();
  const own = await createOwn(app, { ...ownWishes('satisfaction'), text: { ...ownWishes('satisfaction').text, 'zh-Hant': '您對餐廳滿意嗎？' } });
  if (!own.ok) throw new Error(own.because);
  await decideGates(app, own.value.number, passing);
  const { initial } = await draftOffer(app, {});
  const made = await createDraft(app, await actorFor(app, 'hr'), { ...initial, template: 'pulse-core', pair: null, cuts: [], own: ['OWN-1'] });
  if (!made.ok) throw new Error(made.because);
  const started = await startSealing(app, made.value.id);
  if (!started.ok) throw new Error(started.because);
  await decideGates(app, own.value.number, { ...passing, decision: 'park', reason: 'The contract runs until spring', review: addDays(app.today(), 90) });
  expect(await started.value.sealed).toMatchObject({ ok: false, because: 'changed-meanwhile' });
  expect(await sealSurvey(app, made.value.id)).toMatchObject({ ok: false, because: 'own-parked' });
});

test('a provider that is taken off the map while keys are made is not rated', async () => {
  const app = await ballotApp();
  await bringServiceMap(app, 'en', { revision: 0, lines: 'Operations; Amber\nFinance; Sales' });
  const { initial } = await draftOffer(app, { template: 'internal-service' });
  const made = await createDraft(app, await actorFor(app, 'hr'), { ...initial, template: 'internal-service', pair: null, cuts: [] });
  if (!made.ok) throw new Error(made.because);
  const started = await startSealing(app, made.value.id);
  if (!started.ok) throw new Error(started.because);
  const { revision } = await app.data.serviceMap.get();
  await bringServiceMap(app, 'en', { revision, lines: 'Operations; Amber' });
  expect(await started.value.sealed).toMatchObject({ ok: false, because: 'changed-meanwhile' });
  expect(await sealSurvey(app, made.value.id)).toMatchObject({ ok: false, because: 'service-map-changed' });
});

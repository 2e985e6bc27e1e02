// Parts of the tree as an audience, from the draft to the release and to what pages say of it.
import { expect, test } from 'vitest';
import { besideOf } from '#app/domain/surveys/asking/audience.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { day } from '#app/domain/kernel/day.ts';
import { languages } from '#app/domain/kernel/language.ts';
import { participationIn } from '#app/domain/surveys/participation/participation-steps.ts';
import { releaseIn } from '#app/domain/publication/release/release-text.ts';
import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import { closeSurvey, sealSurvey } from '#app/services/publication.server.ts';
import { readiness } from '#app/services/publication/ready-to-seal.server.ts';
import { seal } from '#app/services/publication/seal-survey.server.ts';
import { castBallot } from '#app/services/privacy/rehearse.server.ts';
import { openSurveysFor, offerPaper } from '#app/services/responses.server.ts';
import { readOwn, readResults } from '#app/services/reports/read-results.server.ts';
import { aDraft, satisfaction } from '#tests/support/drafts.ts';
import { aPerson } from '#tests/support/directory.ts';
import { ballotApp, sealed } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import type { TestApp } from '#tests/support/app.ts';

function aDraftFor(id: string, departments: readonly string[] | null, more: Partial<Survey> = {}): Survey {
  const draft = aDraft(id, { programme: '2026', ...more });
  return departments === null ? draft : { ...draft, definition: { ...draft.definition, audience: { kind: 'parts', departments } } };
}

async function refusalOf(app: TestApp, draft: Survey) {
  await app.data.surveys.add(draft);
  const outcome = await sealSurvey(app, draft.id);
  await app.data.surveys.removeDraft(draft.id);
  return outcome.ok ? 'sealed' : { because: outcome.because, ...outcome.details };
}

async function answered(app: TestApp, draft: Survey) {
  const { hash } = await sealed(app, draft);
  const people = (await app.data.people.current()).map(({ id }) => id);
  for (const [at, personId] of people.entries()) {
    if ((await offerPaper(app, personId, draft.id)).ok) await castBallot(app, draft.id, { personId, answers: { 'PAY-01': 1 + (at % 5) } });
  }
  const closed = await closeSurvey(app, draft.id);
  if (!closed.ok) throw new Error(closed.because);
  return { hash, release: releaseIn(closed.value.text) };
}

test('only the people of the chosen part are on the roll, and the description says whom it leaves out', async () => {
  const app = await ballotApp();
  const { manifest } = await sealed(app, aDraftFor('sales-only', ['sales']));
  expect(manifest.blocks.flatMap(({ departments }) => departments).sort()).toEqual(['key-accounts', 'north', 'south']);
  expect(manifest.audience).toMatchObject({ kind: 'parts', departments: ['sales'] });
  expect(besideOf(manifest.audience).flatMap(({ departments }) => departments).sort()).toEqual(['finance', 'operations']);
  expect(besideOf(manifest.audience).reduce((sum, { people }) => sum + people, 0) + manifest.blocks.reduce((sum, { invited }) => sum + invited, 0)).toBe(44);
  expect((await offerPaper(app, 'north-1', 'sales-only')).ok).toBe(true);
  expect((await offerPaper(app, 'operations-1', 'sales-only')).ok).toBe(false);
  expect(await openSurveysFor(app, { personId: 'operations-1', language: 'en' })).toEqual([]);
  expect(await openSurveysFor(app, { personId: 'north-1', language: 'en' })).toHaveLength(1);
});

test('a department that is counted together with another brings it along', async () => {
  const app = await ballotApp();
  const everybody = await sealed(app, aDraftFor('all', null));
  const withFinance = everybody.manifest.blocks.find(({ departments }) => departments.includes('finance'))!;
  expect(withFinance.departments.length).toBeGreaterThan(1);
  await closeSurvey(app, 'all');
  const { manifest } = await sealed(app, aDraftFor('finance', ['finance']));
  expect(manifest.blocks.map(({ departments }) => departments)).toEqual([withFinance.departments]);
});

test('parts that leave nobody out are everybody', async () => {
  const app = await ballotApp();
  const { manifest } = await sealed(app, aDraftFor('all', ['sales', 'operations', 'finance']));
  expect(manifest.audience).toBeUndefined();
});

test('what is left out once sticks together for the year as well', async () => {
  const app = await ballotApp();
  const first = await sealed(app, aDraftFor('first', ['north']));
  const beside = besideOf(first.manifest.audience).map(({ departments }) => departments);
  // Key accounts and Finance have grown large enough for groups of their own.
  await app.data.people.saveAll(['key-accounts', 'finance'].flatMap((departmentId) => Array.from({ length: 12 }, (_, at) => aPerson(`${departmentId}-new-${at}`, { departmentId }))));
  await closeSurvey(app, 'first');
  const { manifest } = await sealed(app, aDraftFor('second', null));
  for (const group of beside) expect(manifest.blocks.some(({ departments }) => group.every((id) => departments.includes(id)))).toBe(true);
});

test('another part with some of the same people waits until the one before is counted, and a difference of three people is refused', async () => {
  const app = await ballotApp();
  await sealed(app, aDraftFor('first', ['sales']));
  expect(await refusalOf(app, aDraftFor('second', null))).toEqual({ because: 'audience-meanwhile', survey: 'Pulse' });
  expect(await refusalOf(app, aDraftFor('same', ['sales']))).toMatchObject({ because: 'asked-meanwhile', title: 'Pulse' });
  await closeSurvey(app, 'first');
  const left = (await app.data.people.current()).filter(({ departmentId }) => departmentId === 'operations' || departmentId === 'finance').slice(3);
  await app.data.people.saveAll(left.map((person) => ({ ...person, leftOn: day('2026-11-22') })));
  expect(await refusalOf(app, aDraftFor('third', null))).toMatchObject({ because: 'audience-differs-by-few', survey: 'Pulse', people: 3, k: 5 });
});

test('of two surveys that are sealed at one moment the second is held against the first', async () => {
  const app = await ballotApp();
  for (const draft of [aDraftFor('sales', ['sales']), aDraftFor('all', null)]) await app.data.surveys.add(draft);
  const [part, whole] = await Promise.all([readiness(app, 'sales'), readiness(app, 'all')]);
  if (!part.ok || !whole.ok) throw new Error('not ready');
  expect(await seal(app, { ...part.value, by: null }, () => undefined)).toMatchObject({ ok: true });
  expect(await seal(app, { ...whole.value, by: null }, () => undefined)).toEqual({ ok: false, because: 'changed-meanwhile', details: {} });
  expect((await app.data.surveys.get('all'))?.state).toBe('draft');
  expect(await sealSurvey(app, 'all')).toMatchObject({ ok: false, because: 'audience-meanwhile' });
});

test('a survey that was counted while the next one was being sealed keeps together what it counted together', async () => {
  const app = await ballotApp();
  await sealed(app, aDraftFor('first', null));
  await app.data.surveys.add(aDraftFor('second', null));
  const ready = await readiness(app, 'second');
  if (!ready.ok) throw new Error('not ready');
  await closeSurvey(app, 'first');
  expect(await seal(app, { ...ready.value, by: null }, () => undefined)).toMatchObject({ ok: false, because: 'changed-meanwhile' });
  expect(await sealSurvey(app, 'second')).toMatchObject({ ok: true });
});

test('a part that is gone and a part in which nobody works are refused, and nothing is made', async () => {
  const app = await ballotApp();
  expect(await refusalOf(app, aDraftFor('gone', ['nowhere']))).toEqual({ because: 'part-gone' });
  await app.data.people.saveAll((await app.data.people.current()).filter(({ departmentId }) => departmentId === 'north').map((person) => ({ ...person, leftOn: day('2026-11-22') })));
  expect(await refusalOf(app, aDraftFor('empty', ['north']))).toEqual({ because: 'part-empty', department: 'North' });
});

test('a table of a division that is not asked as a whole is refused', async () => {
  const app = await ballotApp();
  const draft = aDraftFor('north', ['north']);
  const tenure = { kind: 'background' as const, id: 'tenure', text: satisfaction.text, dimension: null, k: 5, options: [] };
  const definition = { ...draft.definition, languages, questions: [satisfaction, tenure], cuts: [{ question: 'tenure', scope: 'sales', items: ['PAY-01'] }] };
  expect(await refusalOf(app, { ...draft, definition })).toEqual({ because: 'division-not-asked', division: 'Sales' });
});

test('the release of a part names no department that was asked in part, and verifies by itself', async () => {
  const app = await ballotApp();
  const { release } = await answered(app, aDraftFor('north', ['north']));
  expect(verifyRelease(release).problems).toEqual([]);
  expect(release.counts).toMatchObject({ invited: 12, ballots: 12 });
  expect(release.partitions['5']!.departments.map(({ id }) => id)).toEqual(['north']);
});

test('pages call figures of all who were asked by the parts, and tell somebody who was not asked so', async () => {
  const app = await ballotApp();
  await answered(app, aDraftFor('sales', ['sales']));
  const hr = await readResults(app, await actorFor(app, 'hr'), { surveyId: 'sales', department: null, language: 'en', compared: 'rest' });
  if (!hr.ok) throw new Error(hr.because);
  expect(hr.value.survey.asked).toMatchObject({ names: ['Sales'], with: [], invited: 24, of: 44 });
  expect(hr.value.group.names).toEqual([{ name: 'Sales', direct: false }]);
  expect(hr.value.departments.map(({ id }) => id)).not.toContain('operations');
  const own = async (person: string) => {
    const read = await readOwn(app, await actorFor(app, person), 'sales', 'en');
    return read.ok ? [read.value.notAsked, read.value.own !== null] : null;
  };
  expect(await own('operations-1')).toEqual([true, false]);
  expect(await own('north-1')).toEqual([false, true]);
});

test('after a survey of everybody a part is compared department by department, and never as the company', async () => {
  const app = await ballotApp();
  await answered(app, aDraftFor('all', null));
  await answered(app, aDraftFor('sales', ['sales', 'north']));
  const page = async (department: string | null) => {
    const read = await readResults(app, await actorFor(app, 'hr'), { surveyId: 'sales', department, language: 'en', compared: 'before' });
    if (!read.ok) throw new Error(read.because);
    return { broken: read.value.trends[0]?.points.at(-1)?.broken, before: read.value.participation.before };
  };
  expect(await page(null)).toEqual({ broken: 'composition', before: null });
  expect(await page('sales')).toEqual({ broken: null, before: 100 });
});

test('while it is open nothing is told of a department that is asked in part', async () => {
  const app = await ballotApp();
  await app.data.people.saveAll(Array.from({ length: 60 }, (_, at) => aPerson(`north-more-${at}`, { departmentId: 'north' })));
  const { manifest } = await sealed(app, aDraftFor('north', ['north']));
  const told = participationIn({ manifest, day: day('2026-11-23'), ballots: manifest.blocks.map(({ invited }) => invited) });
  expect(Object.keys(told!.departments)).toEqual(['north']);
});

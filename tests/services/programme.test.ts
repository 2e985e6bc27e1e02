// The programme at work: what HR sets, what is drafted when, what is said where it cannot go on.
import { afterEach, expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { usualCalendar } from '#app/domain/kernel/working-days.ts';
import { letterPlanOf } from '#app/domain/surveys/letters/survey-letters.ts';
import type { ProgrammeRule } from '#app/domain/surveys/programme/programme.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import { sendLetters } from '#app/services/notifications/send-letters.server.ts';
import { tellOfProgramme } from '#app/services/notifications/tell-programme.server.ts';
import { ageOfResults, withAges } from '#app/services/reports/age-of-results.server.ts';
import { closedSurveys } from '#app/services/reports/read-results.server.ts';
import { privacyOverview } from '#app/services/privacy/change-settings.server.ts';
import { sealSurvey } from '#app/services/publication.server.ts';
import { changeDraft, removeDraft } from '#app/services/surveys/compose-draft.server.ts';
import { draftNextWave } from '#app/services/surveys/draft-wave.server.ts';
import { programmeView } from '#app/services/surveys/programme-page.server.ts';
import { setProgramme, turnProgramme } from '#app/services/surveys/set-programme.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { publishWave, publishWaves } from '#tests/support/published.ts';
import { aClosedSurvey } from '#tests/support/waves.ts';
import { openMailbox } from '#tests/support/mailbox.ts';
import { aDraft, ballotApp } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { ruleOf } from '#tests/support/programmes.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const rule = ruleOf({ from: day('2027-01-12') });

async function withProgramme(changes: Partial<ProgrammeRule> = {}, now = '2026-12-01T10:00:00Z'): Promise<TestApp> {
  const app = await ballotApp({ now });
  const set = await setProgramme(app, await actorFor(app, 'hr'), { rule: { ...rule, ...changes }, language: 'en' });
  if (!set.ok) throw new Error(JSON.stringify(set));
  return app;
}

async function on(app: TestApp, at: string): Promise<void> {
  app.setNow(`${at}T10:00:00Z`);
  await draftNextWave(app);
}

const drafts = async (app: TestApp) => (await app.data.surveys.all()).filter(({ state }) => state === 'draft').toReversed();

test('a wave is drafted on its day and no earlier, once, with its days, its letters and its questions', async () => {
  const app = await withProgramme();
  await on(app, '2026-12-28');
  expect(await drafts(app)).toEqual([]);
  await on(app, '2026-12-29');
  await Promise.all([draftNextWave(app), draftNextWave(app)]);
  const all = await drafts(app);
  expect(all).toHaveLength(1);
  const [draft] = all;
  expect(draft).toMatchObject({ state: 'draft', createdBy: null, opens: '2027-01-12', closes: '2027-01-25', programme: '2027', title: { en: 'Core pulse, January 2027' } });
  expect(draft!.definition).toMatchObject({ template: 'pulse-core', letterHour: 9, wordsFor: 'heads', letterDays: { announcement: '2027-01-07' }, calendar: usualCalendar, wave: { number: 0 } });
  expect(draft!.definition.questions.map(({ id }) => id)).toEqual(expect.arrayContaining(['OUT-01', 'PAY-01', 'OUT-03', 'TOL-01']));
  expect(letterPlanOf(draft!)).toMatchObject({ calendar: usualCalendar, days: { announcement: '2027-01-07' }, hour: 9 });
  expect((await app.data.programme.get())!.programme.next).toBe(1);
});

test('a draft keeps what belongs to its wave when HR changes it, and is not written again when HR deletes it', async () => {
  const app = await withProgramme();
  await on(app, '2026-12-29');
  const [draft] = await drafts(app);
  const { title, purpose, opens, closes } = draft!;
  expect((await changeDraft(app, draft!.id, { template: 'pulse-core', title, purpose, opens: addDays(opens, 1), closes, further: [], pair: null })).ok).toBe(true);
  expect((await app.data.surveys.get(draft!.id))!.definition).toMatchObject({ wave: draft!.definition.wave, calendar: draft!.definition.calendar });
  await removeDraft(app, draft!.id);
  await on(app, '2026-12-30');
  expect(await drafts(app)).toEqual([]);
});

test('what nobody seals moves on, and is given up when the next one is due', async () => {
  const app = await withProgramme();
  await on(app, '2026-12-29');
  await on(app, '2027-01-12');
  expect((await drafts(app))[0]).toMatchObject({ opens: '2027-01-12' });
  await on(app, '2027-01-13');
  expect((await drafts(app))[0]).toMatchObject({ opens: '2027-01-14', closes: '2027-01-27', definition: { wave: { number: 0 } } });
  await on(app, '2027-03-23');
  expect((await drafts(app)).map(({ opens }) => opens)).toEqual(['2027-03-24']);
  await on(app, '2027-04-06');
  expect((await drafts(app)).map(({ opens, definition }) => [opens, definition.wave!.number])).toEqual([['2027-03-24', 0], ['2027-04-07', 1]]);
});

test('a pause drafts nothing and going on does; an end takes the draft with it and leaves what was sealed', async () => {
  const app = await withProgramme();
  const hr = await actorFor(app, 'hr');
  expect(await turnProgramme(app, hr, 'resume')).toMatchObject({ ok: false, because: 'programme-none' });
  expect((await turnProgramme(app, hr, 'pause')).ok).toBe(true);
  await on(app, '2026-12-29');
  expect(await drafts(app)).toEqual([]);
  expect((await turnProgramme(app, hr, 'resume')).ok).toBe(true);
  await on(app, '2026-12-30');
  const [first] = await drafts(app);
  expect((await sealSurvey(app, first!.id)).ok).toBe(true);
  await on(app, '2027-03-23');
  expect(await drafts(app)).toHaveLength(1);
  expect((await turnProgramme(app, hr, 'end')).ok).toBe(true);
  expect(await drafts(app)).toEqual([]);
  expect((await app.data.surveys.get(first!.id))!.state).toBe('sealed');
  await on(app, '2027-06-20');
  expect(await drafts(app)).toEqual([]);
  expect((await privacyOverview(app, 'en')).log.map(({ code, from, to, who }) => [code, from, to, who]).sort()).toEqual([
    ['programme-ended', '', '12', 'Person hr'],
    ['programme-paused', '', '12', 'Person hr'],
    ['programme-resumed', '', '12', 'Person hr'],
    ['programme-set', '', '12', 'Person hr'],
  ]);
});

test('another rule takes the place of the first, and writes its draft anew', async () => {
  const app = await withProgramme();
  await on(app, '2026-12-29');
  const changed = await setProgramme(app, await actorFor(app, 'hr'), { rule: { ...rule, everyWeeks: 8, from: day('2027-01-20') }, language: 'en' });
  expect(changed.ok).toBe(true);
  expect(await drafts(app)).toEqual([]);
  await on(app, '2027-01-12');
  expect((await drafts(app)).map(({ opens }) => opens)).toEqual(['2027-01-26']);
  expect((await privacyOverview(app, 'en')).log.some(({ code, from, to }) => code === 'programme-changed' && from === '12' && to === '8')).toBe(true);
});

test('what cannot be planned changes nothing: no programme, no draft, no line in the log', async () => {
  const app = await ballotApp({ now: '2026-12-01T10:00:00Z' });
  const hr = await actorFor(app, 'hr');
  const blackouts = [{ from: day('2027-01-01'), to: day('2027-12-31') }];
  expect(await setProgramme(app, hr, { rule: { ...rule, blackouts }, language: 'en' })).toMatchObject({ ok: false, because: 'programme-no-day' });
  await app.data.surveys.add(aDraft('beside', { state: 'closed', opens: day('2027-01-18'), closes: day('2027-01-20') }));
  expect(await setProgramme(app, hr, { rule, language: 'en' })).toMatchObject({ ok: false, because: 'programme-two-at-once', details: { from: '2027-01-18' } });
  expect(await app.data.programme.get()).toBeNull();
  expect((await privacyOverview(app, 'en')).log.filter(({ code }) => code.startsWith('programme'))).toEqual([]);
});

test('a draft that HR began beside the programme counts before it is sealed, until its day is over or it is taken out', async () => {
  const app = await withProgramme();
  const stuck = async () => (await programmeView(app, 'en'))!.stuck;
  expect(await stuck()).toBeNull();
  await app.data.surveys.add(aDraft('beside', { opens: day('2027-01-18'), closes: day('2027-01-20') }));
  expect(await stuck()).toContain('“Pulse” is open from 18 January 2027 to 20 January 2027, and the same people would be asked twice at once.');
  await on(app, '2026-12-29');
  expect((await drafts(app)).map(({ id }) => id)).toEqual(['beside']);
  await removeDraft(app, 'beside');
  await on(app, '2026-12-30');
  expect((await drafts(app)).map(({ opens }) => opens)).toEqual(['2027-01-12']);
});

test('a draft with many questions beside the programme lets the turning question stay away until there is room', async () => {
  const app = await withProgramme({ rotating: ['OUT-03'] });
  const rotating = async () => (await programmeView(app, 'en'))!.waves.map((wave) => wave.rotating.length);
  expect((await rotating()).slice(0, 2)).toEqual([1, 1]);
  const wide = aDraft('wide', { opens: day('2026-12-07'), closes: day('2026-12-11') });
  const [scale] = wide.definition.questions;
  const questions = Array.from({ length: 34 }, (_, at) => ({ ...scale!, id: `q${at}` }));
  await app.data.surveys.add({ ...wide, definition: { ...wide.definition, template: 'pulse-workload', questions } });
  expect((await rotating()).slice(0, 2)).toEqual([0, 1]);
});

test('a company that shrank stops the programme with one sentence, and nothing is drafted', async () => {
  const app = await withProgramme();
  for (const person of (await app.data.people.current()).slice(4)) await app.data.people.save({ ...person, leftOn: day('2026-12-20') });
  await on(app, '2026-12-29');
  expect(await drafts(app)).toEqual([]);
  expect((await programmeView(app, 'en'))!.stuck).toBe('4 people are in a department: 4 more are needed, because results of so few would give single people away. Nothing was changed.');
  expect((await app.data.programme.get())!.programme).toMatchObject({ state: 'running', next: 0 });
});

test('the page tells the year: what is drafted with its link, what is planned with its days', async () => {
  const app = await withProgramme({ blackouts: [{ from: day('2027-04-05'), to: day('2027-04-09') }] });
  await on(app, '2026-12-29');
  const view = (await programmeView(app, 'en'))!;
  expect(view).toMatchObject({ state: 'running', anchors: 8, turning: 2, extras: 2, k: 5, stuck: null, rest: null });
  expect(view.waves.map(({ state, opens, movedFrom }) => [state, opens, movedFrom])).toEqual([
    ['draft', '2027-01-12', null],
    ['planned', '2027-04-12', '2027-04-06'],
    ['planned', '2027-06-29', null],
    ['planned', '2027-09-21', null],
    ['planned', '2027-12-14', null],
    ['planned', '2028-03-07', null],
  ]);
  expect(view.waves[0]!.rotating.map(({ text }) => text.en)).toEqual(['If a friend asked, how likely would you be to suggest this place to work?', 'How satisfied are you with the equipment you use in your job?']);
});

test('HR gets a letter about the draft, one more when it has to be sealed, and none once it is', async () => {
  const app = await withProgramme();
  const box = await openMailbox();
  const mailer = openMailer({ ...app.config, smtp: box.address })!;
  ends.push(() => (mailer.close(), box.close()));
  const letters = async (at: string) => {
    await on(app, at);
    await tellOfProgramme(app);
    await tellOfProgramme(app);
    await sendLetters(app, mailer);
    return box.taken().map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`);
  };
  expect(await letters('2026-12-28')).toEqual([]);
  expect(await letters('2026-12-29')).toEqual(['hr: “Core pulse, January 2027” is drafted: please look at it']);
  expect(await letters('2026-12-30')).toEqual([]);
  expect(await letters('2027-01-05')).toEqual(['hr: “Core pulse, January 2027” waits to be sealed']);
  const [draft] = await drafts(app);
  expect((await sealSurvey(app, draft!.id)).ok).toBe(true);
  expect(await letters('2027-01-06')).toEqual([]);
});

test('HR is told once what stands in the way', async () => {
  const app = await withProgramme();
  await app.data.surveys.add(aDraft('beside', { state: 'closed', opens: day('2027-01-18'), closes: day('2027-01-20') }));
  const box = await openMailbox();
  const mailer = openMailer({ ...app.config, smtp: box.address })!;
  ends.push(() => (mailer.close(), box.close()));
  for (const at of ['2026-12-28', '2026-12-29', '2026-12-30']) {
    await on(app, at);
    await tellOfProgramme(app);
    await sendLetters(app, mailer);
  }
  const got = box.taken();
  expect(got.map(({ subject }) => subject)).toEqual(['The programme cannot go on as it stands']);
  expect(got[0]!.text).toContain('is open from 18 January 2027 to 20 January 2027');
});

test('the latest results say their age after two rounds of the programme, and not before', async () => {
  const app = await withProgramme({ everyWeeks: 8, rotating: ['OUT-03'] });
  await publishWaves(app, [['first', '2026-11-10'], ['second', '2026-12-01']].map(([id, closed]) => aClosedSurvey({ id: id!, closed: closed!, tree: 'amber', people: { amber: 30 } })));
  const age = async (at: string, id: string) => {
    app.setNow(`${at}T10:00:00Z`);
    return ageOfResults(app, id);
  };
  expect(await age('2027-03-23', 'second')).toBeNull();
  expect(await age('2027-03-24', 'second')).toEqual({ weeks: 16, cadence: 8 });
  // There is a newer one: it speaks for today.
  expect(await age('2027-03-24', 'first')).toBeNull();
  await turnProgramme(app, await actorFor(app, 'hr'), 'end');
  expect(await age('2027-03-24', 'second')).toBeNull();
  expect(await age('2027-05-19', 'second')).toEqual({ weeks: 24, cadence: 12 });
});

const tree = [{ id: 'amber', parentId: null, name: 'Amber' }, { id: 'plant', parentId: 'amber', name: 'Plant' }];

test('a list says the age of each survey that is out of date, and a survey of other parts makes no results younger', async () => {
  const app = await withProgramme({ everyWeeks: 8, rotating: ['OUT-03'] });
  await publishWaves(app, [['first', '2026-11-10'], ['second', '2026-12-01']].map(([id, closed]) => aClosedSurvey({ id: id!, closed: closed!, tree, people: { amber: 30 } })));
  app.setNow('2027-03-23T10:00:00Z');
  const listed = async () => (await withAges(app, await closedSurveys(app, 'en'))).map(({ id, weeks }) => [id, weeks]);
  expect(await listed()).toEqual([['second', null], ['first', 19]]);
  const others = aClosedSurvey({ id: 'others', closed: '2027-03-20', tree, people: { plant: 30 } });
  await publishWave(app, others, { position: 2, previous: (await app.data.releases.latest())!.hash, audience: { kind: 'parts', departments: ['plant'], beside: [{ departments: ['amber'], place: 'amber', people: 30 }] } });
  app.setNow('2027-03-24T10:00:00Z');
  expect(await ageOfResults(app, 'second')).toEqual({ weeks: 16, cadence: 8 });
  expect(await listed()).toEqual([['others', null], ['second', 16], ['first', 19]]);
});

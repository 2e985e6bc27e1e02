// The day is the company's: every place that asks what day it is gets the same answer, in every zone and on the odd days of the calendar.
import { expect, describe, test } from 'vitest';
import { day, type Day } from '#app/domain/kernel/day.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { isTimeZone } from '#app/domain/kernel/local-time.ts';
import { dropBallot, issuePaper } from '#app/services/responses.server.ts';
import { adoptTimeZone, zoneOffer } from '#app/services/organisation/set-time-zone.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { listSurveys } from '#app/services/surveys/list-surveys.server.ts';
import { sealedView } from '#app/services/surveys/sealed-view.server.ts';
import { changePrivacySettings, privacyOverview } from '#app/services/privacy/change-settings.server.ts';
import { closeDueSurveys, fixParticipation, participationOf, sealedOf, sealSurvey, startSealing } from '#app/services/publication.server.ts';
import { closedSurveys } from '#app/services/reports/read-results.server.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { setUpCompany } from '#app/services/installation/set-up.server.ts';
import { actorOfPerson } from '#app/services/access.server.ts';
import { endOfDay, placeOf, zoneChoices } from '#app/text/places.server.ts';
import { textOf } from '#app/text/text.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, everybody, sealed } from '#tests/support/open-survey.ts';

const minute = 60_000;

/** The small company in a zone; sealed on the morning of its first day. */
async function companyIn(timeZone: string, opens: Day, closes: Day, firstMorning: string): Promise<TestApp> {
  const app = await ballotApp({ now: firstMorning, timeZone });
  await sealed(app, aDraft('pulse', { opens, closes }));
  return app;
}

async function hr(app: TestApp) {
  const [first] = await everybody(app);
  await app.data.roles.grant(first!, 'hr');
  return (await actorOfPerson(app, first!))!;
}

/** What somebody who drops a ballot is told; an empty one is looked at only while the survey is open. */
async function doorOf(app: TestApp): Promise<'open' | 'closed'> {
  const dropped = await dropBallot(app, 'pulse', new Uint8Array(1));
  const [person] = await everybody(app);
  const issued = await issuePaper(app, person!, { surveyId: 'pulse', blinded: Buffer.alloc(1), reissue: false });
  const [drop, paper] = [dropped.ok ? '' : dropped.because, issued.ok ? '' : issued.because];
  expect([['size', 'size'], ['closed', 'closed']]).toContainEqual([drop, paper]);
  return drop === 'size' ? 'open' : 'closed';
}

// Midnight after the last day, as the zone's own rules have it, in UTC.
const nights = [
  ['Pacific/Kiritimati', 'fourteen hours ahead', '2026-12-07', '2026-12-08', '2026-12-08T10:00:00Z'],
  ['Pacific/Niue', 'eleven hours behind', '2026-12-07', '2026-12-08', '2026-12-09T11:00:00Z'],
  ['Asia/Hong_Kong', 'eight hours ahead', '2026-12-07', '2026-12-08', '2026-12-08T16:00:00Z'],
  ['America/Los_Angeles', 'eight hours behind', '2026-12-07', '2026-12-08', '2026-12-09T08:00:00Z'],
  ['Asia/Kathmandu', 'a quarter past', '2026-12-07', '2026-12-08', '2026-12-08T18:15:00Z'],
  ['America/New_York', 'a day of 23 hours', '2027-03-12', '2027-03-14', '2027-03-15T04:00:00Z'],
  ['America/New_York', 'a day of 25 hours', '2026-10-30', '2026-11-01', '2026-11-02T05:00:00Z'],
  ['Europe/Berlin', 'a day of 23 hours', '2027-03-26', '2027-03-28', '2027-03-28T22:00:00Z'],
  ['Europe/Berlin', 'a day of 25 hours', '2026-10-23', '2026-10-25', '2026-10-25T23:00:00Z'],
  ['America/Santiago', 'midnight does not come', '2026-09-04', '2026-09-05', '2026-09-06T04:00:00Z'],
  ['America/Santiago', 'eleven at night comes twice', '2027-04-02', '2027-04-03', '2027-04-04T04:00:00Z'],
  ['Europe/Berlin', 'leap day', '2028-02-28', '2028-02-29', '2028-02-29T23:00:00Z'],
  ['America/Los_Angeles', 'the year’s end', '2026-12-30', '2026-12-31', '2027-01-01T08:00:00Z'],
  ['Pacific/Kiritimati', 'the year’s end', '2026-12-30', '2026-12-31', '2026-12-31T10:00:00Z'],
] as const;

const table: string[] = [];

describe('a survey is open until midnight of its last day where the company is', () => {
  test.each(nights)('%s, %s', async (zone, what, opens, closes, midnight) => {
    const app = await companyIn(zone, day(opens), day(closes), `${opens}T09:00:00Z`);
    const end = Date.parse(midnight);
    const look = async (at: number) => {
      app.setNow(new Date(at).toISOString());
      const state = await doorOf(app);
      table.push(`${zone.padEnd(20)} ${what.padEnd(28)} ${closes}  ${new Date(at).toISOString().slice(0, 16)}Z  ${new Date(at).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16)}  ${state}`);
      return [state, (await sealedView(app, 'pulse').then((view) => (view.ok ? view.value.phase : ''))), app.today()] as const;
    };
    expect(await look(end - minute)).toEqual(['open', 'open', closes]);
    await closeDueSurveys(app);
    expect((await app.data.surveys.get('pulse'))?.state).toBe('sealed');
    const [state, phase, today] = await look(end + minute);
    expect([state, phase, today > closes]).toEqual(['closed', 'counting', true]);
    await closeDueSurveys(app);
    expect(await app.data.surveys.get('pulse')).toMatchObject({ state: 'closed', closedOn: closes });
    expect((JSON.parse((await app.data.releases.latest())!.text) as Release).survey.closed).toBe(closes);
  });

  test('the table of zones', () => {
    expect(table).toHaveLength(nights.length * 2);
    // Read by whoever wants to see it; nothing else depends on it.
    if (process.env['MURMUR_SHOW'] === '1') process.stdout.write(`${table.join('\n')}\n`);
  });
});

describe('the last day for answers is the survey’s day', () => {
  test.each([
    ['by the clock', '2026-12-08', '2026-12-08T16:00:20Z'],
    ['late, after a night without the server', '2026-12-08', '2026-12-09T23:00:00Z'],
  ])('on Home, in the list, in Results and in the release: closed %s', async (_how, expected, at) => {
    const app = await companyIn('Asia/Hong_Kong', day('2026-12-07'), day('2026-12-08'), '2026-12-07T02:00:00Z');
    const people = await everybody(app);
    await rehearse(app, 'pulse', people.slice(0, 30).map((personId) => ({ personId, answers: { 'PAY-01': 4 } as never })));
    app.setNow(at);
    await closeDueSurveys(app);
    const release = JSON.parse((await app.data.releases.latest())!.text) as Release;
    expect(release.survey.closed).toBe(expected);
    expect((await homeOf(app, await hr(app))).last?.closed).toBe(expected);
    expect((await listSurveys(app)).map(({ survey }) => survey.closes)).toEqual([expected]);
    expect((await closedSurveys(app, 'en')).map(({ closed }) => closed)).toEqual([expected]);
  });

  test('and participation is told once a day of the company', async () => {
    const app = await companyIn('Asia/Hong_Kong', day('2026-12-07'), day('2026-12-08'), '2026-12-06T16:00:00Z');
    const countedOn = async (now: string) => {
      app.setNow(now);
      await fixParticipation(app);
      return (await participationOf(app, 'pulse'))?.day ?? null;
    };
    expect(await countedOn('2026-12-06T16:01:00Z')).toBeNull();
    expect(await countedOn('2026-12-07T15:59:00Z')).toBeNull();
    // Seven in the morning there, and not a minute earlier.
    expect(await countedOn('2026-12-07T22:59:00Z')).toBeNull();
    expect(await countedOn('2026-12-07T23:00:00Z')).toBe('2026-12-08');
  });
});

describe('hour and zone are said', () => {
  test('letters leave at nine where the company is and say until when, and their link stays good until then', async () => {
    const app = await companyIn('Asia/Shanghai', day('2026-12-07'), day('2026-12-08'), '2026-12-06T16:00:00Z');
    expect(await inviteToOpenSurveys(app)).toBe(0);
    app.setNow('2026-12-07T00:59:00Z');
    expect(await inviteToOpenSurveys(app)).toBe(0);
    app.setNow('2026-12-07T01:00:00Z');
    expect(await inviteToOpenSurveys(app)).toBe(44);
    const [letter] = await app.data.letters.claim({ now: '2099-01-01T00:00:00.000Z', until: '2099-01-02T00:00:00.000Z', limit: 1 });
    expect(letter?.text).toContain('open until 8 December 2026, midnight in Shanghai:');
    expect((await sealedOf(app, 'pulse')).manifest.survey).toMatchObject({ timeZone: 'Asia/Shanghai', place: { en: 'Shanghai', 'zh-Hans': '上海', 'zh-Hant': '上海' } });
  });

  test.each([
    ['America/Los_Angeles', '8 December 2026, midnight in Los Angeles', '2026年12月8日24:00（洛杉矶时间）', '2026年12月8日24:00（洛杉磯時間）'],
    ['Asia/Kolkata', '8 December 2026, midnight in Kolkata', '2026年12月8日24:00（加尔各答时间）', '2026年12月8日24:00（加爾各答時間）'],
    ['America/Argentina/Buenos_Aires', '8 December 2026, midnight in Buenos Aires', '2026年12月8日24:00（布宜诺斯艾利斯时间）', '2026年12月8日24:00（布宜諾斯艾利斯時間）'],
    ['UTC', '8 December 2026, midnight UTC', '2026年12月8日24:00（UTC）', '2026年12月8日24:00（UTC）'],
    ['Etc/GMT-8', '8 December 2026, midnight UTC+8', '2026年12月8日24:00（UTC+8）', '2026年12月8日24:00（UTC+8）'],
  ])('the end of a day in %s', (zone, ...expected) => {
    const place = placeOf(zone);
    expect((['en', 'zh-Hans', 'zh-Hant'] as const).map((language) => endOfDay(textOf(language), '2026-12-08', place))).toEqual(expected);
  });

  test('every zone is offered, by a name in every language', () => {
    for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
      const choices = zoneChoices(language, 'Europe/Kyiv');
      expect(choices.map(({ value }) => value)).toEqual(expect.arrayContaining([...Intl.supportedValuesOf('timeZone'), 'UTC', 'Europe/Kyiv']));
      expect(choices.filter(({ value, label }) => !isTimeZone(value) || label === '' || label.includes('/') || label.includes('_'))).toEqual([]);
      if (language !== 'en') expect(choices.filter(({ value, label }) => value !== 'UTC' && !/[\u4e00-\u9fff]/.test(label))).toEqual([]);
    }
  });
});

describe('the setting', () => {
  const wish = { k: 5, letters: 30, sessions: 14 };

  test('is changed by HR, at once, on the public log', async () => {
    const app = await ballotApp({ now: '2026-12-08T17:00:00Z' });
    expect(app.today()).toBe('2026-12-08');
    expect(await changePrivacySettings(app, await hr(app), { ...wish, timeZone: 'Asia/Hong_Kong' })).toMatchObject({ ok: true });
    expect([app.timeZone(), app.today()]).toEqual(['Asia/Hong_Kong', '2026-12-09']);
    const { log, place } = await privacyOverview(app, 'zh-Hans');
    expect(log).toMatchObject([{ code: 'time-zone', from: 'UTC', to: '香港', day: '2026-12-08' }]);
    expect(place).toBe('香港');
    expect(await changePrivacySettings(app, await hr(app), { ...wish, timeZone: 'Asia/Hong_Kong' })).toMatchObject({ ok: true });
    expect((await privacyOverview(app)).log).toHaveLength(1);
  });

  test('stays under a sealed survey, which is named, and nothing else of the form is written', async () => {
    const app = await companyIn('UTC', day('2026-12-07'), day('2026-12-08'), '2026-12-07T02:00:00Z');
    const actor = await hr(app);
    const refusal = await changePrivacySettings(app, actor, { ...wish, k: 6, timeZone: 'Asia/Hong_Kong' });
    expect(refusal).toMatchObject({ ok: false, because: 'zone-under-seal', details: { field: 'timeZone', title: 'Pulse', place: 'UTC' } });
    expect(app.timeZone()).toBe('UTC');
    expect((await app.data.organisation.get())?.k).toBe(5);
    expect(await changePrivacySettings(app, actor, { ...wish, timeZone: 'Mars/Base' })).toMatchObject({ because: 'time-zone' });
    app.setNow('2026-12-09');
    await closeDueSurveys(app);
    expect(await changePrivacySettings(app, actor, { ...wish, timeZone: 'Asia/Hong_Kong' })).toMatchObject({ ok: true });
  });

  test('that changes while keys are made keeps the draft from being sealed', async () => {
    const app = await ballotApp({ now: '2026-12-07T02:00:00Z' });
    await app.data.surveys.add(aDraft('pulse', { opens: day('2026-12-07'), closes: day('2026-12-08') }));
    const started = await startSealing(app, 'pulse');
    if (!started.ok) throw new Error(started.because);
    expect(await changePrivacySettings(app, await hr(app), { ...wish, timeZone: 'Asia/Hong_Kong' })).toMatchObject({ ok: true });
    expect(await started.value.sealed).toMatchObject({ ok: false, because: 'changed-meanwhile' });
    expect(await sealSurvey(app, 'pulse')).toMatchObject({ ok: true });
    expect((await sealedOf(app, 'pulse')).manifest.survey.timeZone).toBe('Asia/Hong_Kong');
  });

  test('that another process changed is taken in before anything is closed', async () => {
    const app = await companyIn('Asia/Hong_Kong', day('2026-12-07'), day('2026-12-08'), '2026-12-07T02:00:00Z');
    await app.data.organisation.save({ ...(await app.data.organisation.get())!, timeZone: 'America/Los_Angeles' });
    app.setNow('2026-12-09T07:59:00Z');
    await closeDueSurveys(app);
    expect((await app.data.surveys.get('pulse'))?.state).toBe('sealed');
  });

  test('is the operator’s wish, then the browser’s, and on the log from the beginning', async () => {
    const wished = await testApp({ timeZone: 'Europe/Berlin', timeZoneWished: true });
    expect(zoneOffer(wished, 'en')).toMatchObject({ chosen: 'Europe/Berlin', open: false });
    const app = await testApp({ timeZone: 'Europe/Berlin', timeZoneWished: false });
    expect(zoneOffer(app, 'en')).toMatchObject({ chosen: 'Europe/Berlin', open: true });
    const administrator = { personId: 'ada', roles: ['administrator'] } as never;
    const company = { name: 'Amber', languages: ['en'], language: 'en' } as const;
    expect(await setUpCompany(app, administrator, { ...company, timeZone: '+08:00' })).toMatchObject({ because: 'time-zone' });
    expect(await setUpCompany(app, administrator, { ...company, timeZone: 'Asia/Tokyo' })).toMatchObject({ ok: true });
    expect(app.timeZone()).toBe('Asia/Tokyo');
    expect((await privacyOverview(app)).log).toMatchObject([{ code: 'time-zone-set', to: 'Tokyo' }]);
  });

  test('is adopted once by a company from before there was one', async () => {
    const app = await ballotApp({ timeZone: 'America/Los_Angeles' });
    await adoptTimeZone(app);
    await adoptTimeZone({ ...app, config: { ...app.config, timeZone: 'Asia/Tokyo' } });
    expect((await app.data.organisation.get())?.timeZone).toBe('America/Los_Angeles');
    expect((await privacyOverview(app)).log).toMatchObject([{ code: 'time-zone-set', who: null, to: 'Los Angeles' }]);
  });
});

import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { Letter } from '#app/domain/notifications/letter.ts';
import { fingerprint, wordsOf } from '#app/domain/surveys/sealed/fingerprint.ts';
import { inviteToOpenSurveys, lettersOf } from '#app/services/notifications/invite.server.ts';
import { enterByLink, isUsable } from '#app/services/access.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';

// A working day, and the last day is one too.
const mondayPulse = aDraft('pulse', { opens: day('2026-11-23'), closes: day('2026-12-04') });

async function outbox(app: TestApp): Promise<Letter[]> {
  return app.data.letters.claim({ now: '2099-01-01T00:00:00.000Z', until: '2099-01-02T00:00:00.000Z', limit: 1000 });
}

test('everybody on the roll gets one letter at opening, however often the clock strikes', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  const { hash, manifest } = await sealed(app, mondayPulse);
  expect(await inviteToOpenSurveys(app)).toBe(44);
  expect(await inviteToOpenSurveys(app)).toBe(0);
  const letters = await outbox(app);
  expect(new Set(letters.map(({ to }) => to)).size).toBe(44);
  const one = letters.find(({ to }) => to === 'north-1@amber.example')!;
  expect(one.text).toContain(fingerprint(hash, wordsOf('en')).join(' · '));
  const token = /sign-in\/(\S+)/.exec(one.text)![1]!;
  expect(await enterByLink(app, token)).toMatchObject({ ok: true, value: { to: `/ballot/${manifest.pages.en}#${hash}` } });
});

test('a link of a survey letter is good to the last minute of the survey and no longer', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await sealed(app, mondayPulse);
  await inviteToOpenSurveys(app);
  const tokens = (await outbox(app)).map(({ text }) => /sign-in\/(\S+)/.exec(text)![1]!);
  const lastMinute = `${mondayPulse.closes}T23:59:00Z`;
  for (const at of ['2026-11-23T10:45:00Z', '2026-11-30T09:00:00Z', lastMinute]) {
    app.setNow(at);
    expect(await isUsable(app, tokens[0]!), at).toBe(true);
  }
  expect((await enterByLink(app, tokens[1]!)).ok).toBe(true);
  app.setNow('2026-12-05T00:00:00Z');
  expect(await isUsable(app, tokens[0]!)).toBe(false);
});

const daysInLetters = [
  ['en', '4 December 2026', '23 November 2026'],
  ['zh-Hans', '2026年12月4日', '2026年11月23日'],
  ['zh-Hant', '2026年12月4日', '2026年11月23日'],
] as const;

test.each(daysInLetters)('a letter in %s names the last day of the survey, and no other', async (language, last, first) => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await sealed(app, mondayPulse);
  await app.data.people.save({ ...(await app.data.people.get('north-2'))!, language });
  await inviteToOpenSurveys(app);
  const { subject, text } = (await outbox(app)).find(({ to }) => to.startsWith('north-2@'))!;
  for (const said of [subject, text]) {
    expect(said).toContain(last);
    expect(said).not.toContain(first);
  }
});

test('letters are alike but for name, language and link', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await sealed(app, mondayPulse);
  const chinese = (await app.data.people.get('north-2'))!;
  await app.data.people.save({ ...chinese, language: 'zh-Hans' });
  await inviteToOpenSurveys(app);
  const letters = await outbox(app);
  const bare = ({ text }: Letter) => text.replace(/Hello .*,/, '').replace(/sign-in\/\S+/, '');
  const english = letters.filter(({ text }) => text.startsWith('Hello'));
  expect(english).toHaveLength(43);
  expect(new Set(english.map(bare)).size).toBe(1);
  expect(letters.find(({ to }) => to.startsWith('north-2@'))!.text).toContain('没有任何我们能够辨认的记号');
});

test('who came after sealing, and who left since, gets none', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await sealed(app, mondayPulse);
  const one = (await app.data.people.get('north-1'))!;
  await app.data.people.save({ ...one, id: 'new', employeeId: 'new', email: 'new@amber.example' });
  await app.data.people.save({ ...(await app.data.people.get('north-3'))!, leftOn: app.today() });
  expect(await inviteToOpenSurveys(app)).toBe(43);
  const addresses = (await outbox(app)).map(({ to }) => to);
  expect(addresses).not.toContain('new@amber.example');
  expect(addresses).not.toContain('north-3@amber.example');
});

test('two reminders at most go to everybody, and whoever was away gets one letter instead of three', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await sealed(app, mondayPulse);
  const survey = (await app.data.surveys.get('pulse'))!;
  const planned = await lettersOf(app, survey);
  expect(planned.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['opening planned', 'first-reminder planned', 'last-reminder planned']);
  app.setNow(planned[2]!.day);
  expect(await inviteToOpenSurveys(app)).toBe(44);
  expect(await inviteToOpenSurveys(app)).toBe(0);
  expect((await lettersOf(app, survey)).map(({ state }) => state)).toEqual(['sent', 'skipped', 'planned']);
  app.setNow(survey.closes);
  expect(await inviteToOpenSurveys(app)).toBe(44);
  expect((await lettersOf(app, survey)).map(({ state, people }) => [state, people])).toEqual([['sent', 44], ['skipped', null], ['sent', 44]]);
  expect(await inviteToOpenSurveys(app)).toBe(0);
});

test('a letter that could not leave on its day is planned for the next on which it can, never for a day that has passed', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await sealed(app, mondayPulse);
  const survey = (await app.data.surveys.get('pulse'))!;
  const told = async () => (await lettersOf(app, survey)).map((letter) => (letter.state === 'planned' ? letter.day : letter.state));
  expect(await told()).toEqual(['2026-11-23', '2026-11-30', '2026-12-03']);
  app.setNow('2026-11-28T10:00:00Z');
  expect(await told(), 'on a Saturday').toEqual(['2026-11-30', '2026-12-01', '2026-12-03']);
  app.setNow('2026-12-01T20:00:00Z');
  expect(await told(), 'in the evening').toEqual(['2026-12-02', 'skipped', '2026-12-03']);
  // What is told is what comes.
  app.setNow('2026-12-02T10:00:00Z');
  expect(await inviteToOpenSurveys(app)).toBe(44);
  app.setNow('2026-12-03T10:00:00Z');
  expect(await inviteToOpenSurveys(app)).toBe(44);
  expect(await told()).toEqual(['sent', 'skipped', 'sent']);
});

test('two who write letters at the same moment write them once', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  await sealed(app, mondayPulse);
  const written = await Promise.all([inviteToOpenSurveys(app), inviteToOpenSurveys(app)]);
  expect(written.sort()).toEqual([0, 44]);
  expect(await outbox(app)).toHaveLength(44);
});

// The letters of a survey from HR's words to a mail server of this machine.
import { afterEach, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { sendLetters } from '#app/services/notifications/send-letters.server.ts';
import { chooseLetterDays, lettersView, sendLetterToOneself, writeLetter } from '#app/services/notifications/write-letters.server.ts';
import { changeDraft, removeDraft } from '#app/services/surveys/compose-draft.server.ts';
import { sealSurvey } from '#app/services/publication.server.ts';
import { openMailbox } from '#tests/support/mailbox.ts';
import { aDraft, ballotApp } from '#tests/support/open-survey.ts';
import type { TestApp } from '#tests/support/app.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const hr: Actor = { personId: 'north-1', name: 'Hana Ito', roles: ['employee', 'hr'], departmentId: null } as unknown as Actor;
const draft = aDraft('pulse', { opens: day('2026-11-23'), closes: day('2026-12-04') });

async function withDraft(now = '2026-11-19T10:00:00Z'): Promise<TestApp> {
  const app = await ballotApp({ now });
  await app.data.surveys.add(draft);
  return app;
}

async function mailbox(app: TestApp) {
  const box = await openMailbox();
  const mailer = openMailer({ smtp: box.address, mailFrom: 'Murmur <murmur@amber.example>' })!;
  ends.push(() => (mailer.close(), box.close()));
  return { app: { ...app, config: { ...app.config, smtp: box.address } }, mailer, box };
}

const own = { subject: 'Reden Sie mit: {title}', body: 'Liebe Kollegin, lieber Kollege {name},\n\n<script>alert(1)</script> <b>fett</b> & {organisation}\n\n{link}\n\nIhre Personalabteilung' };

test('HR’s words reach everybody, as text and dressed, with what the program promises after them', async () => {
  const started = await withDraft();
  expect(await writeLetter(started, hr, { surveyId: 'pulse', kind: 'opening', language: 'en', text: own })).toMatchObject({ ok: true });
  expect((await sealSurvey(started, 'pulse')).ok).toBe(true);
  await started.data.people.save({ ...(await started.data.people.get('north-2'))!, language: 'zh-Hans' });
  started.setNow('2026-11-23T10:00:00Z');
  const { app, mailer, box } = await mailbox(started);
  expect(await inviteToOpenSurveys(app)).toBe(44);
  expect(await sendLetters(app, mailer)).toEqual({ sent: 44, failed: 0 });
  const got = box.taken();
  const english = got.find(({ to }) => to === 'north-1@amber.example')!;
  expect(english.subject).toMatch(/^Reden Sie mit: /);
  expect(english.raw).toMatch(/content-type: multipart\/alternative/i);
  expect(english.text).toContain('<script>alert(1)</script>');
  expect(english.html).not.toMatch(/<script|<b>|<img|https?:\/\/(?!localhost)|url\(/i);
  expect(english.html).toContain('&lt;script&gt;');
  for (const part of [english.text, english.html]) expect(part).toContain('Your answers cannot be traced to you.');
  expect(english.html).toMatch(/<a href="http:\/\/localhost:3000\/sign-in\/[^"]+" style="[^"]*background-color:#0b5cad[^"]*"><font color="#ffffff">Go to the page<\/font><\/a>/);
  const chinese = got.find(({ to }) => to === 'north-2@amber.example')!;
  expect(chinese.raw).toMatch(/content-transfer-encoding: quoted-printable/i);
  expect(chinese.raw).not.toMatch(/content-transfer-encoding: (base64|8bit)/i);
  expect(Math.max(...chinese.raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  for (const part of [chinese.text, chinese.html]) expect(part).toContain('您的答案无法追溯到您本人');
  expect(chinese.html).toContain('<html lang="zh-Hans" dir="ltr">');
});

test('what was sealed is written by nobody any more, and the journal says who wrote', async () => {
  const app = await withDraft();
  await writeLetter(app, hr, { surveyId: 'pulse', kind: 'results', language: 'en', text: { subject: 'Results of {title}', body: '{findings}' } });
  await sealSurvey(app, 'pulse');
  const refused = { ok: false, because: 'not-a-draft' };
  expect(await writeLetter(app, hr, { surveyId: 'pulse', kind: 'results', language: 'en', text: null })).toMatchObject(refused);
  expect(await chooseLetterDays(app, hr, { surveyId: 'pulse', days: {} })).toMatchObject(refused);
  expect(await app.data.letterTexts.ofSurvey('pulse')).toEqual({ results: { en: { subject: 'Results of {title}', body: '{findings}' } } });
  expect((await app.data.journal.pendingBefore(day('2099-01-01'))).map(({ text }) => text).filter((text) => text.includes('letters-written'))).toHaveLength(1);
});

test('a text for a language in which nobody is asked is not kept; a draft that goes takes its texts along', async () => {
  const app = await withDraft();
  expect(await writeLetter(app, hr, { surveyId: 'pulse', kind: 'opening', language: 'xx', text: own })).toMatchObject({ because: 'letter-language' });
  await writeLetter(app, hr, { surveyId: 'pulse', kind: 'opening', language: 'en', text: own });
  expect((await removeDraft(app, 'pulse')).ok).toBe(true);
  expect(await app.data.letterTexts.ofSurvey('pulse')).toEqual({});
});

test('an announcement leaves on its day, holds no link into the survey, and the invitation follows', async () => {
  const started = await withDraft();
  expect(await chooseLetterDays(started, hr, { surveyId: 'pulse', days: { announcement: day('2026-11-20') } })).toMatchObject({ ok: true });
  const { title, purpose, opens, closes } = draft;
  expect((await changeDraft(started, 'pulse', { template: 'pulse-core', title, purpose, opens, closes, further: [], pair: null })).ok).toBe(true);
  expect((await started.data.surveys.get('pulse'))!.definition.letterDays).toEqual({ announcement: '2026-11-20' });
  expect((await sealSurvey(started, 'pulse')).ok).toBe(true);
  expect(await inviteToOpenSurveys(started)).toBe(0);
  started.setNow('2026-11-20T09:00:00Z');
  const { app, mailer, box } = await mailbox(started);
  expect(await inviteToOpenSurveys(app)).toBe(44);
  expect(await inviteToOpenSurveys(app)).toBe(0);
  expect((await sendLetters(app, mailer)).sent).toBe(44);
  const [announced] = box.taken();
  expect(announced!.text).toContain('You get a letter with a link when it begins');
  expect(announced!.text).not.toMatch(/sign-in\//);
  started.setNow('2026-11-23T09:00:00Z');
  expect(await inviteToOpenSurveys(app)).toBe(44);
  expect((await sendLetters(app, mailer)).sent).toBe(44);
  expect(box.taken()[0]!.text).toMatch(/sign-in\//);
});

test('whoever looks at a letter sees what its readers get, and can send it to themselves', async () => {
  const { app, box } = await mailbox(await withDraft());
  const survey = (await app.data.surveys.get('pulse'))!;
  const view = await lettersView(app, survey, { kind: 'first-reminder', language: 'zh-Hant', reader: '王芳', seenIn: 'zh-Hans' });
  expect(view.letter.language).toBe('zh-Hant');
  expect(view.letter.preview.body).toContain('王芳，您好');
  expect(view.letter.preview.body).toContain('發信時不查看誰領取過答卷');
  expect(view.letter.text.body).toContain('{link}');
  // What only whoever looks is told is in their language, whatever the letter's.
  expect(view.letter.preview.body).toContain('（封存后显示六个字）');
  expect(view.letter.preview.body).not.toContain('（封存後顯示六個字）');
  expect(await sendLetterToOneself(app, survey, { kind: 'first-reminder', language: 'zh-Hant', reader: '王芳', seenIn: 'zh-Hans', to: 'wang@amber.example' })).toMatchObject({ ok: true });
  for (const language of ['de', 'xx', '']) expect(await sendLetterToOneself(app, survey, { kind: 'opening', language, reader: '王芳', seenIn: 'zh-Hans', to: 'wang@amber.example' }), language).toMatchObject({ because: 'letter-language' });
  const [letter, ...others] = box.taken();
  expect(others).toEqual([]);
  expect(letter!.subject).toMatch(/^\[測試\] /);
  expect(letter!.html).toContain('href="http://localhost:3000/surveys/pulse/try?in=zh-Hant"');
});

test.each([
  ['Africa/Cairo', '2026-10-29', '2026-11-04'],
  ['America/New_York', '2026-10-30', '2026-11-06'],
  ['Australia/Lord_Howe', '2026-10-02', '2026-10-09'],
])('while clocks change in %s everybody gets each letter once, at the hour of the place', async (timeZone, opens, closes) => {
  const eve = Date.parse(`${opens}T00:00:00Z`) - 24 * 3_600_000;
  const app = await ballotApp({ now: new Date(eve).toISOString(), timeZone });
  await app.data.organisation.save({ ...(await app.data.organisation.get())!, timeZone });
  await app.readTimeZone();
  const first = day(opens);
  const hours: string[] = [];
  await app.data.surveys.add(aDraft('pulse', { opens: first, closes: day(closes) }));
  expect(await sealSurvey(app, 'pulse')).toMatchObject({ ok: true });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', weekday: 'short' });
  const end = Date.parse(`${closes}T23:00:00Z`);
  for (let at = eve; at <= end; at += 30 * 60_000) {
    app.setNow(new Date(at).toISOString());
    if ((await inviteToOpenSurveys(app)) > 0) hours.push(clock.format(new Date(at)));
  }
  expect(hours).toHaveLength(3);
  for (const hour of hours) expect(hour).toMatch(/^(Mon|Tue|Wed|Thu|Fri) 09:(00|30)$/);
  const sent = await app.data.surveyLetters.ofSurvey('pulse');
  expect(sent.map(({ people }) => people)).toEqual([44, 44, 44]);
});

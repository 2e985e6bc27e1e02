import { expect, test } from 'vitest';
import { changePrivacySettings, daysKept, privacyOverview } from '#app/services/privacy/change-settings.server.ts';
import { enterByLink, newSignInLink } from '#app/services/access.server.ts';
import { sealSurvey } from '#app/services/publication.server.ts';
import { aDraft, ballotApp, besideOthers, sealed } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';

const usual = { letters: 30, sessions: 14 };

test('the smallest group is raised, never lowered, and drafts follow while sealed surveys keep theirs', async () => {
  const app = await ballotApp();
  const hr = await actorFor(app, 'hr');
  const { manifest, hash } = await sealed(app, aDraft('open'));
  await app.data.surveys.add(aDraft('draft'));
  expect(await changePrivacySettings(app, hr, { k: 7, ...usual })).toMatchObject({ ok: true });
  expect((await app.data.organisation.get())?.k).toBe(7);
  expect(await changePrivacySettings(app, hr, { k: 6, ...usual })).toMatchObject({ because: 'k-only-up', details: { k: 7 } });
  expect(await changePrivacySettings(app, hr, { k: 51, ...usual })).toMatchObject({ because: 'k-too-large' });
  expect((await app.data.organisation.get())?.k).toBe(7);
  expect((await app.data.manifests.ofSurvey('open'))?.hash).toBe(hash);
  expect(manifest.k).toBe(5);
  const later = await besideOthers(app, () => sealSurvey(app, 'draft'));
  if (!later.ok) throw new Error(later.because);
  expect(later.value.manifest.k).toBe(7);
  expect(later.value.manifest.questions.every(({ k }) => k >= 7)).toBe(true);
});

test('every change of a privacy setting is on the log that everybody reads, with who changed it', async () => {
  const app = await ballotApp();
  await changePrivacySettings(app, await actorFor(app, 'hr'), { k: 5, letters: 10, sessions: 14 });
  app.setNow('2026-11-23');
  await changePrivacySettings(app, await actorFor(app, 'admin'), { k: 6, letters: 10, sessions: 7 });
  const { log, k, retention } = await privacyOverview(app);
  const said = log.map(({ day, who, code, from, to }) => `${day} ${who}: ${code} ${from} → ${to}`);
  expect(said.sort()).toEqual([
    '2026-11-22 Person hr: keep-letters 30 → 10',
    '2026-11-23 Person admin: k 5 → 6',
    '2026-11-23 Person admin: keep-sessions 14 → 7',
  ]);
  expect({ k, retention }).toEqual({ k: 6, retention: { letters: 10, sessions: 7 } });
});

test('a refused change changes nothing and is not logged; nobody but HR and administrators changes anything', async () => {
  const app = await ballotApp();
  expect(await changePrivacySettings(app, await actorFor(app, 'hr'), { k: 9, letters: 91, sessions: 14 })).toMatchObject({ because: 'days-range', details: { field: 'letters' } });
  expect(await changePrivacySettings(app, await actorFor(app, 'north-1'), { k: 9, ...usual })).toMatchObject({ because: 'forbidden' });
  expect((await app.data.organisation.get())?.k).toBe(5);
  expect((await privacyOverview(app)).log).toEqual([]);
});

test('whoever signs in stays as long as the setting says', async () => {
  const app = await ballotApp();
  await changePrivacySettings(app, await actorFor(app, 'admin'), { k: 5, letters: 30, sessions: 2 });
  expect(await daysKept(app, 'sessions')).toBe(2);
  const link = await newSignInLink(app, 'north-1');
  const session = await enterByLink(app, link.slice(link.lastIndexOf('/') + 1));
  expect(session).toMatchObject({ ok: true, value: { seconds: 2 * 86_400 } });
});

import { describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { Kysely } from 'kysely';
import { dialectOf } from '#db/dialects/dialect-of.ts';
import { checkJournal, closeJournalDays, journalSeal, journalView } from '#app/services/installation/keep-journal.server.ts';
import { changeRole } from '#app/services/access/grant-role.server.ts';
import { closeSurvey, startSealing } from '#app/services/publication.server.ts';
import { beginClosing } from '#app/services/surveys/seal-and-invite.server.ts';
import { enterByLink, newSignInLink } from '#app/services/access.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { databases } from '#tests/support/databases.ts';
import { aDraft, ballotApp } from '#tests/support/open-survey.ts';
import { bring } from '#tests/support/people-files.ts';
import { actorFor } from '#tests/support/people.ts';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';

async function signIn(app: TestApp, personId: string): Promise<void> {
  const link = await newSignInLink(app, personId);
  await enterByLink(app, link.slice(link.lastIndexOf('/') + 1));
}

/** What the pages say, each as «day: who, what». */
async function said(app: TestApp): Promise<string[]> {
  const { days } = await journalView(app, 1);
  return days.flatMap(({ day, entries }) => entries.map(({ kind, by, of, what }) => [`${day}:`, typeof by === 'string' ? by : by.name, kind, of, what].filter((part) => part !== '').join(' '))).sort();
}

describe.each(databases)('the journal on $name', (database) => {
  test('holds what those with rights did, by day, from the day after', async () => {
    const app = await ballotApp({ database: await database.create() });
    const [hr, admin] = [await actorFor(app, 'hr'), await actorFor(app, 'admin')];
    for (const personId of ['hr', 'hr', 'admin', 'north-1', 'north-2']) await signIn(app, personId);
    await changeRole(app, admin, { personId: 'finance-1', role: 'hr', grant: true });
    await app.data.surveys.add(aDraft('pulse'));
    const started = await startSealing(app, 'pulse', hr);
    expect(started.ok && (await started.value.sealed).ok).toBe(true);
    expect(await said(app)).toEqual([]);
    app.setNow('2026-11-23');
    await beginClosing(app, hr, 'pulse');
    await closeSurvey(app, 'pulse');
    await changeRole(app, admin, { personId: 'finance-1', role: 'hr', grant: false });
    expect(await said(app)).toEqual([
      '2026-11-22: Person admin granted-hr Person finance-1',
      '2026-11-22: Person admin signed-in',
      `2026-11-22: Person hr sealed ${aDraft('pulse').title.en}`,
      '2026-11-22: Person hr signed-in',
    ]);
    app.setNow('2026-11-24');
    expect(await said(app)).toEqual(expect.arrayContaining([`2026-11-23: Person hr closing-begun ${aDraft('pulse').title.en}`, `2026-11-23: clock closed ${aDraft('pulse').title.en}`, '2026-11-23: Person admin withdrawn-hr Person finance-1']));
    expect(await checkJournal(app)).toMatchObject({ id: 'journal', ok: true, details: { n: 2 } });
    expect(await journalSeal(app)).toMatchObject({ pages: 2, day: '2026-11-23' });
  });

  test('holds heads and roles that an import changes, under the names of that day', async () => {
    const app = await ballotApp({ database: await database.create() });
    const hr = await actorFor(app, 'hr');
    await bring(app, hr);
    await app.data.departments.saveAll((await app.data.departments.open()).map((one) => (one.id === 'north' ? { ...one, headId: 'north-2' } : one)));
    await bring(app, hr, { without: ['admin'], names: { 'north-1': 'Ada Li' } });
    app.setNow('2026-11-23');
    expect(await said(app)).toEqual(['2026-11-22: Person hr head-changed Ada Li Amber / Sales / North', '2026-11-22: Person hr withdrawn-administrator Person admin']);
  });
});

test('an altered, a removed and a moved page are found by the privacy check', async () => {
  for (const damage of ["update journal_days set text = replace(text, 'Person hr', 'Person no') where position = 1", 'delete from journal_days where position = 0', 'update journal_days set position = case position when 0 then 99 else position end']) {
    const database = join(mkdtempSync(join(tmpdir(), 'murmur-journal-')), 'murmur.sqlite');
    const app = await ballotApp({ database });
    for (const now of ['2026-11-22', '2026-11-23', '2026-11-24']) {
      app.setNow(now);
      await signIn(app, 'hr');
    }
    app.setNow('2026-11-25');
    await closeJournalDays(app);
    expect((await checkJournal(app)).ok).toBe(true);
    const db = new Kysely<unknown>({ dialect: dialectOf(database) });
    await sql.raw(damage).execute(db);
    await db.destroy();
    expect([damage, (await checkJournal(app)).ok, (await journalView(app, 1)).whole]).toEqual([damage, false, false]);
  }
});

test('what waits for the end of its day lies in no order', async () => {
  const database = join(mkdtempSync(join(tmpdir(), 'murmur-journal-')), 'murmur.sqlite');
  const app = await ballotApp({ database });
  await signIn(app, 'hr');
  const db = new Kysely<unknown>({ dialect: dialectOf(database) });
  await expect(sql.raw('select rowid from journal_pending').execute(db)).rejects.toThrow('no such column');
  const { rows } = await sql.raw<Record<string, string>>('select * from journal_pending').execute(db);
  await db.destroy();
  expect(Object.keys(rows[0]!).sort()).toEqual(['day', 'id', 'text']);
  expect(JSON.stringify(rows)).not.toMatch(/\d\d:\d\d/);
});

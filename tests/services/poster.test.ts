// The poster says what is true of its survey: slips only where there are some, an answer by a day only where one is sealed.
import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { languages } from '#app/domain/kernel/language.ts';
import { printSlips } from '#app/services/responses/print-slips.server.ts';
import { drawSlips } from '#app/services/responses/draw-slips.server.ts';
import { posterOf } from '#app/services/notifications/poster.server.ts';
import { loader } from '#app/routes/surveys.$id.poster.tsx';
import { fingerprintIn } from '#app/services/publication/show-fingerprint.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { readQr } from '#tests/support/read-qr.ts';
import { visit } from '#tests/support/visit.ts';

const mondayPulse = aDraft('pulse', { opens: day('2026-11-23'), closes: day('2026-12-04') });
const handingOut = ['hr', 'operations-1'];
const withSlips = { ...mondayPulse, definition: { ...mondayPulse.definition, slips: { kind: 'print', handingOut } as const } };

async function withoutMail(app: TestApp, ids: readonly string[]): Promise<void> {
  const people = await app.data.people.byIds(ids);
  await app.data.people.saveAll(people.map((person) => ({ ...person, email: null })));
}

async function postersOf(app: TestApp) {
  const poster = await posterOf(app, 'pulse');
  if (!poster.ok) throw new Error(poster.because);
  return poster.value;
}

test('another survey than a core pulse promises no answer by a day, and one without slips speaks of none', async () => {
  const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
  const { hash } = await sealed(app, { ...mondayPulse, definition: { ...mondayPulse.definition, template: 'another' } });
  const { sheets, qr, home } = await postersOf(app);
  expect(sheets.map(({ language }) => language)).toEqual(languages);
  expect(readQr(qr)).toBe(home);
  const [english] = sheets;
  expect(english).toMatchObject({ title: 'Pulse', days: expect.stringMatching(/^From 23 November 2026 until 4 December 2026/) as string, words: fingerprintIn('en', hash) });
  expect(english?.promises).toHaveLength(3);
  expect(english?.promises[1]).toBe('Results appear only for groups of at least 5 people.');
  expect(english?.after.join(' ')).not.toContain('is answered by');
  expect(english?.ways.join(' ')).not.toMatch(/slip|code/);
  for (const sheet of sheets) expect(JSON.stringify(sheet)).not.toMatch(/undefined|[{}]\w|Sales|North/);
});

describe('with slips', () => {
  async function opened() {
    const app = await ballotApp({ now: '2026-11-23T10:00:00Z' });
    await withoutMail(app, ['north-2', 'north-3', 'operations-2']);
    return { app, ...(await sealed(app, withSlips)) };
  }

  test('the poster says who hands them out and where a code is typed; it hangs to the last day and leads back to the survey afterwards', async () => {
    const { app } = await opened();
    const { sheets, home } = await postersOf(app);
    for (const { ways } of sheets) expect(ways.at(-1)).toMatch(new RegExp(`Person hr.*Person operations-1.*${new URL(home).host}/code`, 's'));
    expect(sheets[0]?.after.join(' ')).toContain('is answered by');
    app.setNow('2026-12-04T12:00:00Z');
    expect((await posterOf(app, 'pulse')).ok).toBe(true);
    app.setNow('2026-12-05T12:00:00Z');
    const answer = (await visit(app, loader, '/surveys/pulse/poster', { as: 'hr', params: { id: 'pulse' } })) as Response;
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/surveys/pulse']);
    expect(await posterOf(app, 'unheard-of')).toMatchObject({ ok: false, because: 'not-found' });
  });

  test('a pile is drawn with a QR for each code and nothing that tells one block from another', async () => {
    const { app, manifest } = await opened();
    const hr = await actorFor(app, 'hr');
    const printed = await Promise.all(manifest.blocks.map(({ id }) => printSlips(app, hr, { surveyId: 'pulse', block: id })));
    const piles = printed.flatMap((pile) => (pile.ok ? [pile.value] : []));
    expect(piles).toHaveLength(2);
    const drawn = await Promise.all(piles.map(drawSlips));
    const [one, other] = drawn;
    expect([one?.said, one?.address]).toEqual([other?.said, other?.address]);
    for (const [at, { sheets }] of drawn.entries()) {
      const { codes, origin } = piles[at]!;
      expect(sheets.flat().map(({ code, qr }) => [code, readQr(qr)])).toEqual(codes.map((code) => [code, `${origin}/code#${code}`]));
    }
    const names = [...(await app.data.people.current()).map(({ name }) => name), ...manifest.departments.map(({ name }) => name)];
    const said = JSON.stringify(drawn.map(({ said: words, address }) => [words, address]));
    expect(names.filter((name) => said.includes(name))).toEqual([]);
  });
});

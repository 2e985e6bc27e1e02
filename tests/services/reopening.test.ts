// Attack 16: a survey that is opened again, answered once more and published again would tell what the one more said.
import { existsSync, renameSync } from 'node:fs';
import { expect, test } from 'vitest';
import { placeOf } from '#db/boxes.server.ts';
import { closeSurvey as closed, loseSurvey } from '#app/domain/surveys/lifecycle.ts';
import { action as remove } from '#app/routes/surveys.$id.delete.tsx';
import { action as change } from '#app/routes/surveys.$id.edit.tsx';
import { action as seal } from '#app/routes/surveys.$id.seal.tsx';
import { dropBallot, letGo, offerPaper } from '#app/services/responses.server.ts';
import { adoptReleases, closeDueSurveys, closeSurvey, releaseOf, sealSurvey, startSurveys } from '#app/services/publication.server.ts';
import { rehearse, sealWith, takePaper } from '#app/services/privacy/rehearse.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, everybody, sealed } from '#tests/support/open-survey.ts';
import { visit } from '#tests/support/visit.ts';

/** A closed survey, and a ballot of somebody who took a paper in time and did not send it. */
async function closedWithOneLeft(): Promise<{ app: TestApp; late: Uint8Array; published: string }> {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const [last, ...others] = await everybody(app);
  await rehearse(app, 'pulse', others.slice(0, 20).map((personId) => ({ personId, answers: { 'PAY-01': 4 } })));
  const late = await sealWith(app, await takePaper(app, 'pulse', last!), { 'PAY-01': 1 });
  const outcome = await closeSurvey(app, 'pulse');
  if (!outcome.ok) throw new Error(outcome.because);
  return { app, late, published: outcome.value.text };
}

const asHr = { as: 'hr', params: { id: 'pulse' }, form: {} };

test('attack 16: a closed survey takes no answer, no paper and no seal, and nothing changes what was published', async () => {
  const { app, late, published } = await closedWithOneLeft();
  const tries: (() => Promise<unknown>)[] = [
    () => dropBallot(app, 'pulse', late),
    () => offerPaper(app, 'pulse', 'north-2'),
    () => sealSurvey(app, 'pulse'),
    () => closeSurvey(app, 'pulse'),
    () => closeDueSurveys(app),
    () => startSurveys(app),
    () => adoptReleases(app),
    () => visit(app, seal, '/surveys/pulse/seal', asHr),
    () => visit(app, change, '/surveys/pulse/edit', asHr),
    () => visit(app, remove, '/surveys/pulse/delete', asHr),
  ];
  for (const attempt of tries) {
    await attempt();
    expect((await app.data.surveys.get('pulse'))?.state).toBe('closed');
    expect(existsSync(placeOf(app.config.dataFolder, 'pulse').folder)).toBe(false);
    expect((await app.data.releases.ofSurvey('pulse'))?.text).toBe(published);
  }
  expect(await dropBallot(app, 'pulse', late)).toMatchObject({ ok: false });
  expect((await releaseOf(app, 'pulse'))?.release.counts.ballots).toBe(20);
});

test('attack 16: even with its state set back by hand nothing is left to answer with, and a second release is refused by the database', async () => {
  const { app, late, published } = await closedWithOneLeft();
  const survey = (await app.data.surveys.get('pulse'))!;
  await app.data.surveys.replace({ ...survey, state: 'sealed', closedAt: null, closedOn: null }, 'closed');
  await letGo(app);
  expect(await dropBallot(app, 'pulse', late)).toMatchObject({ ok: false });
  await closeSurvey(app, 'pulse');
  const second = { ...(await app.data.releases.ofSurvey('pulse'))!, hash: 'f'.repeat(64), position: 1 };
  expect(await app.data.releases.add(second)).toBe(false);
  expect((await app.data.releases.all()).map(({ text }) => text)).toEqual([published]);
});

test('attack 16: no way leads from a closed survey back to an open one', () => {
  const survey = { ...aDraft('pulse'), state: 'closed' as const };
  for (const step of [closed, loseSurvey]) expect(step(survey, '2026-11-22T12:00:00.000Z', survey.closes)).toMatchObject({ ok: false });
});

test('a survey sealed by an earlier version is set aside, neither counted nor destroyed', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const body = await sealWith(app, await takePaper(app, 'pulse', 'north-1'), { 'PAY-01': 1 });
  await letGo(app);
  const { folder, box } = placeOf(app.config.dataFolder, 'pulse');
  renameSync(box, `${folder}/box.sqlite`);
  await (await startSurveys(app)).closing;
  expect(app.logged.join('')).toContain('"reason":"earlier-form"');
  expect(await dropBallot(app, 'pulse', body)).toMatchObject({ because: 'closed' });
  expect(await closeSurvey(app, 'pulse')).toMatchObject({ because: 'set-aside' });
  expect((await app.data.surveys.get('pulse'))?.state).toBe('sealed');
  expect(existsSync(`${folder}/box.sqlite`)).toBe(true);
});

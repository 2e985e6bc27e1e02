// Two surveys in one window for the same people: the second is refused by the service, whichever door it comes through.
import { expect, test } from 'vitest';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { resumeSealing, sealingOf, sealSurvey } from '#app/services/publication.server.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';

const parts = (id: string, departments: readonly string[], days: { readonly opens: string; readonly closes: string }) => {
  const draft = aDraft(id, { opens: day(days.opens), closes: day(days.closes) });
  return { ...draft, definition: { ...draft.definition, audience: { kind: 'parts' as const, departments } } };
};
const soon = { opens: '2026-11-23', closes: '2026-12-04' };

test('the door without a person refuses it as HR’s does, names the other, and leaves the draft as it is', async () => {
  const app = await ballotApp({ now: '2026-11-22T12:00:00Z' });
  await sealed(app, parts('first', ['sales'], soon));
  const second = parts('second', ['sales'], { opens: '2026-12-04', closes: '2026-12-11' });
  await app.data.surveys.add(second);
  expect(await sealSurvey(app, 'second')).toMatchObject({ ok: false, because: 'asked-meanwhile', details: { day: '2026-12-04' } });
  expect(await app.data.surveys.get('second')).toEqual(second);
  for (const other of [parts('others', ['operations'], soon), parts('later', ['sales'], { opens: '2026-12-05', closes: '2026-12-11' })]) {
    await app.data.surveys.add(other);
    expect((await sealSurvey(app, other.id)).ok).toBe(true);
  }
});

test('of two that are sealed at one moment one is', async () => {
  const app = await ballotApp({ now: '2026-11-22T12:00:00Z' });
  for (const id of ['one', 'other']) await app.data.surveys.add(parts(id, ['sales'], soon));
  const both = await Promise.all(['one', 'other'].map((id) => sealSurvey(app, id)));
  expect(both.map((one) => (one.ok ? 'sealed' : one.because)).sort()).toEqual(['asked-meanwhile', 'sealed']);
  expect((await app.data.surveys.inState('sealed')).length).toBe(1);
});

test('a sealing that goes on after a stop asks again, and its page says why it did not', async () => {
  const app = await ballotApp({ now: '2026-11-22T12:00:00Z' });
  await sealed(app, parts('first', ['sales'], soon));
  await app.data.surveys.add(parts('stopped', ['sales'], { opens: soon.opens, closes: addDays(day(soon.closes), 3) }));
  await app.data.surveyJobs.save({ surveyId: 'stopped', kind: 'seal', state: 'running', failure: null, orderedBy: null });
  await resumeSealing(app);
  expect(await sealingOf(app, 'stopped')).toEqual({ progress: null, failure: 'asked-meanwhile' });
  expect((await app.data.surveys.get('stopped'))?.state).toBe('draft');
});

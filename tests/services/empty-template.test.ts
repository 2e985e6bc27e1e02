// A survey that begins with nothing asks what somebody chose and no more: composed, sealed, answered, published, and every page of it drawn.
import { expect, test } from 'vitest';
import { addDays } from '#app/domain/kernel/day.ts';
import { libraryItems } from '#app/domain/surveys/questions/question-library.ts';
import { loader as first } from '#app/routes/results.$id._index.tsx';
import { loader as full } from '#app/routes/results.$id.full.tsx';
import { loader as questions } from '#app/routes/results.$id.questions.tsx';
import { loader as map } from '#app/routes/results.$id.map.tsx';
import { loader as method } from '#app/routes/results.$id.method.tsx';
import { loader as report } from '#app/routes/results.$id.report.tsx';
import { loader as board } from '#app/routes/results.$id.board.tsx';
import { loader as home } from '#app/routes/_index.tsx';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { closeSurvey, sealSurvey } from '#app/services/publication.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { draftOffer } from '#app/services/surveys/offer-draft.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { decideGates } from '#app/services/surveys/own-questions.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp, everybody } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';
import { visit } from '#tests/support/visit.ts';

const same = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });

async function composed(app: TestApp, wish: { readonly own?: readonly string[]; readonly further?: readonly string[] }) {
  const wishes = { template: 'empty', title: same('Canteen'), purpose: same('To know'), opens: app.today(), closes: addDays(app.today(), 6), further: [], pair: null, ...wish };
  return createDraft(app, await actorFor(app, 'hr'), wishes);
}

async function withOwn(): Promise<TestApp> {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  const words = { ...ownWishes('satisfaction'), text: same('How satisfied are you with the canteen?') };
  await createOwn(app, words);
  await decideGates(app, 1, passing);
  return app;
}

test('with nothing chosen it is refused, and eleven rated questions are too many', async () => {
  const app = await withOwn();
  expect(await composed(app, {})).toMatchObject({ ok: false, because: 'nothing-asked' });
  const items = (await draftOffer(app, { template: 'empty' })).further.map(({ id }) => id);
  expect(items.length).toBeGreaterThan(30);
  expect(await composed(app, { further: items.slice(0, 10), own: ['OWN-1'] })).toMatchObject({ ok: false, because: 'too-many-own', details: { most: 10 } });
  expect((await composed(app, { further: items.slice(0, 9), own: ['OWN-1'] })).ok).toBe(true);
  expect(libraryItems.length).toBeGreaterThan(items.length);
});

test('an own question alone goes the whole way, nothing joins it, and no page of its results fails', async () => {
  const app = await withOwn();
  const draft = await composed(app, { own: ['OWN-1'] });
  const id = draft.ok ? draft.value.id : '';
  const sealed = await sealSurvey(app, id);
  expect(sealed.ok && sealed.value.manifest.questions.map((question) => question.id)).toEqual(['OWN-1']);
  await rehearse(app, id, (await everybody(app)).map((personId, at) => ({ personId, answers: { 'OWN-1': 3 + (at % 3) } })));
  app.setNow('2026-12-01T12:00:00Z');
  const closed = await closeSurvey(app, id);
  expect(closed.ok && Object.keys((JSON.parse(closed.value.text) as { items: object }).items)).toEqual(['OWN-1']);
  for (const as of ['hr', 'north-1', 'north-2']) {
    for (const loader of [first, home]) expect(await visit(app, loader, `/results/${id}`, { as, params: { id } })).not.toBeInstanceOf(Response);
  }
  for (const [name, loader] of Object.entries({ full, questions, map, method, report, board })) {
    expect(await visit(app, loader as typeof full, `/results/${id}`, { as: 'hr', params: { id } }), name).not.toBeInstanceOf(Response);
  }
});

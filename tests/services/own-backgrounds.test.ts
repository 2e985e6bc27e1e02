// A background question of the company's own from its words to its tables: written, drafted, sealed, answered, published, read.
import { expect, test } from 'vitest';
import { addDays } from '#app/domain/kernel/day.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { mostOwnBackgrounds } from '#app/domain/surveys/own/own-kind.ts';
import { ownId, type OwnWishes } from '#app/domain/surveys/own/own-question.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { closeSurvey, releaseOf, sealSurvey, sealedOf } from '#app/services/publication.server.ts';
import { readMethod, readQuestions, readResults } from '#app/services/reports/read-results.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { draftOffer } from '#app/services/surveys/offer-draft.server.ts';
import { planOf } from '#app/services/surveys/sealing-preview.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { changeOwn, decideGates, placeOwn } from '#app/services/surveys/own-questions.server.ts';
import { bringQuestionnaire, questionnaireFile } from '#app/services/surveys/questionnaire-files.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { said } from '#tests/support/drafts.ts';
import { ballotApp, everybody } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';

function given<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

const shift: OwnWishes = {
  ...ownWishes('background'),
  text: { en: 'Which shift do you work?', 'zh-Hans': '您上什么班？', 'zh-Hant': '您上什麼班？' },
  label: { en: 'Shift', 'zh-Hans': '班次', 'zh-Hant': '班別' },
  answers: { en: 'Early\nLate\nNight', 'zh-Hans': '早班\n晚班\n夜班', 'zh-Hant': '早班\n晚班\n夜班' },
};

async function written(app: TestApp, wishes: OwnWishes = shift): Promise<string> {
  const { number } = given(await createOwn(app, wishes));
  return ownId(given(await decideGates(app, number, { ...passing, comparable: null })));
}

async function drafted(app: TestApp, cuts: readonly { readonly question: string; readonly scope: string; readonly items: readonly string[] | null }[], own: readonly string[] = []): Promise<string> {
  const wishes = { template: 'pulse-core', title: said('Pulse'), purpose: said('To know'), opens: app.today(), closes: addDays(app.today(), 6), further: [], pair: null, own, cuts };
  return given(await createDraft(app, await actorFor(app, 'hr'), wishes)).id;
}

const company = (question: string, items: readonly string[] | null = null) => ({ question, scope: 'company', items });

/** Every ninth says nothing, and one in eleven sends an answer that is none. */
async function published(app: TestApp, id: string, question: string) {
  const shiftOf = (at: number) => (at % 9 === 0 ? {} : { [question]: at % 11 === 0 ? 'a9' : `a${1 + (at % 3)}` });
  await rehearse(app, id, (await everybody(app)).map((personId, at) => ({ personId, answers: { 'OUT-01': 1 + (at % 5), 'PAY-01': 5 - (at % 4), ...shiftOf(at) } })));
  app.setNow(`${addDays(app.today(), 8)}T12:00:00Z`);
  const { text, hash } = given(await closeSurvey(app, id));
  expect(verifyText(text, { hash }).problems).toEqual([]);
  return { text, release: (await releaseOf(app, id))!.release };
}

test('it is sealed with its words, published in the table declared for it and nowhere else, and read in one’s own language', async () => {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  const question = await written(app);
  const id = await drafted(app, [company(question, ['PAY-01'])]);
  given(await sealSurvey(app, id));
  const { manifest } = await sealedOf(app, id);
  expect(manifest.questions.at(-1)).toMatchObject({ id: 'OWN-1', kind: 'background', label: { en: 'Shift' }, options: [{ id: 'a1', label: { en: 'Early', 'zh-Hans': '早班' } }, { id: 'a2' }, { id: 'a3' }] });

  const { text, release } = await published(app, id, question);
  expect(release.cuts.map((cut) => [cut.question, cut.scope, Object.keys(cut.bands[0]!.favourable)])).toEqual([['OWN-1', 'company', ['PAY-01']]]);
  expect(release.cuts[0]!.bands.reduce((sum, { answered }) => sum + answered, 0)).toBe(44);
  for (const band of release.cuts[0]!.bands) expect(band.answered).toBeGreaterThanOrEqual(5);
  // Its id stands in the release once: as the question of its table.
  expect(text.split('OWN-1')).toHaveLength(2);

  const hr = await actorFor(app, 'hr');
  const read = async (language: Language) => given(await readResults(app, hr, { surveyId: id, department: null, compared: 'rest', language }));
  expect((await read('en')).cuts.tables.map(({ label, text: asked, bands }) => [label, asked, bands.flatMap(({ labels }) => labels)])).toEqual([['Shift', 'Which shift do you work?', ['Early', 'Late', 'Night']]]);
  expect((await read('zh-Hant')).cuts.tables.map(({ label, bands }) => [label, bands.flatMap(({ labels }) => labels)])).toEqual([['班別', ['早班', '晚班', '夜班']]]);
  expect(given(await readMethod(app, id, 'zh-Hans')).cuts.map((note) => note.question)).toEqual(['班次']);
  const questions = given(await readQuestions(app, hr, { surveyId: id, department: null, language: 'en' }));
  expect([questions.alone, questions.chosen, questions.lines]).toEqual([[], [], []]);
}, 60_000);

test('a table that nobody declared is not there, whoever asks for it', async () => {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  const [asked, other] = [await written(app), await written(app, { ...shift, label: { ...shift.label, en: 'Hall' } })];
  const id = await drafted(app, [company(asked)]);
  given(await sealSurvey(app, id));
  const { release } = await published(app, id, other);
  expect(release.cuts.map(({ question }) => question)).toEqual([]);
  const page = given(await readResults(app, await actorFor(app, 'hr'), { surveyId: id, department: null, compared: 'rest', language: 'en', cut: other }));
  expect(page.cuts.chosen).toBeNull();
}, 60_000);

test('a language that is missing in its short name blocks sealing, and so do its checks', async () => {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  const { number } = given(await createOwn(app, { ...shift, label: { en: 'Shift', 'zh-Hans': '班次' } }));
  const id = await drafted(app, [company('OWN-1')]);
  expect((await draftOffer(app, {})).tables.backgrounds.at(-1)).toMatchObject({ id: 'OWN-1', own: { lacking: 'zh-Hant', gated: false } });
  expect(await sealSurvey(app, id)).toMatchObject({ ok: false, because: 'own-not-through' });
  given(await decideGates(app, number, passing));
  expect(await sealSurvey(app, id)).toMatchObject({ ok: false, because: 'own-untranslated', details: { question: 'Which shift do you work?', language: '繁體中文' } });
  given(await changeOwn(app, number, shift));
  expect((await sealSurvey(app, id)).ok).toBe(true);
  // Other answers are another question from now on, with tables of its own.
  expect(ownId(given(await changeOwn(app, number, { ...shift, answers: { ...shift.answers, en: 'Early\nLate\nWeekend' } })))).toBe('OWN-1-v2');
});

test('a draft follows its words, its tables with it', async () => {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  await written(app);
  const [sealed, waiting] = [await drafted(app, [company('OWN-1')]), await drafted(app, [company('OWN-1')])];
  given(await sealSurvey(app, sealed));
  given(await changeOwn(app, 1, { ...shift, answers: { ...shift.answers, en: 'Early\nLate\nWeekend' } }));
  const { definition } = (await app.data.surveys.get(waiting))!;
  expect([definition.cuts.map(({ question }) => question), definition.questions.at(-1)]).toMatchObject([['OWN-1-v2'], { id: 'OWN-1-v2', options: [{}, {}, { label: { en: 'Weekend' } }] }]);
});

test('a questionnaire comes with it to where nobody has it', async () => {
  const [here, there] = [await ballotApp({ now: '2026-11-23T12:00:00Z' }), await ballotApp({ now: '2026-11-23T12:00:00Z' })];
  const file = (await questionnaireFile(here, await drafted(here, [company(await written(here)), company('tenure')])))!;
  given(await createOwn(there, { ...ownWishes('satisfaction') }));
  const brought = given(await bringQuestionnaire(there, null, file));
  expect(brought.left.tables).toBe(0);
  expect((await there.data.surveys.get(brought.surveyId))!.definition.cuts.map(({ question }) => question)).toEqual(['OWN-2', 'tenure']);
  expect((await there.data.ownQuestions.all()).map(({ number, words }) => [number, words.kind])).toEqual([[1, 'satisfaction'], [2, 'background']]);
});

test('no more are kept at a time than a draft can offer', async () => {
  const app = await ballotApp();
  const another = (at: number) => createOwn(app, { ...shift, label: { ...shift.label, en: `Shift ${at}` } });
  for (let at = 1; at <= mostOwnBackgrounds; at += 1) given(await another(at));
  expect(await another(7)).toMatchObject({ ok: false, because: 'own-backgrounds' });
  given(await placeOwn(app, 1, 'retired'));
  given(await another(8));
  expect(await placeOwn(app, 1, 'active')).toMatchObject({ ok: false, because: 'own-backgrounds' });
  expect((await app.data.ownQuestions.all()).filter(({ standing }) => standing === 'active')).toHaveLength(mostOwnBackgrounds);
});

test('before sealing HR is told whom the answers would single out, from head counts alone', async () => {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  const question = await written(app);
  const plan = async (cuts: Parameters<typeof drafted>[1]) => given(await planOf(app, (await app.data.surveys.get(await drafted(app, cuts)))!, { departmentId: null, find: '', page: 1 }));
  expect((await plan([])).singled).toBeNull();
  // 44 people in groups of at least eight.
  const found = (await plan([company(question), company('tenure'), company('level')])).singled!;
  expect(found).toMatchObject({ ways: [3, 5, 5], combinations: 75, everybody: { people: 44 } });
  expect(found.smallest!.people).toBeGreaterThanOrEqual(8);
  expect(found.smallest!.without.map(({ id, label }) => [id, label.en])).toEqual([['OWN-1', 'Shift'], ['tenure', 'Time with us'], ['level', 'Level']]);
}, 60_000);

// Questions of the company's own: written, changed, and kept as they were asked.
import type { Day } from '#app/domain/kernel/day.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import type { Sensitivity } from '#app/domain/surveys/questions/library-item.ts';
import { mostOwnBackgrounds, sensitivities } from '#app/domain/surveys/own/own-kind.ts';
import { fewestForWords } from '#app/domain/surveys/own/own-words.ts';
import { dimensions, kOfSensitivity } from '#app/domain/surveys/questions/question-library.ts';
import { throughGates, type GateRefusal, type GateWishes } from '#app/domain/surveys/own/four-gates.ts';
import { lackingIn, latestOf, ownId, rewritten, writeOwn, type OwnQuestion, type OwnRefusal, type OwnStanding, type OwnWishes } from '#app/domain/surveys/own/own-question.ts';
import { routedAnew } from '#app/domain/surveys/asking/routing.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { inTongues } from '#app/domain/surveys/questions/translated-questions.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { namesNobody } from './names-nobody.server.ts';
import { languagesAsked, wordsOfTongues } from './tongues.server.ts';

export interface OwnQuestionView {
  readonly own: OwnQuestion;
  readonly id: string;
  /** Surveys in which somebody was asked these words, and when the last of them opened. */
  readonly asked: number;
  readonly lastAsked: Day | null;
  readonly drafts: number;
  /** The first language of the company in which words are missing. */
  readonly lacking: Tongue | null;
}

/** Its words in the reader's language, else in whichever there are. */
export const wordsIn = ({ words }: Pick<OwnQuestion, 'words'>, language: Tongue): string => words.text[language] ?? words.text['en'] ?? Object.values(words.text)[0] ?? '';

/** In their latest versions, by number. */
export async function ownQuestionsView(app: App): Promise<{ readonly languages: readonly Tongue[]; readonly questions: readonly OwnQuestionView[] }> {
  const languages = await languagesAsked(app);
  const surveys = await app.data.surveys.all();
  const all = latestOf(await app.data.ownQuestions.all());
  return { languages, questions: all.map((own) => viewOf(own, { surveys, languages })) };
}

function viewOf(own: OwnQuestion, { surveys, languages }: { readonly surveys: readonly Survey[]; readonly languages: readonly Tongue[] }): OwnQuestionView {
  const id = ownId(own);
  const asking = surveys.filter(({ definition }) => definition.questions.some((question) => question.id === id));
  const opened = asking.filter(({ state }) => state !== 'draft').map(({ opens }) => opens).sort();
  return { own, id, asked: opened.length, lastAsked: opened.at(-1) ?? null, drafts: asking.length - opened.length, lacking: lackingIn(own, languages) };
}

/** The latest version; null where there is none of this number. */
export async function ownQuestionView(app: App, number: number): Promise<OwnQuestionView | null> {
  return (await ownQuestionsView(app)).questions.find(({ own }) => own.number === number) ?? null;
}

/** What the form about one is drawn with. */
export async function ownGround(app: App) {
  const k = (await app.data.organisation.get())?.k ?? 5;
  const fewest = { ...Object.fromEntries(sensitivities.map((one) => [one, Math.max(k, kOfSensitivity[one])])), chosen: Math.max(k, fewestForWords) } as Readonly<Record<Sensitivity, number>> & { readonly chosen: number };
  return { languages: await languagesAsked(app), areas: dimensions.filter(({ id }) => id !== 'outcome').map(({ id, label }) => ({ id, label })), fewest };
}

/** `added`: others that are about to be kept with it. */
export async function roomForBackground({ ownQuestions }: Pick<Stores, 'ownQuestions'>, added: readonly OwnQuestion[] = []): Promise<Outcome<null, 'own-backgrounds'>> {
  const n = latestOf([...(await ownQuestions.all()), ...added.slice(1)]).filter(({ words, standing }) => words.kind === 'background' && standing === 'active').length;
  return n < mostOwnBackgrounds ? done(null) : refused('own-backgrounds', { field: '', most: mostOwnBackgrounds });
}

/** Drafts follow: nobody has read them. What was sealed keeps its words under the earlier id. */
export async function changeOwn(app: App, number: number, wishes: OwnWishes): Promise<Outcome<OwnQuestion, OwnRefusal | 'not-found'>> {
  const words = writeOwn(wishes, await languagesAsked(app));
  if (!words.ok) return words;
  const apart = await namesNobody(app, words.value);
  if (!apart.ok) return apart;
  return app.data.transaction(async (stores) => {
    const before = latestOf(await stores.ownQuestions.all()).find((own) => own.number === number);
    if (!before) return refused('not-found');
    if (before.words.kind !== words.value.kind) return refused('own-kind', { field: '' });
    const surveys = await stores.surveys.all();
    const asked = surveys.some(({ state, definition }) => state !== 'draft' && definition.questions.some(({ id }) => id === ownId(before)));
    const after = rewritten(before, words.value, asked);
    await stores.ownQuestions.save(after);
    for (const draft of surveys.filter(({ state }) => state === 'draft')) await follow(app, stores, { draft, before, after });
    return done(after);
  });
}

async function follow(app: App, stores: Stores, { draft, before, after }: { readonly draft: Survey; readonly before: OwnQuestion; readonly after: OwnQuestion }): Promise<void> {
  const { definition } = draft;
  const [old, now] = [ownId(before), ownId(after)];
  if (!definition.questions.some(({ id }) => id === old)) return;
  const questions = definition.questions.map((question) => (question.id === old ? askedAs(after, definition) : question));
  const cuts = definition.cuts.map((cut) => ({ ...cut, question: cut.question === old ? now : cut.question, items: cut.items.map((id) => (id === old ? now : id)) }));
  const routing = definition.routing && routedAnew(definition.routing, old, now);
  await stores.surveys.replace({ ...draft, definition: { ...definition, cuts, ...(routing && { routing }), questions: inTongues(questions, definition.languages, wordsOfTongues(app)) } }, 'draft');
}

/** Whether it may be asked at all; drafts that hold it are told so. */
export async function placeOwn(app: App, number: number, standing: OwnStanding): Promise<Outcome<OwnQuestion, 'not-found' | 'own-backgrounds'>> {
  return app.data.transaction(async (stores) => {
    const own = latestOf(await stores.ownQuestions.all()).find((one) => one.number === number);
    if (!own) return refused('not-found');
    const room = own.words.kind === 'background' && own.standing !== 'active' && standing === 'active' ? await roomForBackground(stores) : done(null);
    if (!room.ok) return room;
    await stores.ownQuestions.save({ ...own, standing });
    return done(own);
  });
}

/** Somebody said why it is worth asking, or why it has to wait. */
export async function decideGates(app: App, number: number, wishes: GateWishes): Promise<Outcome<OwnQuestion, GateRefusal | 'not-found'>> {
  return app.data.transaction(async (stores) => {
    const own = latestOf(await stores.ownQuestions.all()).find((one) => one.number === number);
    if (!own) return refused('not-found');
    const decided = throughGates(wishes, app.today(), own.words.kind === 'background');
    if (!decided.ok) return decided;
    const after = { ...own, ...decided.value };
    await stores.ownQuestions.save(after);
    return done(after);
  });
}

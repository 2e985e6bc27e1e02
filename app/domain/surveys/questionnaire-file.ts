// A questionnaire as a file: what a draft asks, with the company's own questions whole, so that another installation can ask the same. Its
// version says which program can read it; what a newer one wrote is refused rather than half understood.
import * as v from 'valibot';
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import { daysBetween } from '../kernel/day.ts';
import { chosenIn } from './draft.ts';
import { asWrittenHere, isOwn, ownId, type OwnQuestion } from './own-question.ts';
import { ownQuestionShape } from './stored-own-question.ts';
import { wordReaders } from './own-words.ts';
import type { Survey } from './survey.ts';

const version = 1;

const texts = v.record(v.string(), v.string());
const shape = v.strictObject({
  murmur: v.literal('questionnaire'),
  version: v.literal(version),
  template: v.string(),
  title: texts,
  purpose: texts,
  /** How many days it is open. */
  days: v.pipe(v.number(), v.integer(), v.minValue(1)),
  further: v.array(v.string()),
  pair: v.nullable(v.string()),
  /** By the id that `order` and `cuts` use. */
  own: v.array(v.strictObject({ id: v.string(), question: ownQuestionShape })),
  order: v.array(v.string()),
  cuts: v.array(v.strictObject({ question: v.string(), scope: v.string(), items: v.nullable(v.array(v.string())) })),
  wordsFor: v.optional(v.picklist(wordReaders)),
  letterHour: v.optional(v.number()),
});

export type Questionnaire = v.InferOutput<typeof shape>;

/** As the file says it; `own` are all versions of own questions. */
export function questionnaireOf(survey: Pick<Survey, 'title' | 'purpose' | 'opens' | 'closes' | 'definition'>, own: readonly OwnQuestion[]): string {
  const { title, purpose, opens, closes, definition } = survey;
  const chosen = chosenIn(survey);
  const { wordsFor, letterHour } = definition;
  const backgrounds = definition.questions.filter(({ id, kind }) => kind === 'background' && isOwn(id)).map(({ id }) => id);
  const questions = [...chosen.own, ...backgrounds].flatMap((id) => own.filter((one) => ownId(one) === id).map((question) => ({ id, question })));
  const file: Questionnaire = {
    murmur: 'questionnaire', version, template: chosen.template, title: { ...title }, purpose: { ...purpose }, days: daysBetween(opens, closes) + 1,
    further: [...chosen.further], pair: chosen.pair, own: questions, order: definition.questions.map(({ id }) => id),
    cuts: chosen.cuts.map(({ question, scope, items }) => ({ question, scope, items: items && [...items] })),
    ...(wordsFor && { wordsFor }), ...(letterHour !== undefined && { letterHour }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export type FileRefusal = 'questionnaire-unreadable' | 'questionnaire-newer' | 'own-backgrounds';

/** `where` in a refusal: the place in the file that cannot be read. */
export function readQuestionnaire(text: string): Outcome<Questionnaire, FileRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('questionnaire-unreadable', { where: 'JSON' });
  }
  const known = v.safeParse(v.object({ murmur: v.literal('questionnaire'), version: v.number() }), value);
  if (known.success && known.output.version > version) return refused('questionnaire-newer', { version: known.output.version, known: version });
  const parsed = v.safeParse(shape, value);
  if (!parsed.success) return refused('questionnaire-unreadable', { where: v.getDotPath(parsed.issues[0]) ?? 'murmur' });
  const own = parsed.output.own.map(({ id, question }) => ({ id, question, words: asWrittenHere(question.words) }));
  const wrong = own.findIndex(({ words }) => words === null);
  if (wrong >= 0) return refused('questionnaire-unreadable', { where: `own.${wrong}.question` });
  return done({ ...parsed.output, own: own.flatMap(({ id, question, words }) => (words ? [{ id, question: { ...question, words } }] : [])) });
}

/** An own question of a file under its id here: the one with the very same words, else a new one after the last. */
export function placedHere(file: Pick<Questionnaire, 'own'>, here: readonly OwnQuestion[]): { readonly ids: ReadonlyMap<string, string>; readonly added: readonly OwnQuestion[] } {
  const ids = new Map<string, string>();
  const added: OwnQuestion[] = [];
  let last = Math.max(0, ...here.map(({ number }) => number));
  for (const { id, question } of file.own) {
    const same = here.find((one) => sameWords(one, question));
    const placed = same ?? { ...question, number: (last += 1), version: 1 };
    if (!same) added.push(placed);
    ids.set(id, ownId(placed));
  }
  return { ids, added };
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(sorted) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inside]) => [key, sorted(inside)])) : value;

const sameWords = (one: OwnQuestion, other: OwnQuestion): boolean => JSON.stringify(sorted(one.words)) === JSON.stringify(sorted(other.words));

// A questionnaire as a file: what a draft asks, with the company's own questions whole, so that another installation can ask the same. Its
// version says which program can read it; what a newer one wrote is refused rather than half understood.
import * as v from 'valibot';
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import { daysBetween } from '../../kernel/day.ts';
import { storedDay } from '../../kernel/stored.ts';
import type { Department } from '../../organisation/department.ts';
import { chosenIn, longestPurpose, longestTitle } from '../draft.ts';
import { asWrittenHere, isOwn, ownId, type OwnQuestion } from '../own/own-question.ts';
import { ownQuestionShape } from '../own/stored-own-question.ts';
import { wordReaders } from '../own/own-words.ts';
import type { Survey } from '../survey.ts';

/** Since 2 a file says who is asked and when the company works. */
const versions = [1, 2] as const;
const version = 2;

/** So many parts, and so long a way to one: a file is no list of people. */
const part = v.strictObject({ id: v.string(), path: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(20)) });
/** Days. Who is away longer is closed. */
const longestFree = 366;
const range = v.pipe(v.strictObject({ from: storedDay, to: storedDay }), v.check(({ from, to }) => from <= to && daysBetween(from, to) <= longestFree));

const textsUpTo = (most: number) => v.record(v.string(), v.pipe(v.string(), v.maxLength(most)));
const shape = v.strictObject({
  murmur: v.literal('questionnaire'),
  version: v.picklist(versions),
  template: v.string(),
  title: textsUpTo(longestTitle),
  purpose: textsUpTo(longestPurpose),
  /** How many days it is open. */
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)),
  further: v.array(v.string()),
  pair: v.nullable(v.string()),
  /** By the id that `order` and `cuts` use. */
  own: v.array(v.strictObject({ id: v.string(), question: ownQuestionShape })),
  order: v.array(v.string()),
  cuts: v.array(v.strictObject({ question: v.string(), scope: v.string(), items: v.nullable(v.array(v.string())) })),
  wordsFor: v.optional(v.picklist(wordReaders)),
  letterHour: v.optional(v.number()),
  /** Everybody where absent. Parts by their names from the top, for their ids are those of one company. */
  audience: v.optional(v.variant('kind', [v.strictObject({ kind: v.literal('half') }), v.strictObject({ kind: v.literal('parts'), parts: v.pipe(v.array(part), v.minLength(1), v.maxLength(500)) })])),
  /** Monday to Friday where absent. */
  calendar: v.optional(v.strictObject({ weekdays: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))), v.minLength(1), v.maxLength(7)), free: v.pipe(v.array(range), v.maxLength(400)) })),
});

export type Questionnaire = v.InferOutput<typeof shape>;

/** All versions of own questions, and the tree as it is. */
interface Around {
  readonly own: readonly OwnQuestion[];
  readonly departments: readonly Place[];
}

type Place = Pick<Department, 'id' | 'parentId' | 'name'>;

/** Names from below the top down to it; what is not there any more is found by nobody. */
function wayTo(departments: readonly Place[], id: string): string[] {
  const names: string[] = [];
  for (let at = departments.find((one) => one.id === id); at !== undefined && at.parentId !== null; at = departments.find((one) => one.id === at?.parentId)) names.unshift(at.name);
  return names.length > 0 ? names : [id];
}

/** The parts of a file as they are called here: by id where it is the same department, else by the names on the way to it. Null unless all are here. */
export function partsHere(parts: readonly { readonly id: string; readonly path: readonly string[] }[], departments: readonly Place[]): string[] | null {
  const known = new Set(departments.map(({ id }) => id));
  const byWay = new Map(departments.filter(({ parentId }) => parentId !== null).map(({ id }) => [wayTo(departments, id).join('\n'), id]));
  const found = parts.map(({ id, path }) => (known.has(id) ? id : byWay.get(path.join('\n'))));
  return found.every((id) => id !== undefined) ? found : null;
}

function audienceOf({ audience }: Survey['definition'], departments: readonly Place[]): Pick<Questionnaire, 'audience'> {
  if (!audience) return {};
  return { audience: audience.kind === 'half' ? { kind: 'half' } : { kind: 'parts', parts: audience.departments.map((id) => ({ id, path: wayTo(departments, id) })) } };
}

/** As the file says it. */
export function questionnaireOf(survey: Pick<Survey, 'title' | 'purpose' | 'opens' | 'closes' | 'definition'>, { own, departments }: Around): string {
  const { title, purpose, opens, closes, definition } = survey;
  const chosen = chosenIn(survey);
  const { wordsFor, letterHour, calendar } = definition;
  const backgrounds = definition.questions.filter(({ id, kind }) => kind === 'background' && isOwn(id)).map(({ id }) => id);
  const questions = [...chosen.own, ...backgrounds].flatMap((id) => own.filter((one) => ownId(one) === id).map((question) => ({ id, question })));
  const file: Questionnaire = {
    murmur: 'questionnaire', version, template: chosen.template, title: { ...title }, purpose: { ...purpose }, days: daysBetween(opens, closes) + 1,
    further: [...chosen.further], pair: chosen.pair, own: questions, order: definition.questions.map(({ id }) => id),
    cuts: chosen.cuts.map(({ question, scope, items }) => ({ question, scope, items: items && [...items] })),
    ...(wordsFor && { wordsFor }), ...(letterHour !== undefined && { letterHour }),
    ...audienceOf(definition, departments), ...(calendar && { calendar: { weekdays: [...calendar.weekdays], free: calendar.free.map(({ from, to }) => ({ from, to })) } }),
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

/** Whatever order their languages stand in. */
export const sameWords = (one: Pick<OwnQuestion, 'words'>, other: Pick<OwnQuestion, 'words'>): boolean => JSON.stringify(sorted(one.words)) === JSON.stringify(sorted(other.words));

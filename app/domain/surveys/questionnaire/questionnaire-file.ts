// A questionnaire as a file: what a draft asks, with the company's own questions whole, so that another installation can ask the same. Its
// version says which program can read it; what a newer one wrote is refused rather than half understood.
import * as v from 'valibot';
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import { daysBetween } from '../../kernel/day.ts';
import { storedDay } from '../../kernel/stored.ts';
import { isByGroups } from '../asking/routing.ts';
import { chosenIn } from '../draft.ts';
import { longestPurpose, longestTitle } from '../draft-frame.ts';
import { checkLetterText, writtenKinds, type LetterTexts, type WrittenKind } from '../letters/letter-texts.ts';
import { longestGateText, throughGates, type PassedGates } from '../own/four-gates.ts';
import { asWrittenHere, isOwn, ownId, type OwnQuestion } from '../own/own-question.ts';
import { ownQuestionShape } from '../own/stored-own-question.ts';
import { wordReaders } from '../own/own-words.ts';
import type { Survey } from '../survey.ts';
import { wholeCompany } from '../backgrounds/declared-cuts.ts';
import { wayTo, type Place } from '../questions/parts-here.ts';

/** Since 2 a file says who is asked and when the company works; since 3 whom single questions are asked of, what «yes» opens, and the letters. */
const versions = [1, 2, 3] as const;
const version = 3;

/** So many parts, and so long a way to one: a file is no list of people. */
const part = v.strictObject({ id: v.string(), path: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(20)) });
const parts = v.pipe(v.array(part), v.minLength(1), v.maxLength(500));
/** Days. Who is away longer is closed. */
const longestFree = 366;
const range = v.pipe(v.strictObject({ from: storedDay, to: storedDay }), v.check(({ from, to }) => from <= to && daysBetween(from, to) <= longestFree));
/** Days off in all: whoever looks for a working day finds one. */
const mostFree = 3_660;
const free = v.pipe(v.array(range), v.maxLength(400), v.check((ranges) => ranges.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0) <= mostFree));
/** Days after the opening, before it where negative; null where there is no such letter. */
const letterDay = v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(-100), v.maxValue(100))));
const written = v.record(v.string(), v.strictObject({ subject: v.string(), body: v.string() }));
/** Each question once: asked in two ways it would be asked as nobody said. */
const routing = v.pipe(
  v.array(v.union([v.strictObject({ question: v.string(), parts }), v.strictObject({ question: v.string(), screener: v.string() })])),
  v.maxLength(200),
  v.check((routes) => new Set(routes.map(({ question }) => question)).size === routes.length),
);

const textsUpTo = (most: number) => v.record(v.string(), v.pipe(v.string(), v.maxLength(most)));
/** More than sixty questions nobody asks; each is compared with those that are there. */
const mostOwn = 200;
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
  own: v.pipe(v.array(v.unknown()), v.maxLength(mostOwn), v.array(v.strictObject({ id: v.string(), question: ownQuestionShape }))),
  order: v.array(v.string()),
  /** `path`: of a department, as of parts. */
  cuts: v.array(v.strictObject({ question: v.string(), scope: v.string(), path: v.optional(part.entries.path), items: v.nullable(v.array(v.string())) })),
  /** Everybody is asked what is not here. */
  routing: v.optional(routing),
  wordsFor: v.optional(v.picklist(wordReaders)),
  letterHour: v.optional(v.number()),
  /** Everybody where absent. Parts by their names from the top, for their ids are those of one company. */
  audience: v.optional(v.variant('kind', [v.strictObject({ kind: v.literal('half') }), v.strictObject({ kind: v.literal('parts'), parts })])),
  /** Monday to Friday where absent. */
  calendar: v.optional(v.strictObject({ weekdays: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))), v.minLength(1), v.maxLength(7)), free })),
  /** As the program plans and says it where absent. */
  letterDays: v.optional(v.strictObject({ announcement: letterDay, 'first-reminder': letterDay, 'last-reminder': letterDay })),
  letters: v.optional(v.strictObject(Object.fromEntries(writtenKinds.map((kind) => [kind, v.optional(written)])) as Record<WrittenKind, v.OptionalSchema<typeof written, undefined>>)),
});

export type Questionnaire = v.InferOutput<typeof shape>;

/** All versions of own questions, the tree as it is, and what HR wrote into the letters. */
interface Around {
  readonly own: readonly OwnQuestion[];
  readonly departments: readonly Place[];
  readonly letters?: LetterTexts;
}

const partOf = (departments: readonly Place[], id: string): v.InferOutput<typeof part> => ({ id, path: wayTo(departments, id) });

function audienceOf({ audience }: Survey['definition'], departments: readonly Place[]): Pick<Questionnaire, 'audience'> {
  if (!audience) return {};
  return { audience: audience.kind === 'half' ? { kind: 'half' } : { kind: 'parts', parts: audience.departments.map((id) => partOf(departments, id)) } };
}

function routingOf({ routing: routes = [] }: Survey['definition'], departments: readonly Place[]): Pick<Questionnaire, 'routing'> {
  if (routes.length === 0) return {};
  return { routing: routes.map((route) => (isByGroups(route) ? { question: route.question, parts: route.departments.map((id) => partOf(departments, id)) } : { question: route.question, screener: route.screener })) };
}

function lettersOf({ opens, definition: { letterDays } }: Pick<Survey, 'opens' | 'definition'>, letters: LetterTexts): Pick<Questionnaire, 'letters' | 'letterDays'> {
  const days = Object.fromEntries(Object.entries(letterDays ?? {}).map(([kind, day]) => [kind, day && daysBetween(opens, day)]));
  const texts = Object.fromEntries(Object.entries(letters).filter(([, byLanguage]) => Object.keys(byLanguage).length > 0));
  return { ...(Object.keys(days).length > 0 && { letterDays: days }), ...(Object.keys(texts).length > 0 && { letters: texts as NonNullable<Questionnaire['letters']> }) };
}

/** As the file says it. */
export function questionnaireOf(survey: Pick<Survey, 'title' | 'purpose' | 'opens' | 'closes' | 'definition'>, { own, departments, letters = {} }: Around): string {
  const { title, purpose, opens, closes, definition } = survey;
  const chosen = chosenIn(survey);
  const { wordsFor, letterHour, calendar } = definition;
  const backgrounds = definition.questions.filter(({ id, kind }) => kind === 'background' && isOwn(id)).map(({ id }) => id);
  const questions = [...chosen.own, ...backgrounds].flatMap((id) => own.filter((one) => ownId(one) === id).map((question) => ({ id, question })));
  const file: Questionnaire = {
    murmur: 'questionnaire', version, template: chosen.template, title: { ...title }, purpose: { ...purpose }, days: daysBetween(opens, closes) + 1,
    further: [...chosen.further], pair: chosen.pair, own: questions, order: definition.questions.map(({ id }) => id),
    cuts: chosen.cuts.map(({ question, scope, items }) => ({ question, scope, ...(scope !== wholeCompany && { path: wayTo(departments, scope) }), items: items && [...items] })),
    ...routingOf(definition, departments),
    ...(wordsFor && { wordsFor }), ...(letterHour !== undefined && { letterHour }),
    ...audienceOf(definition, departments), ...(calendar && { calendar: { weekdays: [...calendar.weekdays], free: calendar.free.map(({ from, to }) => ({ from, to })) } }),
    ...lettersOf(survey, letters),
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
  const letter = wrongLetter(parsed.output);
  if (letter !== null) return refused('questionnaire-unreadable', { where: letter });
  return done({ ...parsed.output, own: own.flatMap(({ id, question, words }) => (words ? [{ id, question: { ...question, words, gates: passedHere(question) } }] : [])) });
}

/** Checks as they could be written here; whoever sealed it without would have asked what nobody answers for. */
function passedHere({ gates, words }: OwnQuestion): PassedGates | null {
  const passed = gates && throughGates({ ...gates, decision: 'ask', measurable: true, reason: '', review: null }, gates.on, words.kind === 'background');
  return passed?.ok && [gates!.important, gates!.controllable].every((text) => text.length <= longestGateText) ? passed.value.gates : null;
}

/** The place of the first letter that could not be written here; null where all could. */
function wrongLetter({ letters = {} }: Questionnaire): string | null {
  for (const [kind, byLanguage] of Object.entries(letters)) {
    const wrong = Object.entries(byLanguage ?? {}).find(([, text]) => !checkLetterText(kind as WrittenKind, text).ok);
    if (wrong) return `letters.${kind}.${wrong[0]}`;
  }
  return null;
}

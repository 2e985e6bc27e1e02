// What a plan says in more than one language: its own words are those of the language it was written in, others stand beside them by the
// place they belong to. Nothing is translated by the program: a word that was not given is read in another language, and that is said.
import type { Language } from '../kernel/language.ts';
import { done, refused, together, type Outcome } from '../kernel/outcome.ts';
import type { ActionPlan } from './action-plan.ts';

/** By place: `title`, `measure:<id>`, `counted:<id>` (of a measure), `step:<id>`, `promise:<id>`. */
type Words = Readonly<Record<string, string>>;
export type Translations = { readonly [Other in Language]?: Words };

/** A plan in a further language as somebody writes it: in lines, in the order of what they belong to. Empty where nothing was given. */
export interface SaidElsewhere {
  readonly title: string;
  readonly own: readonly string[];
  readonly counted: string;
  readonly promise: string;
  readonly steps: readonly string[];
}
export type SaidIn = { readonly [Other in Language]?: SaidElsewhere };

export const saysNothing = ({ title, own, counted, promise, steps }: SaidElsewhere): boolean => [title, counted, promise, ...own, ...steps].every((words) => words === '');

export const allWords = (said: SaidIn): string[] => Object.values(said).flatMap(({ title, own, counted, promise, steps }) => [title, counted, promise, ...own, ...steps]);

type Parts = Pick<ActionPlan, 'measures' | 'steps' | 'promises'>;

/**
 * Lines belong to measures and steps by their order: another number of them would put words beside the wrong one. What is said of a promise
 * is said of the first; `before` holds what was said of further ones.
 */
export function translationsOf(parts: Parts, said: SaidIn, before: Translations = {}): Outcome<Translations, 'as-many-lines' | 'needs-title-too'> {
  const own = parts.measures.filter(({ catalogueId }) => catalogueId === null);
  const all = Object.entries(said).filter(([, one]) => !saysNothing(one));
  const wrong = together(all.flatMap(([language, one]) => [
    one.title === '' ? refused('needs-title-too' as const, { field: `title-${language}` }) : null,
    otherLines(one.own, own.length, `own-${language}`),
    otherLines(one.steps, parts.steps.length, `steps-${language}`),
  ]));
  return wrong ?? done(Object.fromEntries(all.map(([language, one]) => [language, { ...ofFurtherPromises(parts, before[language as Language]), ...wordsOf(parts, own, one) }])));
}

const otherLines = (written: readonly string[], lines: number, field: string) => (written.length > 0 && written.length !== lines ? refused('as-many-lines' as const, { field, lines }) : null);

const ofFurtherPromises = ({ promises }: Parts, words: Words = {}): Words => {
  const keys = promises.slice(1).map(({ id }) => `promise:${id}`);
  return Object.fromEntries(Object.entries(words).filter(([key]) => keys.includes(key)));
};

function wordsOf({ measures, steps, promises }: Parts, own: Parts['measures'], said: SaidElsewhere): Words {
  const counted = measures.find(({ leading }) => leading !== null);
  const all: [string, string | undefined][] = [
    ['title', said.title],
    ...own.map(({ id }, index): [string, string | undefined] => [`measure:${id}`, said.own[index]]),
    ...(counted ? [[`counted:${counted.id}`, said.counted] as [string, string]] : []),
    ...steps.map(({ id }, index): [string, string | undefined] => [`step:${id}`, said.steps[index]]),
    ...promises.slice(0, 1).map(({ id }): [string, string] => [`promise:${id}`, said.promise]),
  ];
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
}

/** What was given in a language, as the form shows it again. */
export function saidElsewhere({ measures, steps, promises, translations }: Parts & Pick<ActionPlan, 'translations'>, language: Language): SaidElsewhere {
  const words = translations[language] ?? {};
  const counted = measures.find(({ leading }) => leading !== null);
  // A line for each, also for what came later: it stands as it was written, so that the others keep their places.
  const linesOf = (lines: readonly (readonly [key: string, written: string])[]) => (lines.some(([key]) => key in words) ? lines.map(([key, written]) => words[key] ?? written) : []);
  return {
    title: words['title'] ?? '',
    own: linesOf(measures.filter(({ catalogueId }) => catalogueId === null).map(({ id, text }) => [`measure:${id}`, text] as const)),
    counted: (counted && words[`counted:${counted.id}`]) ?? '',
    promise: (promises[0] && words[`promise:${promises[0].id}`]) ?? '',
    steps: linesOf(steps.map(({ id, title }) => [`step:${id}`, title] as const)),
  };
}

/** Whoever reads one Chinese script reads the other sooner than another language. */
const nearest: Readonly<Record<Language, readonly Language[]>> = { en: [], 'zh-Hans': ['zh-Hant'], 'zh-Hant': ['zh-Hans'] };

type Told = Pick<ActionPlan, 'written' | 'translations'>;

function shownIn({ written, translations }: Told, language: Language): Language | null {
  return [language, ...nearest[language]].find((one) => one === written || translations[one] !== undefined) ?? written;
}

/** The language a plan is read in where it is not the reader's own; null where it is, and where nobody noted which it is. */
export function readInstead(plan: Told, language: Language): Language | null {
  const shown = shownIn(plan, language);
  return shown === language ? null : shown;
}

/** The plan with its words in the reader's language, as far as they were given. */
export function planIn<Plan extends Parts & Told & Pick<ActionPlan, 'title'>>(plan: Plan, language: Language): Plan {
  const shown = shownIn(plan, language);
  const words = (shown === null ? undefined : plan.translations[shown]) ?? {};
  if (shown === plan.written || Object.keys(words).length === 0) return plan;
  return {
    ...plan,
    title: words['title'] ?? plan.title,
    measures: plan.measures.map((one) => ({ ...one, text: words[`measure:${one.id}`] ?? one.text, leading: one.leading && { ...one.leading, name: words[`counted:${one.id}`] ?? one.leading.name } })),
    steps: plan.steps.map((step) => ({ ...step, title: words[`step:${step.id}`] ?? step.title })),
    promises: plan.promises.map((one) => ({ ...one, text: words[`promise:${one.id}`] ?? one.text })),
  };
}

// A questionnaire that came as a file, in the ids of this company. What is not here is named, and the draft asks more people than was meant,
// never others: a smaller audience would be another one.
import { addDays, type Day } from '../../kernel/day.ts';
import type { Localized } from '../../kernel/language.ts';
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import { workingDayFrom, workingDayUntil } from '../../kernel/working-days.ts';
import type { Audience } from '../asking/audience.ts';
import { routeStands, type Routing, type RoutingRefusal } from '../asking/routing.ts';
import type { DraftWishes } from '../draft-wishes.ts';
import { checkLetterDays, type LetterDays } from '../letters/survey-letters.ts';
import { ownId, type OwnQuestion } from '../own/own-question.ts';
import { wholeCompany } from '../backgrounds/declared-cuts.ts';
import { partFinder, partsHere, type PartInFile, type Place } from '../questions/parts-here.ts';
import type { Question } from '../questions/question.ts';
import type { Questionnaire } from './questionnaire-file.ts';

/** An own question of a file under its id here: the one with the very same words, else a new one after the last. */
export function placedHere(file: Pick<Questionnaire, 'own'>, here: readonly OwnQuestion[]): { readonly ids: ReadonlyMap<string, string>; readonly added: readonly OwnQuestion[] } {
  const ids = new Map<string, string>();
  const added: OwnQuestion[] = [];
  const known = new Map(here.toReversed().map((one) => [wordsKey(one), one]));
  let last = Math.max(0, ...here.map(({ number }) => number));
  for (const { id, question } of file.own) {
    const same = known.get(wordsKey(question));
    const placed = same ?? { ...question, number: (last += 1), version: 1 };
    if (!same) added.push(placed);
    known.set(wordsKey(question), placed);
    ids.set(id, ownId(placed));
  }
  return { ids, added };
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(sorted) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inside]) => [key, sorted(inside)])) : value;

const wordsKey = ({ words }: Pick<OwnQuestion, 'words'>): string => JSON.stringify(sorted(words));

/** Whatever order their languages stand in. */
export const sameWords = (one: Pick<OwnQuestion, 'words'>, other: Pick<OwnQuestion, 'words'>): boolean => wordsKey(one) === wordsKey(other);

interface Here {
  readonly ids: ReadonlyMap<string, string>;
  readonly backgrounds: readonly string[];
  readonly departments: readonly Place[];
  /** What a new draft begins with. */
  readonly initial: { readonly title: Localized; readonly purpose: Localized; readonly opens: Day };
}

/** What a file says and this company has not. */
export interface LeftOut {
  /** How many tables were left out. */
  readonly tables: number;
  /** Names of parts of the audience: the draft asks everybody. */
  readonly parts: readonly string[];
  /** Questions that were asked of some and are now asked of everybody; `away`: names of their parts, none where it reaches too few. */
  readonly everybody: readonly { readonly question: string; readonly away: readonly string[] }[];
}

interface Wished {
  readonly wishes: DraftWishes;
  /** Who is asked what, also where its parts are not here: whether it can be asked like that at all. */
  readonly routes: readonly Routing[];
  readonly left: LeftOut;
}

export function wishesHere(file: Questionnaire, { ids, backgrounds, departments, initial }: Here): Wished {
  const find = partFinder(departments);
  const named = (id: string) => ids.get(id) ?? id;
  const { wordsFor, letterHour } = file;
  const cuts = file.cuts.flatMap(({ question, scope, path, items }) => {
    const here = scope === wholeCompany ? scope : find({ id: scope, path: path ?? [] });
    return here !== null && backgrounds.includes(named(question)) ? [{ question: named(question), scope: here, items: items && items.map(named) }] : [];
  });
  const { audience, away } = audienceHere(file, find);
  const routing = routingHere(file, named, find);
  const wishes = {
    template: file.template,
    // In a language that the file does not have, the words that a new draft begins with.
    title: { ...initial.title, ...file.title },
    purpose: { ...initial.purpose, ...file.purpose },
    opens: initial.opens,
    closes: addDays(initial.opens, file.days - 1),
    further: file.further,
    own: file.own.filter(({ question }) => question.words.kind !== 'background').map(({ id }) => named(id)),
    order: file.order.map(named),
    pair: file.pair,
    cuts,
    routing: routing.found,
    ...(wordsFor && { wordsFor }),
    ...(letterHour !== undefined && { letterHour }),
    ...(audience && { audience }),
  };
  return { wishes, routes: routing.all, left: { tables: file.cuts.length - cuts.length, parts: away, everybody: routing.everybody } };
}

type Find = (part: PartInFile) => string | null;

/** Null for everybody. */
function audienceHere({ audience }: Questionnaire, find: Find): { readonly audience: Audience | null; readonly away: readonly string[] } {
  if (audience?.kind !== 'parts') return { audience: audience ?? null, away: [] };
  const here = partsHere(audience.parts, find);
  return 'ids' in here ? { audience: { kind: 'parts', departments: here.ids }, away: [] } : { audience: null, away: here.away };
}

function routingHere({ routing = [] }: Questionnaire, named: (id: string) => string, find: Find): { readonly found: Routing[]; readonly all: Routing[]; readonly everybody: { readonly question: string; readonly away: readonly string[] }[] } {
  const [found, all, everybody]: [Routing[], Routing[], { question: string; away: readonly string[] }[]] = [[], [], []];
  for (const route of routing) {
    const question = named(route.question);
    const here = 'screener' in route ? { route: { question, screener: named(route.screener) } } : partsHere(route.parts, find);
    const asked = 'route' in here ? here.route : { question, departments: 'ids' in here ? here.ids : here.away };
    all.push(asked);
    if ('away' in here) everybody.push({ question, away: here.away });
    else found.push(asked);
  }
  return { found, all, everybody };
}

/** Refused where a question could be asked like that nowhere: by an answer that decides nothing, in a circle, of the library. */
export function routesStand(questions: readonly Question[], routing: readonly Routing[]): Outcome<null, RoutingRefusal> {
  for (const { question } of routing) {
    const stands = routeStands(question, { questions, routing });
    if (!stands.ok) return refused(stands.because, stands.details);
  }
  return done(null);
}

/** As far from the opening as in the file, on days on which letters leave here; none where they cannot be chosen like that. */
export function letterDaysHere({ letterDays, calendar }: Pick<Questionnaire, 'letterDays' | 'calendar'>, { opens, closes, today }: { readonly opens: Day; readonly closes: Day; readonly today: Day }): LetterDays | null {
  if (!letterDays) return null;
  const placed = (kind: string, after: number): Day => (kind === 'announcement' ? workingDayUntil(addDays(opens, after), calendar) : workingDayFrom(addDays(opens, after), calendar));
  const days: LetterDays = Object.fromEntries(Object.entries(letterDays).flatMap(([kind, after]) => (after === undefined ? [] : [[kind, after === null ? null : placed(kind, after)]])));
  const checked = checkLetterDays({ opens, closes, ...(calendar && { calendar }) }, days, today);
  return checked.ok ? checked.value : null;
}

// What HR decides before sealing. The template's own items are fixed, because a trend lives from asking the same; further items
// rotate and rest between two uses, because people who are asked the same too often stop reading.
import { daysBetween, type Day } from '../kernel/day.ts';
import { forEachLanguage, isLanguage, writtenIn, type Localized } from '../kernel/language.ts';
import type { Tongue } from '../kernel/tongue.ts';
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import { seenLine, seenText } from '../kernel/seen-text.ts';
import type { Audience } from './asking/audience.ts';
import { withinBudget } from './questions/budget.ts';
import { declareCuts, withBackgrounds, wishedCuts, type CutGround, type CutRefusal, type CutWish } from './questions/declared-cuts.ts';
import { emptyTemplate } from './questions/empty-template.ts';
import { ratedAmong } from './questions/extras.ts';
import { askedAs } from './own/own-asked.ts';
import { isOwn, mayBeDrafted, ownId, type OwnQuestion } from './own/own-question.ts';
import type { WordReaders } from './own/own-words.ts';
import type { Question } from './questions/question.ts';
import { inOrderOf } from './questions/question-order.ts';
import type { SurveyTemplate } from './questions/library-item.ts';
import { dimension, furtherItems, ratedInPair, template as templateOf } from './questions/question-library.ts';
import { questionsOf } from './questions/questions-of.ts';
import { restsUntil, type LastAsked } from './programme/rotation.ts';
import { isLetterHour, letterHours } from './letters/survey-letters.ts';
import { isRoutedIn, stillRouted, type Routing } from './asking/routing.ts';
import { serviceQuestions, serviceTemplate, type OfferedProvider } from './serving/service-questions.ts';
import type { Survey } from './survey.ts';

export const longestTitle = 120;
export const longestPurpose = 600;
/** A box is kept in no backup: the longer a survey is open, the more a broken disk would cost. */
const longestOpen = 60;

export interface DraftWishes {
  readonly template: string;
  /** Needed in the organisation's languages. */
  readonly title: Localized;
  readonly purpose: Localized;
  readonly opens: Day;
  readonly closes: Day;
  /** Ids of further items in the order asked. */
  readonly further: readonly string[];
  /** Ids of own questions in the order asked; none where absent. */
  readonly own?: readonly string[];
  /** Ids in the order in which they stood before; the usual order where absent. */
  readonly order?: readonly string[];
  /** The dimension asked about with expectation beside experience; null asks no pair. */
  readonly pair: string | null;
  /** Tables by background, the most important first; none where absent. */
  readonly cuts?: readonly CutWish[];
  /** From which hour on letters leave; the usual one where absent. */
  readonly letterHour?: number;
  /** HR alone where absent. */
  readonly wordsFor?: WordReaders;
  /** Everybody where absent. */
  readonly audience?: Audience;
  /** What only some are asked, as it stood before. */
  readonly routing?: readonly Routing[];
}

export interface DraftGround extends Omit<CutGround, 'k'> {
  readonly today: Day;
  readonly k: number;
  /** The organisation's; the first one stands in for languages it does not speak. */
  readonly languages: readonly Tongue[];
  readonly lastAsked: LastAsked;
  /** The company's own questions in their latest words; none where absent. */
  readonly own?: readonly OwnQuestion[];
  /** What a service survey is made from; absent where the map holds nobody who can be rated. */
  readonly service?: { readonly providers: readonly OfferedProvider[]; readonly readers: (closes: Day) => Localized };
}

export type DraftRefusal =
  | 'unknown-template'
  | 'no-providers'
  | 'no-title'
  | 'no-purpose'
  | 'opens-in-the-past'
  | 'closes-before-opening'
  | 'open-too-long'
  | 'letter-hour'
  | 'too-many-further'
  | 'too-many-with-pair'
  | 'unknown-item'
  | 'asked-too-recently'
  | 'unknown-pair'
  | 'unknown-own'
  | 'nothing-asked'
  | 'too-many-own'
  | 'too-many-boxes'
  | 'too-long-to-answer'
  | 'no-parts'
  | 'part-gone'
  | 'half-with-tables'
  | CutRefusal;

const templateNamed = (id: string): SurveyTemplate | undefined => [serviceTemplate, emptyTemplate].find((one) => one.id === id) ?? templateOf(id);

export type DraftContent = Pick<Survey, 'title' | 'purpose' | 'opens' | 'closes' | 'programme' | 'definition'>;

/** The content of a draft. Details of a refusal name the language, the item or the day it is about. */
export function composeDraft(wishes: DraftWishes, ground: DraftGround): Outcome<DraftContent, DraftRefusal> {
  const template = templateNamed(wishes.template);
  if (!template) return refused('unknown-template');
  const worded = wordsOf(wishes, ground.languages);
  if (!worded.ok) return worded;
  const days = daysOf(wishes, ground.today);
  if (!days.ok) return days;
  const { letterHour, wordsFor } = wishes;
  if (letterHour !== undefined && !isLetterHour(letterHour)) return refused('letter-hour', { least: letterHours.earliest, most: letterHours.latest });
  if (template === serviceTemplate) return serviceContent(wishes, ground, { ...worded.value, ...days.value });
  const own = ownOf(wishes, ground);
  if (!own.ok) return own;
  const further = furtherOf(template, wishes, { lastAsked: ground.lastAsked, ratedOwn: ratedAmong(own.value) });
  if (!further.ok) return further;
  const pair = pairOf(template, wishes.pair);
  if (!pair.ok) return pair;
  const audience = audienceOf(wishes.audience, ground.divisions);
  if (!audience.ok) return audience;
  const { k, languages } = ground;
  const asked = questionsOf(template, { k, further: further.value, pair: pair.value, own: own.value });
  if (asked.length === 0) return refused('nothing-asked');
  const fits = withinBudget(template, asked);
  if (!fits.ok) return fits;
  const routing = stillRouted(wishes.routing ?? [], asked);
  // A table counts everybody's answers: what only some are asked stands in none.
  const declared = declareCuts(wishes.cuts ?? [], asked.filter(({ id }) => !isRoutedIn(routing, id)), ground);
  if (!declared.ok) return declared;
  if (audience.value?.kind === 'half' && declared.value.cuts.length > 0) return refused('half-with-tables');
  const questions = inOrderOf(withBackgrounds(asked, declared.value.asked), wishes.order ?? [], k);
  // Groups that were joined stay joined within a calendar year and may part in the next.
  const programme = wishes.opens.slice(0, 4);
  const who = { ...(audience.value && { audience: audience.value }), ...(routing.length > 0 && { routing }) };
  const definition = { template: template.id, k, languages, questions, cuts: declared.value.cuts, ...(letterHour === undefined ? {} : { letterHour }), ...(wordsFor === undefined ? {} : { wordsFor }), ...who };
  return done({ ...worded.value, ...days.value, programme, definition });
}

/** Everything follows from the map: nothing joins it, and no table by background divides who rated whom. */
function serviceContent({ letterHour, closes, opens }: DraftWishes, { service, k, languages }: DraftGround, content: Pick<DraftContent, 'title' | 'purpose' | 'opens' | 'closes'>): Outcome<DraftContent, DraftRefusal> {
  if (!service) return refused('no-providers');
  const providers = service.providers.map(({ id, departments, customers, name }) => ({ id, departments, customers, name }));
  const definition = { template: serviceTemplate.id, k, languages, questions: serviceQuestions(service.providers, k), cuts: [], wordsFor: 'hr' as const, service: { providers, readers: service.readers(closes) }, ...(letterHour === undefined ? {} : { letterHour }) };
  return done({ ...content, programme: opens.slice(0, 4), definition });
}

/** Every language has a text: those the organisation does not speak show its first one. */
export function inAllLanguages(text: Localized, spoken: readonly Tongue[], read: (typed: string) => string): Localized {
  const trimmed = (language: Tongue) => read(writtenIn(text, language) ?? '');
  const first = trimmed(spoken[0] ?? 'en');
  const further = Object.fromEntries(spoken.filter((tongue) => !isLanguage(tongue)).map((tongue) => [tongue, trimmed(tongue)]));
  return { ...further, ...forEachLanguage((language) => (spoken.includes(language) ? trimmed(language) : first)) };
}

function wordsOf({ title, purpose }: DraftWishes, spoken: readonly Tongue[]): Outcome<Pick<DraftContent, 'title' | 'purpose'>, DraftRefusal> {
  const untitled = spoken.find((language) => seenText(writtenIn(title, language) ?? '') === '');
  if (untitled) return refused('no-title', { language: untitled });
  const unexplained = spoken.find((language) => seenText(writtenIn(purpose, language) ?? '') === '');
  if (unexplained) return refused('no-purpose', { language: unexplained });
  return done({ title: inAllLanguages(title, spoken, seenLine), purpose: inAllLanguages(purpose, spoken, seenText) });
}

function daysOf({ opens, closes }: DraftWishes, today: Day): Outcome<Pick<DraftContent, 'opens' | 'closes'>, DraftRefusal> {
  if (opens < today) return refused('opens-in-the-past', { today });
  if (closes < opens) return refused('closes-before-opening', { opens });
  if (daysBetween(opens, closes) >= longestOpen) return refused('open-too-long', { days: longestOpen });
  return done({ opens, closes });
}

function ownOf({ own = [] }: DraftWishes, { own: known = [], k, languages }: DraftGround): Outcome<readonly Question[], DraftRefusal> {
  const asked: Question[] = [];
  for (const id of new Set(own)) {
    const question = known.find((one) => ownId(one) === id);
    // A background question comes with its tables, never without.
    if (!question || !mayBeDrafted(question) || question.words.kind === 'background') return refused('unknown-own', { item: id });
    asked.push(askedAs(question, { k, languages }));
  }
  return done(asked);
}

interface FurtherGround extends Pick<DraftGround, 'lastAsked'> {
  /** Own questions that take places of further ones. */
  readonly ratedOwn: number;
}

function furtherOf(template: SurveyTemplate, { further, opens, pair }: DraftWishes, { lastAsked, ratedOwn }: FurtherGround): Outcome<readonly string[], DraftRefusal> {
  const chosen = [...new Set(further)];
  const most = Math.max(0, template.further - (pair === null ? 0 : ratedInPair));
  if (template.further > 0 && ratedOwn > 0 && chosen.length + ratedOwn > most) return refused('too-many-own', { most });
  if (chosen.length > most) return refused(pair === null ? 'too-many-further' : 'too-many-with-pair', { most });
  const offered = furtherItems(template);
  for (const id of chosen) {
    const item = offered.find((one) => one.id === id);
    if (!item) return refused('unknown-item', { item: id });
    const until = restsUntil(item, lastAsked);
    if (until !== null && until > opens) return refused('asked-too-recently', { item: id, until });
  }
  return done(chosen);
}

function pairOf(template: SurveyTemplate, pair: string | null): Outcome<string | undefined, DraftRefusal> {
  if (pair === null || !template.blocks.includes('pe-pair')) return done(undefined);
  return pair !== 'outcome' && dimension(pair) ? done(pair) : refused('unknown-pair');
}

/** Null for everybody. `divisions`: every department below the top. */
function audienceOf(wish: Audience | undefined, divisions: ReadonlySet<string>): Outcome<Audience | null, DraftRefusal> {
  if (!wish || wish.kind === 'half') return done(wish ?? null);
  const departments = [...new Set(wish.departments)];
  if (departments.length === 0) return refused('no-parts');
  return departments.every((id) => divisions.has(id)) ? done({ kind: 'parts', departments }) : refused('part-gone');
}

/** The further items among a draft's questions, and its pair: what a form about it shows as chosen. */
export function chosenIn({ definition }: Pick<Survey, 'definition'>): { template: string; further: readonly string[]; own: readonly string[]; pair: string | null; cuts: readonly CutWish[] } {
  const template = templateNamed(definition.template ?? 'pulse-core') as SurveyTemplate;
  const ids = definition.questions.map((question) => question.id);
  const further = furtherItems(template).map((item) => item.id);
  const pair = definition.questions.find((question) => question.kind === 'pair' && !isOwn(question.id));
  return {
    template: template.id,
    further: ids.filter((id) => further.includes(id)),
    own: definition.questions.filter(({ id, kind }) => isOwn(id) && kind !== 'background').map(({ id }) => id),
    pair: pair ? pair.id.replace(/^pe-pair-/, '') : null,
    cuts: wishedCuts(definition.questions.filter(({ id }) => !isRoutedIn(definition.routing, id)), definition.cuts, definition.k),
  };
}

// Who is asked a question that not everybody is asked. By groups: whole ones, so that no ballot differs from that of its neighbours, and said
// to everybody in the manifest. Or by whether something applies, which one question asks and nothing else tells: never a rating, a reason or
// a background answer, because having been asked would tell what was answered.
import type { Department } from '../../organisation/department.ts';
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import { departmentsWithin } from './audience.ts';
import { blockNames } from './block-names.ts';
import { departmentsAround } from './block-names.ts';
import type { Block } from '../sealed/manifest.ts';
import { isOwn } from '../own/own-question.ts';
import { fewestBesideText } from '../own/own-words.ts';
import { isScore, type Question } from '../questions/question.ts';
import { fewestAround, fewestScreened } from './screening.ts';
import type { SurveyDefinition } from '../survey.ts';

/** `departments`: each with everybody below it. */
export interface ByGroups {
  readonly departments: readonly string[];
}

/** `screener`: the question to which «yes» opens it. */
export interface ByAnswer {
  readonly screener: string;
}

export type Asking = ByGroups | ByAnswer;
export type Routing = Asking & { readonly question: string };

export interface RoutingGround {
  readonly departments: readonly Department[];
  readonly blocks: readonly Pick<Block, 'departments' | 'place' | 'invited'>[];
  readonly half?: boolean;
}

export type RoutingRefusal =
  | 'routed-fixed' | 'routed-no-parts' | 'routed-part-gone' | 'routed-nobody' | 'routed-too-few' | 'cut-without-items'
  | 'screened-kind' | 'screener-unfit' | 'screener-gone' | 'screener-idle' | 'screened-too-few' | 'screened-half';

export const isByGroups = (asking: Asking): asking is ByGroups => 'departments' in asking;

/** Whether HR may ask it of some: the company's own questions alone, because those of the library are compared everywhere and with every survey. A pair is held against pairs of everybody. */
export const mayBeRouted = ({ id, kind }: Pick<Question, 'id' | 'kind'>): boolean => isOwn(id) && kind !== 'background' && kind !== 'pair';

/** Whether it may depend on an answer: what is chosen or written by those only to whom something applies tells of whom it does. */
export const mayBeScreened = (question: Question): boolean => mayBeRouted(question) && isScore(question);

export const isScreener = (question: Question): boolean => question.kind === 'choice' && question.screens === true;

/** What is left of a routing when a draft asks these questions. A screener that is gone is told before sealing. */
export const stillRouted = (routing: readonly Routing[], questions: readonly Pick<Question, 'id' | 'kind'>[]): readonly Routing[] =>
  routing.filter((one) => questions.some((question) => question.id === one.question && mayBeRouted(question)));

/** A question got another id: who is asked it, and what it opens, stays. */
export const routedAnew = (routing: readonly Routing[], old: string, now: string): readonly Routing[] =>
  routing.map((route) => ({ ...route, ...(route.question === old && { question: now }), ...(!isByGroups(route) && route.screener === old && { screener: now }) }));

export const isRoutedIn = (routing: readonly Routing[] | undefined, id: string): boolean => routing?.some(({ question }) => question === id) ?? false;

/** Numbers of the blocks that are asked: every one with somebody of these departments, as a whole. */
export function blocksRouted({ departments, blocks }: RoutingGround, chosen: readonly string[]): readonly number[] {
  const inside = departmentsWithin(departments, chosen);
  return blocks.flatMap((block, at) => (block.departments.some((id) => inside.has(id)) ? [at] : []));
}

/** Of so many something of it can be read: own words stand among those of ten ballots. */
export const shownFrom = ({ kind, k }: Pick<Question, 'kind' | 'k'>): number => (kind === 'open' ? fewestBesideText(k) : k);

/** As they are sealed. What only some are asked counts towards no area: its figure would be of other people than that of the others. */
export function withRouting(questions: readonly Question[], routing: readonly Routing[], ground: RoutingGround): readonly Question[] {
  const sealed = questions.map((question): Question => {
    const route = routing.find((one) => one.question === question.id);
    if (!route) return question;
    if (!isByGroups(route)) return { ...alone(question), k: Math.max(question.k, fewestScreened), askedIf: route.screener };
    const asked = new Set(blocksRouted(ground, route.departments));
    if (asked.size === ground.blocks.length) return question;
    return { ...alone(question), offered: ground.blocks.map((_, block) => (asked.has(block) ? '1' : '0')).join('') };
  });
  return inAskedOrder(sealed, routing);
}

/** Without its area and the reasons of that area: who ticks some of them would tell of whom the question was asked. */
const alone = (question: Question): Question => (isScore(question) ? { ...question, dimension: null, low: null } : { ...question, dimension: null });

/** In the order asked: what «yes» opens comes right after its question. */
export function inAskedOrder(questions: readonly Question[], routing: readonly Routing[]): readonly Question[] {
  const there = new Set(questions.map(({ id }) => id));
  const openedBy = new Map(routing.flatMap((route) => (!isByGroups(route) && there.has(route.screener) ? [[route.question, route.screener] as const] : [])));
  return questions.flatMap((question) => (openedBy.has(question.id) ? [] : [question, ...questions.filter(({ id }) => openedBy.get(id) === question.id)]));
}

/** Whether each reaches as many people as it takes to show anything of it. `item` in a refusal: the question. */
export function routingFits(questions: readonly Question[], routing: readonly Routing[], ground: RoutingGround): Outcome<null, RoutingRefusal> {
  for (const { question } of routing) {
    const fits = routeFits(question, { questions, routing, ground });
    if (!fits.ok) return fits;
  }
  return done(null);
}

/** The same of one question. */
export function routeFits(id: string, draft: Draft): Outcome<null, RoutingRefusal> {
  const question = draft.questions.find((one) => one.id === id);
  const route = draft.routing.find((one) => one.question === id);
  if (!question || !route) return done(null);
  return isByGroups(route) ? groupsFit(question, route, draft.ground) : answerFits(question, route, draft);
}

/** A question whose answers open nothing and are published nowhere is no question. */
export function idleScreener(questions: readonly Question[], routing: readonly Routing[]): Outcome<null, RoutingRefusal> {
  const idle = questions.find((question) => isScreener(question) && !routing.some((route) => !isByGroups(route) && route.screener === question.id));
  return idle ? refused('screener-idle', { item: idle.id }) : done(null);
}

function groupsFit(question: Question, { departments }: ByGroups, ground: RoutingGround): Outcome<null, RoutingRefusal> {
  const { id } = question;
  const k = shownFrom(question);
  const known = new Set(ground.departments.map((one) => one.id));
  if (departments.length === 0) return refused('routed-no-parts', { item: id });
  if (!departments.every((one) => known.has(one))) return refused('routed-part-gone', { item: id });
  const { people } = routedTo(ground, departments);
  if (people === 0) return refused('routed-nobody', { item: id });
  return people < k ? refused('routed-too-few', { item: id, people, k }) : done(null);
}

interface Draft {
  readonly questions: readonly Question[];
  readonly routing: readonly Routing[];
  readonly ground: RoutingGround;
}

/** Whether it can be asked like that at all, whoever is there to be asked. */
export function routeStands(id: string, { questions, routing }: Omit<Draft, 'ground'>): Outcome<null, RoutingRefusal> {
  const question = questions.find((one) => one.id === id);
  const route = routing.find((one) => one.question === id);
  if (!question || !route || !mayBeRouted(question)) return refused('routed-fixed', { item: id });
  if (isByGroups(route)) return route.departments.length === 0 ? refused('routed-no-parts', { item: id }) : done(null);
  if (!mayBeScreened(question)) return refused('screened-kind', { item: id });
  const by = questions.find((one) => one.id === route.screener);
  if (!by) return refused('screener-gone', { item: id });
  return !isScreener(by) || routing.some((one) => one.question === by.id && !isByGroups(one)) ? refused('screener-unfit', { item: id }) : done(null);
}

function answerFits(question: Question, { screener }: ByAnswer, { questions, routing, ground }: Draft): Outcome<null, RoutingRefusal> {
  const { id } = question;
  const stands = routeStands(id, { questions, routing });
  if (!stands.ok) return stands;
  // Whoever works in half a company stands for others: how many of those it applies to is known of nobody.
  if (ground.half) return refused('screened-half', { item: id });
  const groups = routing.find((one) => one.question === screener);
  const asked = groups && isByGroups(groups) ? routedTo(ground, groups.departments).people : ground.blocks.reduce((sum, { invited }) => sum + invited, 0);
  const least = fewestAround(question.k);
  return asked < least ? refused('screened-too-few', { item: id, people: asked, k: least }) : done(null);
}

/** So many groups are named; the others are counted. */
const groupsNamed = 20;

/** Whom a question is asked of, for people who read about it. */
export interface RoutedTo {
  readonly people: number;
  /** As HR chose them. */
  readonly names: readonly string[];
  /** Asked too, because they are counted together with one of those. */
  readonly with: readonly string[];
  /** How many groups. */
  readonly of: number;
  readonly groups: readonly { readonly names: readonly string[]; readonly people: number }[];
}

export function routedTo(ground: RoutingGround, chosen: readonly string[]): RoutedTo {
  const { departments, blocks } = ground;
  const asked = blocksRouted(ground, chosen).map((block) => blocks[block]!);
  const inside = departmentsWithin(departments, chosen);
  const others = asked.flatMap((block) => block.departments.filter((id) => !inside.has(id)));
  const around = departmentsAround(departments);
  return {
    people: asked.reduce((sum, { invited }) => sum + invited, 0),
    names: departments.filter(({ id, parentId }) => chosen.includes(id) && !(parentId !== null && inside.has(parentId))).map(({ name }) => name),
    with: blockNames({ departments }, { departments: others, place: '' }),
    of: asked.length,
    groups: asked.slice(0, groupsNamed).map((block) => ({ names: blockNames({ departments: around(block) }, block), people: block.invited })),
  };
}

/** A draft in which a question is asked of some alone; null: of everybody. It leaves every table, which counts everybody. */
export function routeIn(definition: SurveyDefinition, id: string, asking: Asking | null): Outcome<SurveyDefinition, RoutingRefusal> {
  const question = definition.questions.find((one) => one.id === id);
  if (!question || !mayBeRouted(question)) return refused('routed-fixed', { item: id });
  if (asking && isByGroups(asking) && asking.departments.length === 0) return refused('routed-no-parts', { item: id });
  const { routing: before = [], ...rest } = definition;
  const others = before.filter((one) => one.question !== id);
  const routing = asking === null ? others : [...others, { question: id, ...asking }];
  const cuts = asking === null ? rest.cuts : rest.cuts.map((cut) => ({ ...cut, items: cut.items.filter((item) => item !== id) }));
  if (cuts.some(({ items }) => items.length === 0)) return refused('cut-without-items', { item: id });
  return done({ ...rest, cuts, ...(routing.length > 0 && { routing }) });
}

// What HR asks of some groups only. Whole groups, so that no ballot differs from that of its neighbours, and said to everybody: who is asked
// stands in the manifest. Never by what somebody answered to a rating, a reason or a background: who was asked would tell the answer.
import type { Department } from '../organisation/department.ts';
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import { departmentsWithin } from './audience.ts';
import { blockNames } from './block-names.ts';
import { departmentsAround } from './counted-page.ts';
import type { Block } from './manifest.ts';
import { isOwn } from './own-question.ts';
import type { Question } from './question.ts';
import type { SurveyDefinition } from './survey.ts';

/** `departments`: each with everybody below it. */
export interface Routing {
  readonly question: string;
  readonly departments: readonly string[];
}

export interface RoutingGround {
  readonly departments: readonly Department[];
  readonly blocks: readonly Pick<Block, 'departments' | 'place' | 'invited'>[];
}

export type RoutingRefusal = 'routed-fixed' | 'routed-no-parts' | 'routed-part-gone' | 'routed-nobody' | 'routed-too-few' | 'cut-without-items';

/** Whether HR may ask it of some: the company's own questions alone, because those of the library are compared everywhere and with every survey. A pair is held against pairs of everybody. */
export const mayBeRouted = ({ id, kind }: Pick<Question, 'id' | 'kind'>): boolean => isOwn(id) && kind !== 'background' && kind !== 'pair';

/** What is left of a routing when a draft asks these questions. */
export const stillRouted = (routing: readonly Routing[], questions: readonly Pick<Question, 'id' | 'kind'>[]): readonly Routing[] =>
  routing.filter((one) => questions.some((question) => question.id === one.question && mayBeRouted(question)));

export const isRoutedIn = (routing: readonly Routing[] | undefined, id: string): boolean => routing?.some(({ question }) => question === id) ?? false;

/** Numbers of the blocks that are asked: every one with somebody of these departments, as a whole. */
export function blocksRouted({ departments, blocks }: RoutingGround, chosen: readonly string[]): readonly number[] {
  const inside = departmentsWithin(departments, chosen);
  return blocks.flatMap((block, at) => (block.departments.some((id) => inside.has(id)) ? [at] : []));
}

/** As they are sealed. What only some are asked counts towards no area: its figure would be of other people than that of the others. */
export function withRouting(questions: readonly Question[], routing: readonly Routing[], ground: RoutingGround): readonly Question[] {
  return questions.map((question) => {
    const route = routing.find((one) => one.question === question.id);
    const asked = route && new Set(blocksRouted(ground, route.departments));
    if (!asked || asked.size === ground.blocks.length) return question;
    return { ...question, dimension: null, offered: ground.blocks.map((_, block) => (asked.has(block) ? '1' : '0')).join('') };
  });
}

/** Whether each reaches as many people as it takes to show anything of it. `item` in a refusal: the question. */
export function routingFits(questions: readonly Question[], routing: readonly Routing[], ground: RoutingGround): Outcome<null, RoutingRefusal> {
  const known = new Set(ground.departments.map(({ id }) => id));
  for (const { question: id, departments } of routing) {
    const question = questions.find((one) => one.id === id);
    if (!question) continue;
    if (departments.length === 0) return refused('routed-no-parts', { item: id });
    if (!departments.every((one) => known.has(one))) return refused('routed-part-gone', { item: id });
    const { people } = routedTo(ground, departments);
    if (people === 0) return refused('routed-nobody', { item: id });
    if (people < question.k) return refused('routed-too-few', { item: id, people, k: question.k });
  }
  return done(null);
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
    names: departments.filter(({ id }) => chosen.includes(id)).map(({ name }) => name),
    with: blockNames({ departments }, { departments: others, place: '' }),
    of: asked.length,
    groups: asked.slice(0, groupsNamed).map((block) => ({ names: blockNames({ departments: around(block) }, block), people: block.invited })),
  };
}

/** A draft in which a question is asked of these departments alone; null: of everybody. It leaves every table, which counts everybody. */
export function routeIn(definition: SurveyDefinition, id: string, departments: readonly string[] | null): Outcome<SurveyDefinition, RoutingRefusal> {
  const question = definition.questions.find((one) => one.id === id);
  if (!question || !mayBeRouted(question)) return refused('routed-fixed');
  if (departments?.length === 0) return refused('routed-no-parts', { item: id });
  const { routing: before = [], ...rest } = definition;
  const others = before.filter((one) => one.question !== id);
  const routing = departments === null ? others : [...others, { question: id, departments }];
  const cuts = departments === null ? rest.cuts : rest.cuts.map((cut) => ({ ...cut, items: cut.items.filter((item) => item !== id) }));
  if (cuts.some(({ items }) => items.length === 0)) return refused('cut-without-items');
  return done({ ...rest, cuts, ...(routing.length > 0 && { routing }) });
}

// Who is offered which provider: sealed with the questions, one character for each block, so that the ballot page looks it up and nobody has to
// be asked. It follows from the map and the tree, which are sealed beside it.
import type { Department } from '../../organisation/department.ts';
import { wayUp } from '../../organisation/service-map.ts';
import type { Block } from '../sealed/manifest.ts';
import type { Question } from '../questions/question.ts';
import { dependedId, longestWay, type SealedProvider } from './service-survey.ts';

export interface OfferGround {
  readonly providers: readonly SealedProvider[];
  readonly departments: readonly Pick<Department, 'id' | 'parentId'>[];
  readonly blocks: readonly Pick<Block, 'departments'>[];
}

/** Nobody rates the own department; a block that holds others beside it is offered it all the same, and its people know where they work. */
export function withOffers(questions: readonly Question[], { providers, departments, blocks }: OfferGround): readonly Question[] {
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]));
  const ways = blocks.map((block) => block.departments.map((id) => wayUp(parents, id)));
  const within = (way: readonly string[], places: readonly string[]) => way.some((id) => places.includes(id));
  const marked = (id: string | undefined, fits: (provider: SealedProvider, block: readonly (readonly string[])[]) => boolean) => {
    const provider = providers.find((one) => one.id === id);
    return provider ? { offered: ways.map((block) => (fits(provider, block) ? '1' : '0')).join('') } : {};
  };
  const depends = (id: string) => marked(id, ({ customers, departments: own }, block) => block.some((way) => within(way, customers)) && !block.every((way) => within(way, own)));
  const works = (id: string | undefined) => marked(id, ({ departments: own }, block) => block.some((way) => within(way, own)));
  return questions.map((question) => (question.kind === 'several' && question.id === dependedId ? { ...question, options: question.options.map((option) => ({ ...option, ...depends(option.id) })) } : { ...question, ...works(question.own) }));
}

/** The longest way through a survey: in a service survey three providers, and one estimate of the own one. */
export function mostAsked(questions: readonly Question[]): readonly Question[] {
  const first = questions.find(({ own }) => own !== undefined)?.own;
  return longestWay(questions).filter(({ own }) => own === undefined || own === first);
}

// Departments that serve departments: whoever depended on a provider rates it, at most three of them. Which ones stands in the sealed ballot
// alone, and who is offered which follows from the block and the sealed map: nobody is asked for it by the server. Each provider is a
// question set of its own; nothing joins what one person said of two providers.
import type { Localized } from '../../kernel/language.ts';
import type { Question, SeveralQuestion } from '../questions/question.ts';
import type { Survey, SurveyDefinition } from '../survey.ts';

export const dependedId = 'service-depended';
export const mostRated = 3;

/** A provider, or several that are rated as one. */
export interface SealedProvider {
  readonly id: string;
  /** The departments that provide, each with everybody below it. */
  readonly departments: readonly string[];
  /** The departments that depend on it, each with everybody below it. */
  readonly customers: readonly string[];
  readonly name: Localized;
}

export interface ServicePart {
  readonly providers: readonly SealedProvider[];
  /** Who will read what comes of it, as the ballot page says it. */
  readonly readers: Localized;
}

export const isServiceSurvey = ({ definition }: { readonly definition: Pick<SurveyDefinition, 'service'> }): boolean => definition.service !== undefined;

/** Where its results are read: departments and lines, or providers. */
export const resultsOf = (survey: Pick<Survey, 'id' | 'definition'>): string => `/results/${survey.id}/${isServiceSurvey(survey) ? 'services' : 'full'}`;

/** Of the questions offered, those that are asked as things stand: a provider's once it was chosen, and what was said to apply. */
export const askedNow = (questions: readonly Question[], answers: Readonly<Record<string, unknown>>): readonly Question[] =>
  choosing(questions, (answers[dependedId] as readonly string[] | undefined) ?? []).filter(({ askedIf }) => !askedIf || answers[askedIf] === 'yes');

const choosing = (questions: readonly Question[], chosen: readonly (string | undefined)[]): readonly Question[] => questions.filter(({ provider }) => provider === undefined || chosen.includes(provider));

/** With as many providers as anybody rates; the same questions in every other survey. */
export const longestWay = (questions: readonly Question[]): readonly Question[] => choosing(questions, [...new Set(questions.map(({ provider }) => provider))].slice(0, 1 + mostRated));

/** What is offered to a block, of what a sealed survey says of each; everything that says nothing of it. */
export function offeredTo(questions: readonly Question[], block: number | null): readonly Question[] {
  const here = ({ offered }: { readonly offered?: string }) => offered === undefined || offered[block ?? -1] === '1';
  return questions.filter(here).flatMap((one) => (one.id === dependedId && one.kind === 'several' ? withOptions(one, one.options.filter(here)) : [one]));
}

const withOptions = (question: SeveralQuestion, options: SeveralQuestion['options']): readonly Question[] => (options.length === 0 ? [] : [{ ...question, options }]);

/** As in a survey of one block. */
export function withoutOffers(question: Question): Question {
  const { offered, ...asked } = question;
  void offered;
  return asked.kind === 'several' ? { ...asked, options: asked.options.map(({ id, label }) => ({ id, label })) } : asked;
}

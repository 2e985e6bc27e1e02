// Whom each question is asked of that not everybody is asked, for pages that list what a survey asks.
import type { Localized } from '../../kernel/language.ts';
import type { Question } from '../questions/question.ts';
import { isByGroups, routedTo, type RoutedTo, type Routing, type RoutingGround } from './routing.ts';

/** By groups, or by «yes» to another question; that one by groups perhaps. */
export interface RoutedLines {
  readonly to: RoutedTo | null;
  /** Words of the question that opens it. */
  readonly screener: Localized | null;
}

export function routedLines(questions: readonly Question[], routing: readonly Routing[], ground: RoutingGround): Readonly<Record<string, RoutedLines>> {
  const groupsOf = (id: string): RoutedTo | null => {
    const route = routing.find((one) => one.question === id);
    return route && isByGroups(route) ? routedTo(ground, route.departments) : null;
  };
  return Object.fromEntries(
    routing.map((route) => {
      if (isByGroups(route)) return [route.question, { to: groupsOf(route.question), screener: null }];
      return [route.question, { to: groupsOf(route.screener), screener: questions.find(({ id }) => id === route.screener)?.text ?? null }];
    }),
  );
}

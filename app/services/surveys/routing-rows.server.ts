// Who is asked what, as both pages show it that let HR choose it: the one of a draft and the one of the programme.
import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import { textOf } from '#app/text/text.ts';
import type { RoutableQuestion, RoutingView } from './route-questions.server.ts';

interface Wanted {
  readonly language: Language;
  readonly url: URL;
  /** Questions that can open others; those among the rows where absent. */
  readonly screeners?: readonly RoutableQuestion[];
}

/** In the reader's words: all questions, and of the one that is being changed what it can be asked by. */
export function routingRows({ questions, everybody, parts, planWrong }: RoutingView, { language, url, screeners = questions.filter(({ screens }) => screens) }: Wanted) {
  const text = textOf(language);
  const said = (wrong: RoutableQuestion['wrong'] | RoutingView['planWrong']) => wrong && text.error(wrong.because, wrong.details);
  const rows = questions.map(({ wrong, text: words, ...row }) => ({ ...row, text: inLanguage(words, language) ?? row.id, said: said(wrong) }));
  const chosen = rows.find(({ id }) => id === url.searchParams.get('question')) ?? null;
  return { rows, everybody, chosen, parts: chosen ? parts : [], screeners: chosen ? screeners.map(({ id, text: words }) => ({ id, text: inLanguage(words, language) ?? id })) : [], planSaid: said(planWrong), kept: url.searchParams.get('kept') };
}

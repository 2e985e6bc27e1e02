// A plan in which nobody typed a word speaks every language: what stood in its form is said to each reader as that language says it.
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { saysNothing, type SaidIn } from '#app/domain/plans/plan-texts.ts';
import { textOf } from '#app/text/text.ts';
import { dimensionName } from './plan-words.server.ts';
import type { NewPlan } from './start-plan.server.ts';

const suggestedIn = (language: Language, { dimension, departmentName }: { readonly dimension: string; readonly departmentName: string }) => {
  const text = textOf(language);
  return { title: text('plan.new.name.initial', { dimension: dimensionName(dimension, language), department: departmentName }), step: text('plan.new.first.initial'), counted: text('plan.form.count.initial') };
};

const nothingIn = (said: SaidIn[Language]): boolean => !said || saysNothing(said);

/** What was given in other languages; where every word is a suggestion, the suggestions in those in which nothing was given. */
export function saidBesides({ said = {}, written, own, promise, title, steps, leading, dimension }: NewPlan, departmentName: string): SaidIn {
  if (!written) return said;
  const about = { dimension, departmentName };
  const here = suggestedIn(written, about);
  if (own !== null || promise !== null || title !== here.title || steps.some((step) => step.title !== here.step)) return said;
  const there = languages.filter((language) => language !== written && nothingIn(said[language]));
  const besides = there.map((language) => {
    const words = suggestedIn(language, about);
    return [language, { title: words.title, own: [], promise: '', counted: leading?.name === here.counted ? words.counted : '', steps: steps.map(() => words.step) }] as const;
  });
  return { ...said, ...Object.fromEntries(besides) };
}

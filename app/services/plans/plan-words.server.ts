// What things are called in the reader's language. Said on the server, so that no browser loads the question library or all measures.
import { inLanguage, languages, nameOfLanguage, type Language } from '#app/domain/kernel/language.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { PlanWords } from '#app/domain/plans/plan-page.ts';
import { planIn, readInstead } from '#app/domain/plans/plan-texts.ts';
import { titleOf, type PlannedMeasure } from '#app/domain/plans/planned-measure.ts';
import { dimension } from '#app/domain/surveys/questions/question-library.ts';
import { textOf, type Text } from '#app/text/text.ts';

export const dimensionName = (id: string, language: Language): string => inLanguage(dimension(id)?.label, language) ?? id;

export function wordsOf(plan: ActionPlan, language: Language): PlanWords {
  const { measures } = planIn(plan, language);
  return {
    dimension: dimensionName(plan.dimension, language),
    measures: Object.fromEntries(measures.map((one) => [one.id, inLanguage(titleOf(one), language)])),
    instead: nameOfInstead(plan, language),
    counted: Object.fromEntries(measures.map((one) => [one.id, countedName(one, language)])),
  };
}

function nameOfInstead(plan: Pick<ActionPlan, 'written' | 'translations'>, language: Language): string | null {
  const instead = readInstead(plan, language);
  return instead && nameOfLanguage(instead);
}

/** What a plan is called where it is told in a sentence, with the language where that is not the reader's. */
export function titleSaid(text: Text, plan: ActionPlan): string {
  const { title } = planIn(plan, text.language);
  const instead = nameOfInstead(plan, text.language);
  return instead === null ? title : text('plan.instead.title', { title, language: instead });
}

/** A suggestion that was left as it stood is said in the reader's language; own words stay own words. */
function countedName({ catalogueId, leading }: PlannedMeasure, language: Language): string {
  const name = leading?.name ?? '';
  const suggested = catalogueId !== null && languages.some((one) => textOf(one).code('leading', catalogueId) === name);
  return suggested ? textOf(language).code('leading', catalogueId) : name;
}

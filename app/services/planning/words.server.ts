// What things are called in the reader's language. Said on the server, so that no browser loads the question library or all measures.
import type { Language } from '#app/domain/kernel/language.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import { titleOf } from '#app/domain/plans/planned-measure.ts';
import { dimension } from '#app/domain/surveys/question-library.ts';

export interface PlanWords {
  readonly dimension: string;
  /** By id of the planned measure. */
  readonly measures: Readonly<Record<string, string>>;
}

export const dimensionName = (id: string, language: Language): string => dimension(id)?.label[language] ?? id;

export const wordsOf = (plan: Pick<ActionPlan, 'dimension' | 'measures'>, language: Language): PlanWords => ({
  dimension: dimensionName(plan.dimension, language),
  measures: Object.fromEntries(plan.measures.map((one) => [one.id, titleOf(one)[language]])),
});

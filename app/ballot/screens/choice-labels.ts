// What a question's choices are called in the page's language, and the values that stand for no answer.
import { inLanguage } from '#app/domain/kernel/language.ts';
import type { Option, PairQuestion, RecommendQuestion, ScaleQuestion } from '#app/domain/surveys/questions/question.ts';
import type { Scene } from '../scene.ts';
import type { Choice } from './choices.ts';

/** Values of choices that are no answer; no option's id has a colon. */
export const unsaidValue = ':unsaid';
export const noneValue = ':none';

/** Options have no order, so their keys are not shown: numbers before them would look like ranks. */
export function optionChoices(scene: Scene, options: readonly Option[]): Choice[] {
  return options.map(({ id, label }, place) => ({ value: id, label: inLanguage(label, scene.text.language), ...(place < 9 ? { key: String(place + 1) } : {}) }));
}

export function pointChoices(scene: Scene, question: ScaleQuestion | PairQuestion): Choice[] {
  return question.labels.map((label, place) => ({
    value: String(place + 1),
    label: inLanguage(label, scene.text.language),
    key: String(place + 1),
    digit: true,
  }));
}

export function recommendChoices(scene: Scene, { labels }: RecommendQuestion): Choice[] {
  const named = new Map([0, 5, 10].map((value, place) => [value, inLanguage(labels[place], scene.text.language) ?? '']));
  return Array.from({ length: 11 }, (_, value) => ({ value: String(value), label: named.get(value) ?? '', key: String(value), digit: true }));
}

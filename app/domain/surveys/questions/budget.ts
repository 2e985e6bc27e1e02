// A questionnaire has an end: what takes longer is left unfinished, and whoever is asked too much stops reading. A rule, not a hint.
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import { secondsFrom } from './duration.ts';
import type { SurveyTemplate } from './library-item.ts';
import type { Question } from './question.ts';
import { libraryBlock } from './question-library.ts';

/** Boxes for own words in a survey whose template has fewer. */
const usualBoxes = 2;

interface Budget {
  readonly seconds: number;
  /** Boxes for own words. */
  readonly boxes: number;
}

function budgetOf(template: SurveyTemplate): Budget {
  const boxes = template.blocks.filter((id) => libraryBlock(id)?.kind === 'open').length;
  return { seconds: template.targetMinutes * 60, boxes: Math.max(usualBoxes, boxes) };
}

/** Details of a refusal: what it is, and what there is room for. */
export function withinBudget(template: SurveyTemplate, questions: readonly Question[]): Outcome<null, 'too-many-boxes' | 'too-long-to-answer'> {
  const { seconds, boxes } = budgetOf(template);
  const open = questions.filter(({ kind }) => kind === 'open').length;
  if (open > boxes) return refused('too-many-boxes', { n: open, most: boxes });
  const needed = secondsFrom(questions);
  return needed > seconds ? refused('too-long-to-answer', { n: needed, most: seconds }) : done(null);
}

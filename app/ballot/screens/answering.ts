// The controls of one question, of every kind.
import type { Question } from '#app/domain/surveys/questions/question.ts';
import type { Scene, Screen } from '../scene.ts';
import { pairOfAnswers } from './pair.ts';
import { withReasons } from './reasons.ts';
import { severalAnswers } from './several.ts';
import { singleAnswer } from './single.ts';
import { openAnswer } from './writing.ts';

/** `title` is the heading of the question, drawn inside the legend. */
export function answering(scene: Scene, question: Question, title: HTMLElement): Screen {
  switch (question.kind) {
    case 'scale':
    case 'recommend':
      return withReasons(scene, question, singleAnswer(scene, question, title));
    case 'choice':
    case 'background':
      return { node: singleAnswer(scene, question, title) };
    case 'several':
      return { node: severalAnswers(scene, question, title) };
    case 'pair':
      return { node: pairOfAnswers(scene, question, title) };
    case 'open':
      return { node: openAnswer(scene, question, title) };
  }
}

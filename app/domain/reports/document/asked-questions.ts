// The questionnaire as it was asked: every question everybody got, in its order, with what could be answered.
import type { Wave } from '../../analysis/wave.ts';
import type { Language } from '../../kernel/language.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import type { Question, QuestionKind } from '../../surveys/questions/question.ts';
import { labelsOf, type Labels } from '../labels.ts';

export interface AskedQuestion {
  readonly id: string;
  readonly text: string;
  readonly kind: QuestionKind;
  /** Its area; null where it stands alone. */
  readonly area: string | null;
  /** Points or options, in order; empty for words of one's own. */
  readonly answers: readonly string[];
  /** Fewest valid answers of a group about which it says anything. */
  readonly k: number;
}

export function askedQuestions(wave: Wave, language: Language): AskedQuestion[] {
  const labels = labelsOf(wave, language);
  return wave.questions.map((question) => ({
    id: question.id,
    text: labels.of(question.text),
    // One of several is sealed as several of which one may be chosen.
    kind: question.kind === 'several' && question.most === 1 ? 'choice' : question.kind,
    area: question.dimension === null ? null : labels.dimension(question.dimension),
    answers: answersOf(question, labels),
    k: Math.max(question.k, wave.release.k),
  }));
}

function answersOf(question: Question, labels: Labels): string[] {
  switch (question.kind) {
    case 'scale':
    case 'recommend':
    case 'pair':
      return question.labels.map((label) => labels.of(label));
    case 'choice':
    case 'several':
    case 'background':
      return question.options.map(({ label }) => labels.of(label));
    case 'open':
      return [];
    default:
      return unreachable(question);
  }
}

// Answers changed after sending look as if they were in the box, because the page keeps them beside the receipt: this tells them apart.
import { recordOf } from '#app/domain/responses/answer-record.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { answersToSend } from './answers-to-send.ts';
import type { Draft } from './draft.ts';

/** `unsure`: changes were sent and never acknowledged, so that either ballot may be in the box. */
export type Unsent = 'nothing' | 'changes' | 'unsure';

/** What lies on the device besides the ballot that was sent; `nothing` also where nothing was sent or no paper is left to send with. */
export function unsentOf({ draft, questions }: { readonly draft: Draft; readonly questions: readonly Question[] }): Unsent {
  if (!draft.sent?.record || !draft.paper) return 'nothing';
  if (draft.pending) return 'unsure';
  return recordOf(answersToSend(questions, draft.answers)) === draft.sent.record ? 'nothing' : 'changes';
}

/** The answers as they were sent. */
export function sentAnswers(record: string): Answers {
  return (JSON.parse(record) as { readonly answers: Answers }).answers;
}

// What HR does with words, and an answer to them.
import * as v from 'valibot';
import { longestReply } from '#app/domain/reports/word-reply.ts';
import { id, line, optionalId, optionalLine } from './form-fields.ts';

/** Departments come from people files and may be called anything. */
export const wordsDepartment = v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(200, 'too-long'));

export const wordsForm = v.object({
  intent: v.picklist(['pass-on', 'leave-out', 'take-in', 'black-out', 'uncover'], 'required'),
  department: wordsDepartment,
  id: optionalId,
  name: optionalLine(80),
});

export const answerWordsForm = v.object({ department: wordsDepartment, comment: optionalId, theme: optionalId, request: id, text: line(longestReply) });

// Where choosing anything may be a complaint: such an item is counted in groups of ten ballots at least, and in every cell at least two carry
// no option. What a company asks itself is always among them, because no program can tell what its options say.
import { isRemedy } from '../questions/extra-questions.ts';
import { isOwn } from './own-question.ts';

/** Of an item that takes any number of options. */
export const isComplaint = (questionId: string): boolean => isRemedy(questionId) || isOwn(questionId);

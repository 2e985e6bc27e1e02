// Which blocks a question is asked of, as everybody may read it: one character for each.
import type { Question } from '../questions/question.ts';

/** Asked of some by HR's choice. What a plan brings along carries routes that nobody else can read, and a provider's own estimate is its own. */
export const isOfSome = ({ offered, own }: Pick<Question, 'offered' | 'own'>): boolean => offered !== undefined && own === undefined;

/** Numbers of the blocks that are asked. */
export const blocksOffered = ({ offered = '' }: Pick<Question, 'offered'>): readonly number[] => [...offered].flatMap((mark, block) => (mark === '1' ? [block] : []));

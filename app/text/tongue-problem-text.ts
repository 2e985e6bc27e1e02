// What is wrong with a file of sentences, in the language of whoever reads it.
import type { TongueProblem } from '#app/domain/surveys/tongue-problem.ts';
import type { Text } from './text.ts';

/** Without the key of the sentence. */
export const tongueProblemText = (text: Text, { code, details }: TongueProblem): string => text(`tongues.problem.${code}`, details);

/** One line, for a screen of characters. */
export const tongueProblemLine = (text: Text, problem: TongueProblem): string => `${problem.key && `${problem.key}: `}${tongueProblemText(text, problem)}`;

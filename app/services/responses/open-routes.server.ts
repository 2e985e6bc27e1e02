// Which of a survey's questions a block is asked: opened with its salt, as each member's page does.
import { createHash } from 'node:crypto';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { isRouted, routeText } from '#app/domain/surveys/asking/routes.ts';
import { offeredTo } from '#app/domain/surveys/serving/service-survey.ts';

/** SHA-256 in base64url, of which a route holds the first character. */
export const hashOfRoute = (salt: string, questionId: string): string => createHash('sha256').update(routeText(salt, questionId)).digest('base64url');

const isAskedOf = ({ id, routes }: Question, block: number, salt: string): boolean => routes === undefined || isRouted(routes, block, hashOfRoute(salt, id));

export const askedOfBlock = ({ questions }: Pick<Manifest, 'questions'>, block: number, salt: string): readonly Question[] => offeredTo(questions.filter((question) => isAskedOf(question, block, salt)), block);

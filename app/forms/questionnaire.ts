// A questionnaire that comes as a file.
import * as v from 'valibot';
import { largestQuestionnaire } from '#app/domain/surveys/questions/largest-questionnaire.ts';
import { formRequest } from './form-fields.ts';
import { fileIn } from './people-import.ts';

export const questionnaireForm = v.object({
  request: formRequest,
  file: v.optional(
    v.pipe(
      v.unknown(),
      v.transform(fileIn),
      v.check((file) => file !== null, 'file-missing'),
      v.check((file) => file === null || file.size <= largestQuestionnaire, 'questionnaire-large'),
    ),
    null,
  ),
});

// Own questions as they lie in the database.
import * as v from 'valibot';
import { stored } from '../kernel/stored.ts';
import { ownKinds, sensitivities } from './own-kind.ts';
import type { OwnQuestion } from './own-question.ts';

const texts = v.record(v.string(), v.string());

export const storedOwnQuestion = stored<OwnQuestion>({
  noun: 'an own question',
  shape: v.object({
    number: v.number(),
    version: v.number(),
    words: v.object({
      kind: v.picklist(ownKinds),
      about: v.nullable(v.string()),
      reverse: v.boolean(),
      sensitivity: v.picklist(sensitivities),
      text: texts,
      expected: texts,
      experienced: texts,
      answers: v.array(texts),
    }),
    standing: v.picklist(['active', 'retired']),
  }),
});

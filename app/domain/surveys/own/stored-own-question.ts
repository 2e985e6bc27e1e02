// Own questions as they lie in the database.
import * as v from 'valibot';
import { stored, storedDay } from '../../kernel/stored.ts';
import { comparisons } from './four-gates.ts';
import { ownKinds, sensitivities } from './own-kind.ts';
import type { OwnQuestion } from './own-question.ts';

const texts = v.record(v.string(), v.string());

export const ownQuestionShape: v.GenericSchema<unknown, OwnQuestion> = v.object({
  number: v.number(),
  version: v.number(),
  words: v.object({
    kind: v.picklist(ownKinds),
    about: v.nullable(v.string()),
    reverse: v.boolean(),
    sensitivity: v.picklist(sensitivities),
    describes: v.optional(v.boolean(), false),
    text: texts,
    label: v.optional(texts, {}),
    expected: texts,
    experienced: texts,
    answers: v.array(texts),
  }),
  standing: v.picklist(['active', 'retired']),
  gates: v.optional(v.nullable(v.object({ important: v.string(), controllable: v.string(), owner: v.picklist(['hr', 'manager', 'provider', 'executive']), comparable: v.picklist(comparisons), on: storedDay })), null),
  parked: v.optional(v.nullable(v.object({ reason: v.string(), review: storedDay })), null),
});

export const storedOwnQuestion = stored<OwnQuestion>({ noun: 'an own question', shape: ownQuestionShape });

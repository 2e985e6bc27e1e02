// Surveys as they lie in the database: their words, what they ask, and what was told of participation.
import * as v from 'valibot';
import { stored, storedCalendar, storedDay, storedLocalized, storedTongue } from '../kernel/stored.ts';
import { storedRouting } from './asking/stored-routing.ts';
import { wordReaders } from './own/own-words.ts';
import type { Participation } from './participation/participation.ts';
import type { Question, QuestionKind } from './questions/question.ts';
import type { SurveyDefinition } from './survey.ts';

const kinds: Readonly<Record<QuestionKind, true>> = { scale: true, recommend: true, choice: true, several: true, pair: true, open: true, background: true };

/** By its kind alone: what was sealed is never changed, and a definition is read with every page. */
export const storedQuestion = v.custom<Question>(
  (value) => typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'kind' in value && Object.hasOwn(kinds, String(value.kind)),
  'no question this program knows',
);

const storedCut = v.object({ question: v.string(), scope: v.string(), items: v.array(v.string()) });

export const storedTitle = stored({ noun: 'the words of a survey', shape: storedLocalized });

export const storedDefinition = stored<SurveyDefinition>({
  noun: 'what a survey asks',
  shape: v.object({
    template: v.optional(v.string()),
    k: v.number(),
    languages: v.array(storedTongue),
    questions: v.array(storedQuestion),
    cuts: v.array(storedCut),
    audience: v.optional(v.variant('kind', [v.object({ kind: v.literal('parts'), departments: v.array(v.string()) }), v.object({ kind: v.literal('half') })])),
    routing: v.optional(storedRouting),
    letterHour: v.optional(v.number()),
    letterDays: v.optional(v.object({ announcement: v.optional(v.nullable(storedDay)), 'first-reminder': v.optional(v.nullable(storedDay)), 'last-reminder': v.optional(v.nullable(storedDay)) })),
    calendar: v.optional(storedCalendar),
    wave: v.optional(v.object({ programme: v.string(), number: v.number() })),
    consulting: v.optional(v.object({ plan: v.string(), department: v.string(), readers: storedLocalized })),
    service: v.optional(v.object({ providers: v.array(v.object({ id: v.string(), departments: v.array(v.string()), customers: v.array(v.string()), name: storedLocalized })), readers: storedLocalized })),
    wordsFor: v.optional(v.picklist(wordReaders)),
    slips: v.optional(v.variant('kind', [v.object({ kind: v.literal('print'), handingOut: v.array(v.string()) }), v.object({ kind: v.literal('without') })])),
    extras: v.optional(
      v.object({
        taken: v.array(v.object({ kind: v.string(), questions: v.array(v.string()), of: v.nullable(v.array(v.string())), plans: v.array(v.string()) })),
        later: v.array(v.object({ kind: v.string(), plans: v.array(v.string()) })),
      }),
    ),
  }),
});

/** Before smaller surveys had wider steps, all had 5. */
export const storedSteps = stored<Pick<Participation, 'company' | 'step' | 'departments'>>({
  noun: 'participation',
  shape: v.object({ company: v.number(), step: v.optional(v.number(), 5), departments: v.record(v.string(), v.number()) }),
});

// Plans and versions of them that were kept, as they lie in the database.
import * as v from 'valibot';
import { stored, storedDay, storedLanguage } from '../kernel/stored.ts';
import { planStates, type ActionPlan } from './action-plan.ts';
import { grounds } from './achievement.ts';
import { blockerKinds } from './blocker.ts';
import { askings } from './consultation.ts';
import { stepStatuses } from './step.ts';
import { storedReview, withTwoStatements } from './stored-review.ts';

const number = v.number();
const text = v.string();
const day = v.nullable(storedDay);

const leading = v.object({ name: text, start: number, goal: number, now: v.nullable(number) });
const measure = v.object({
  id: text,
  catalogueId: v.nullable(text),
  text,
  kind: v.picklist(['substantive', 'communication']),
  effort: v.picklist(['S', 'M', 'L']),
  controllability: v.picklist(['department', 'shared', 'company']),
  leading: v.nullable(leading),
});

const change = { from: storedDay, to: storedDay, reason: text, on: storedDay, by: text };
const step = v.object({ id: text, title: text, ownerId: text, due: storedDay, status: v.picklist(stepStatuses), doneOn: day, evidence: text, dueChanges: v.array(v.object(change)), revision: number });
const blocker = v.object({ id: text, kind: v.picklist(blockerKinds), text, raisedBy: text, raisedOn: storedDay, resolvedOn: day, resolution: text });
const promise = v.object({ id: text, text, by: text, due: storedDay, keptOn: day, dropped: v.nullable(text), renewals: v.optional(v.array(v.object(change))) });

const consultation = v.object({ surveyId: v.nullable(text), asking: v.picklist(askings), people: number, until: storedDay, answer: v.nullable(v.object({ text, by: text, on: storedDay })) });

/** The figure that was promised of the score, whatever the row is. */
const promisedIn = ({ target }: Readonly<Record<string, unknown>>): number | null => (typeof target === 'object' && target !== null && 'index' in target && typeof target.index === 'number' ? target.index : null);

export const storedPlan = stored<ActionPlan>({
  noun: 'a plan',
  shape: v.object({
    id: text,
    issueId: text,
    departmentId: text,
    dimension: text,
    state: v.picklist(planStates),
    version: number,
    revision: number,
    title: text,
    written: v.optional(v.nullable(storedLanguage), null),
    translations: v.optional(v.record(storedLanguage, v.record(text, text)), {}),
    ownerId: text,
    partners: v.array(text),
    customers: v.optional(v.array(text), []),
    target: v.nullable(v.object({ index: v.nullable(number), by: storedDay })),
    baseline: v.nullable(v.object({ index: number, n: number, low: number, high: number, releaseHash: text, smallestChange: number })),
    measures: v.array(measure),
    steps: v.array(step),
    blockers: v.array(blocker),
    promises: v.array(promise),
    review: v.nullable(storedReview),
    earlyReview: v.optional(v.nullable(storedReview), null),
    result: v.nullable(v.object({ text, next: text, on: storedDay, by: text, grounds: v.optional(v.array(v.picklist(grounds)), []) })),
    cancelled: v.nullable(v.object({ reason: text, by: text })),
    lesson: text,
    consultation: v.optional(v.nullable(consultation), null),
    days: v.object({ created: storedDay, consulted: day, committed: day, started: day, implemented: day, closed: day, updated: storedDay }),
  }),
  upcasts: [(old) => ({ ...old, review: withTwoStatements(old['review'], promisedIn(old)) })],
});

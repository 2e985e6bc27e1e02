// Issues, and what the diary of a plan says of an event, as they lie in the database.
import * as v from 'valibot';
import { stored, storedDay, storedLocalized } from '../kernel/stored.ts';
import { causes } from './cause.ts';
import { factKinds, type Evidence } from './evidence.ts';
import { issueSources, issueStates, type Issue } from './issue.ts';
import type { ProgressNote } from './progress-note.ts';

const number = v.number();
const text = v.string();

const evidence: v.GenericSchema<unknown, Evidence> = v.object({
  releaseHash: text,
  survey: v.object({ id: text, title: storedLocalized, closed: storedDay }),
  group: v.object({ departmentId: text, name: text, with: v.array(v.object({ name: text, direct: v.boolean() })) }),
  dimension: text,
  n: number,
  index: number,
  low: number,
  high: number,
  favourable: v.nullable(number),
  smallestChange: number,
  byCustomers: v.optional(v.boolean()),
  customers: v.optional(v.array(v.object({ id: text, name: text }))),
});

const said = { reason: text, wouldChange: text, by: text, on: storedDay };

export const storedIssue = stored<Issue>({
  noun: 'an issue',
  shape: v.object({
    id: text,
    source: v.picklist(issueSources),
    departmentId: text,
    dimension: text,
    evidence: v.nullable(evidence),
    facts: v.array(v.object({ kind: v.picklist(factKinds), text, showsValue: v.boolean() })),
    cause: v.nullable(v.picklist(causes)),
    state: v.picklist(issueStates),
    askedOn: storedDay,
    answer: v.nullable(v.object({ ...said, earlier: v.optional(v.array(v.object(said)), []) })),
    answeredOn: v.nullable(storedDay),
    forwardedFrom: v.nullable(text),
    handed: v.optional(v.nullable(v.object({ by: text, on: storedDay })), null),
    revision: number,
  }),
});

export const storedDetails = stored<ProgressNote['details']>({ noun: 'a note of a plan', shape: v.record(text, text) });

// Proposals as they lie in the database, beside who wrote them and when.
import * as v from 'valibot';
import { stored, storedDay } from '../../kernel/stored.ts';
import type { Proposal, ProposalAnswer } from './proposal.ts';

const answer: v.GenericSchema<unknown, ProposalAnswer> = v.variant('kind', [
  v.object({ kind: v.literal('taken-up'), on: storedDay, own: v.number() }),
  v.object({ kind: v.literal('asked'), on: storedDay, text: v.record(v.string(), v.string()) }),
  v.object({ kind: v.literal('parked'), on: storedDay, reason: v.string(), review: storedDay }),
  v.object({ kind: v.literal('declined'), on: storedDay, reason: v.string() }),
]);

export type ProposalContent = Omit<Proposal, 'id' | 'authorId' | 'day'>;

const shape: v.GenericSchema<unknown, ProposalContent> = v.object({
  words: v.string(),
  why: v.string(),
  mayShow: v.boolean(),
  keptBack: v.boolean(),
  fromText: v.optional(v.object({ surveyId: v.string() })),
  answers: v.array(answer),
});

export const storedProposal = stored<ProposalContent>({ noun: 'a proposal', shape });

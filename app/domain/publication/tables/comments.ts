// Comments are published for groups of ten ballots or more, detached from scores, from each other and from the box they were written
// in: a box stands under a low score only, so whoever knew the box would know the score. No row, no order of arrival, no trace of
// how they were typed beyond the words.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AnswerSheet } from '#app/domain/publication/tally/answer-sheet.ts';
import { certainPeople, countByLeaf } from '#app/domain/publication/groups/counted-people.ts';
import { atomId, type KeyedPartition } from '#app/domain/publication/groups/partition.ts';
import type { ReleasedComment } from '#app/domain/publication/release/release.ts';
import type { Structure } from '#app/domain/publication/groups/structure.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';

/**
 * Sorted by a hash of survey and words. Whoever had an answer moved has no text among them, whichever box it was written in. A group
 * has no more of them than the boxes that everybody was offered could hold: one more would prove that a low score was given.
 */
export function publishComments(input: TallyInput, structure: Structure, sheet: AnswerSheet): ReleasedComment[] {
  const partition = structure.comments;
  if (!partition) return [];
  const ballots = partition.plan.atoms.map((atom) => atom.members.reduce((sum, leaf) => sum + partition.answered[leaf]!, 0));
  const room = ballots.map((count) => count * input.openBoxes);
  const isAmongMany = manyAsked(input, partition);
  return input.texts
    .filter(({ row, ofSome }) => !sheet.isMovedIn(row) && isAmongMany(ofSome, input.leafOf[row]!))
    .map(({ row, text }) => ({ atom: partition.plan.atomOf[input.leafOf[row]!]!, text: normalised(text) }))
    .filter(({ text }) => text !== '')
    .map((comment) => ({ ...comment, hash: bytesToHex(sha256(utf8ToBytes(`${input.survey.id}\n${comment.text}`))) }))
    .sort((one, other) => (one.hash === other.hash ? one.atom - other.atom : one.hash < other.hash ? -1 : 1))
    .filter(({ atom }) => room[atom]!-- > 0)
    .map(({ atom, text }) => ({ partition: partition.key, atoms: [atomId(atom)], text }));
}

/** What only some could write reads like what they were asked: among those of its group who could are as many as it takes for words. */
function manyAsked(input: TallyInput, { k, plan }: KeyedPartition): (ofSome: ReadonlySet<number> | undefined, leaf: number) => boolean {
  const people = certainPeople(input, countByLeaf(input, () => true));
  return (ofSome, leaf) => ofSome === undefined || plan.atoms[plan.atomOf[leaf]!]!.members.reduce((sum, one) => (ofSome.has(one) ? sum + people[one]! : sum), 0) >= k;
}

/** As it was written, full width and all; one form for one letter, one space between words, no invisible characters and no halves of one. */
function normalised(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').replace(/\p{Cf}/gu, '').trim();
}

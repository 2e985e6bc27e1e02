// Comments are published for groups of ten ballots or more, detached from scores and from each other: no row, no order of arrival,
// no trace of how they were typed beyond the words.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AnswerSheet } from './answer-sheet.ts';
import { atomId } from './partition.ts';
import type { ReleasedComment } from './release.ts';
import type { Structure } from './structure.ts';
import type { TalliedText, TallyInput } from './tally-input.ts';

/** Sorted by a hash of survey and words. The text of a moved answer is not among them. */
export function publishComments(input: TallyInput, structure: Structure, sheet: AnswerSheet): ReleasedComment[] {
  const partition = structure.comments;
  if (!partition) return [];
  const kept = input.texts.filter((text) => text.explains === null || !sheet.isMoved(text.explains, text.row));
  const comments = kept.flatMap((text): ReleasedComment[] => {
    const words = normalised(text.text);
    if (words === '') return [];
    const atom = partition.plan.atomOf[input.leafOf[text.row]!]!;
    return [{ partition: partition.key, atoms: [atomId(atom)], ...subjectOf(text), text: words }];
  });
  return comments
    .map((comment) => ({ comment, hash: bytesToHex(sha256(utf8ToBytes(`${input.survey.id}\n${comment.text}`))) }))
    .sort((one, other) => (one.hash < other.hash ? -1 : one.hash > other.hash ? 1 : compareAtoms(one.comment, other.comment)))
    .map(({ comment }) => comment);
}

/** Equal words in two groups stand in the groups' order, not in that of their arrival. */
function compareAtoms(one: ReleasedComment, other: ReleasedComment): number {
  const key = (comment: ReleasedComment) => `${comment.atoms[0]} ${comment.dimension} ${comment.question}`;
  return key(one) < key(other) ? -1 : 1;
}

/** A reason for a low score is mixed with the open comments on its dimension, so that it does not tell the score. */
function subjectOf(text: TalliedText): Pick<ReleasedComment, 'dimension' | 'question'> {
  if (text.dimension !== null) return { dimension: text.dimension, question: null };
  return { dimension: null, question: text.explains === null ? text.question : null };
}

/** One form for letters that look alike, one space between words, no invisible characters. */
function normalised(text: string): string {
  return text.normalize('NFKC').replace(/[\p{Cc}\s]+/gu, ' ').replace(/\p{Cf}/gu, '').trim();
}

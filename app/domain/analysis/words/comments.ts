// Comments of a department: those whose own, coarser group lies inside it. They carry no score, no cut and no order of writing.
import type { ReleasedComment } from '../../publication/release/release.ts';
import type { Group } from '../group.ts';
import type { Wave } from '../wave.ts';

export interface CommentsOfGroup {
  readonly group: Group;
  readonly comments: readonly ReleasedComment[];
}

/** In the order of the release; null where no comments are published at all. */
export function commentsOf(wave: Wave, department: string): CommentsOfGroup | null {
  const partition = wave.release.comments[0]?.partition;
  const group = partition === undefined ? null : wave.group(partition, department);
  if (!group) return null;
  const inside = new Set(group.atoms);
  return { group, comments: wave.release.comments.filter((one) => one.partition === partition && one.atoms.every((atom) => inside.has(atom))) };
}

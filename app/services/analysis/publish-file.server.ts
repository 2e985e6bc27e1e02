// From an open file of past answers to its release, for the command line and for the page alike: the same gate, and nothing is written.
import { cutsWith } from '#app/domain/publication/cuts/cuts.ts';
import type { PastRead } from '#app/domain/past-surveys/answers.ts';
import { quoted, type PastProblems } from '#app/domain/past-surveys/problem.ts';
import { tallyOfPast, unlinkedOfPast } from '#app/domain/past-surveys/tally.ts';
import { publishUnlinked } from '#app/domain/past-surveys/publish-unlinked.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { seededChance } from '#app/domain/publication/release/seeded-chance.ts';
import { loadSolver } from '#app/services/publication/load-solver.server.ts';
import { readAnswers, type ReadAnswers, type ReadingOrder } from './answers-file.server.ts';
import type { OpenFile } from './small-table.server.ts';

export interface PastReleaseOrder extends ReadingOrder {
  readonly survey: Release['survey'];
}

export interface PastRelease extends Omit<ReadAnswers, 'past'> {
  readonly release: Release;
  readonly layout: PastRead['layout'];
}

/** Null after reporting why there is none. Chance derives from the file's hash: the same file gives the same release again. */
export async function releaseOfPast(file: OpenFile, order: PastReleaseOrder, problems: PastProblems): Promise<PastRelease | null> {
  const read = await readAnswers(file, order, problems);
  if (read) checkScopes(read.past, problems);
  if (!read || problems.count() > 0) return null;
  const { past, ...counted } = read;
  const { survey, k } = order;
  const told = { survey, k, chance: seededChance(file.hash) };
  const published =
    past.layout === 'wide'
      ? publish(tallyOfPast(past, told), past.cuts.length > 0 ? { admitCuts: cutsWith({ findWorld: await loadSolver() }) } : {})
      : publishUnlinked(unlinkedOfPast(past, told));
  if (published.ok) return { ...counted, release: published.value, layout: past.layout };
  const { missing = 0 } = published.details;
  problems.add({ file: 'answers', line: 0, column: 0, code: 'too-few', details: { k, missing } });
  return null;
}

function checkScopes(past: PastRead, problems: PastProblems): void {
  if (past.layout === 'long') return;
  for (const { scope } of past.cuts) {
    if (scope === null || past.departments.departments.some(({ id }) => id === scope)) continue;
    problems.add({ file: 'call', line: 0, column: 0, code: 'cut-department', details: { value: quoted(scope) } });
  }
}

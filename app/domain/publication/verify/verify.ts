// Anybody can check a release from the release alone: that it is the one that was published, that no group in it is smaller than
// it promises, that everything adds up, and that it leaves every complaint in doubt.
import * as v from 'valibot';
import { canonical, hashOf } from '#app/domain/publication/release/canonical.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import type { ReleaseProblem, Report } from '#app/domain/publication/release/release-problem.ts';
import { releaseShape } from '#app/domain/publication/release/release-shape.ts';
import { verifyCuts } from './cuts.ts';
import { verifyCorrelations, verifyDimensions } from './figures.ts';
import { verifyComments, verifyItems } from './items.ts';
import { verifyPartitions } from './partitions.ts';

/** k is 5 everywhere; an organisation may only raise it. */
export const smallestK = 5;

export interface Verification {
  /** Null when the text is not a release at all. */
  readonly release: Release | null;
  /** SHA-256 of the canonical form, hex; null with `release`. */
  readonly hash: string | null;
  readonly problems: readonly ReleaseProblem[];
}

export interface Expected {
  /** The hash the release is known by. */
  readonly hash?: string;
  /** The release before it in the chain. */
  readonly previous?: Release;
}

/** Checks the text of a release file. */
export function verifyText(text: string, expected: Expected = {}): Verification {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { release: null, hash: null, problems: [{ code: 'malformed', details: { where: 'JSON' } }] };
  }
  const verification = verifyRelease(value, expected);
  const same = verification.release === null || canonical(value) === text.trimEnd();
  return same ? verification : { ...verification, problems: [...verification.problems, { code: 'not-canonical', details: {} }] };
}

/** All problems found; none means that the release keeps what it promises, as far as it can tell by itself. */
export function verifyRelease(value: unknown, expected: Expected = {}): Verification {
  const shape = v.safeParse(releaseShape, value);
  if (!shape.success) {
    const problems = shape.issues.map((issue) => ({ code: 'malformed' as const, details: { where: v.getDotPath(issue) ?? '' } }));
    return { release: null, hash: null, problems };
  }
  const release = value as Release;
  const hash = hashOf(release);
  const problems: ReleaseProblem[] = [];
  const report: Report = (code, details = {}) => void problems.push({ code, details });
  if (expected.hash !== undefined && expected.hash !== hash) report('wrong-hash', { expected: expected.hash, found: hash });
  if (expected.previous) verifyChain(release, hashOf(expected.previous), report);
  verifyCounts(release, report);
  verifyPartitions(release, report);
  verifyItems(release, report);
  verifyDimensions(release, report);
  verifyCuts(release, report);
  verifyCorrelations(release, report);
  verifyComments(release, report);
  return { release, hash, problems };
}

function verifyChain(release: Release, previous: string, report: Report): void {
  if (release.previous !== previous) report('wrong-previous', { expected: previous, found: release.previous ?? '' });
}

function verifyCounts(release: Release, report: Report): void {
  const { ballots, papers, reissued, moved } = release.counts;
  if (release.k < smallestK) report('k-below-floor', { k: release.k, floor: smallestK });
  if (ballots !== null && papers !== null && ballots > papers + (reissued ?? 0)) report('too-many-ballots', { ballots, papers });
  if (moved !== null && ballots !== null && ballots < 100) report('moved-told', { ballots });
  if (release.audit.minimumSupport < release.k) report('support-too-small', { support: release.audit.minimumSupport, k: release.k });
}

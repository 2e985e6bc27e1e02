// What a plan or an answer is about: a published figure, an issue that waits, or something that came up without a figure.
import type { Actor } from '#app/domain/access/actor.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Evidence, Fact } from '#app/domain/plans/evidence.ts';
import { mayAnswer, type Issue, type OtherSource } from '#app/domain/plans/issue.ts';
import { dimension as libraryDimension } from '#app/domain/surveys/questions/question-library.ts';
import { whole } from '#app/domain/kernel/rounding.ts';
import type { App } from '#app/platform/app.server.ts';
import { evidenceFrom } from './evidence.server.ts';
import type { Place } from './place-of-actor.server.ts';
import { providerEvidence } from './service-waves.server.ts';
import { latestWave } from './waves.server.ts';

export interface Subject {
  readonly departmentId: string;
  readonly dimension: string;
  /** An issue that waits; null for a weak point of one's own. */
  readonly issueId: string | null;
  /** Where it came up, if not from a figure. */
  readonly source?: OtherSource | null;
  /** The service survey whose figure it begins from; null for the latest survey about working here. */
  readonly provided?: string | null;
}

export interface Found {
  readonly evidence: Evidence | null;
  readonly existing: Issue | null;
}

type Why = 'forbidden' | 'no-such-department' | 'not-shown';

export async function subjectOf(app: App, actor: Actor, { place: { who, departments }, ...subject }: Subject & { readonly place: Place }): Promise<Outcome<Found, Why>> {
  const { departmentId, dimension, issueId, source, provided = null } = subject;
  if (!departments.some((one) => one.id === departmentId)) return refused('no-such-department');
  if (!mayAnswer({ departmentId }, who)) return refused('forbidden');
  if (issueId !== null) {
    const existing = await app.data.issues.get(issueId);
    return existing && existing.departmentId === departmentId && existing.dimension === dimension ? done({ evidence: existing.evidence, existing }) : refused('not-shown');
  }
  if (source) return libraryDimension(dimension) ? done({ evidence: null, existing: null }) : refused('not-shown');
  const evidence = provided === null ? evidenceFrom(await latestWave(app), departmentId, dimension) : await providerEvidence(app, actor, { departmentId, surveyId: provided });
  if (!evidence.ok) return evidence;
  return done({ evidence: evidence.value, existing: await app.data.issues.about({ ...originOf(subject), evidence: evidence.value }) });
}

const originOf = ({ departmentId, dimension }: Subject) => ({ departmentId, dimension, forwardedFrom: null });

/** The clock of what came from a figure runs from the day it was published. */
export function newIssue(app: App, subject: Subject, evidence: Evidence | null): Issue {
  return {
    id: app.newId(),
    source: evidence === null ? (subject.source ?? 'manual') : 'indicator',
    ...originOf(subject),
    evidence,
    facts: figureOf(evidence),
    cause: null,
    state: 'accepted',
    askedOn: evidence?.survey.closed ?? app.today(),
    answer: null,
    answeredOn: null,
    handed: null,
    revision: 1,
  };
}

export const figureOf = (evidence: Evidence | null): Fact[] => (evidence === null ? [] : [{ kind: 'figure', text: `${whole(evidence.index)} (n = ${evidence.n})`, showsValue: false }]);

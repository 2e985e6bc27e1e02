// What the columns of a file look like, and what HR says they are.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { guessRoles } from '#app/domain/publication/past-guess.ts';
import type { PastLook } from '#app/domain/publication/past-look.ts';
import type { PastLayout, PastRole } from '#app/domain/publication/past-mapping.ts';
import { problemsOfCuts, type RoleProblem } from '#app/domain/publication/past-role-problems.ts';
import { pastSurveyId } from '#app/domain/surveys/past-survey.ts';
import type { App } from '#app/platform/app.server.ts';
import type { LookResult, PastJob } from './past-job.server.ts';
import { readResult, readStage, saveStage, type Stage } from './stage.server.ts';
import { resultOr, smallestGroup, type PastStaged, type Reading, type Wrong } from './standing.server.ts';

export type PastStanding =
  | Reading
  | Wrong
  | { readonly step: 'known'; readonly surveyId: string }
  | { readonly step: 'columns'; readonly look: PastLook; readonly layout: PastLayout; readonly roles: readonly PastRole[] };

const lookJob = ({ folder }: Stage, k: number): PastJob => ({ kind: 'look', folder, k, result: 'look' });

/** What the columns look like, with what HR said about them or else a guess. */
export async function columnsOfPast(app: App, id: string): Promise<Outcome<PastStaged<PastStanding>, 'not-found'>> {
  const stage = readStage(app, id);
  if (!stage) return refused('not-found');
  const { title, closed, columns } = stage;
  const read = resultOr<LookResult>(app, lookJob(stage, await smallestGroup(app)));
  const given = (standing: PastStanding) => done({ title, closed, standing });
  if ('step' in read) return given(read);
  if (!read.result.ok) return given({ step: 'wrong', found: read.result });
  const { hash, look } = read.result;
  const known = await app.data.pastSurveys.get(pastSurveyId(hash));
  if (known) return given({ step: 'known', surveyId: known.id });
  const { layout, roles } = columns ?? guessRoles(look);
  return given({ step: 'columns', look, layout, roles });
}

export interface SaidColumns {
  readonly layout: PastLayout;
  /** By column. */
  readonly roles: readonly PastRole[];
}

export interface WrongColumns {
  readonly ok: false;
  readonly because: 'columns';
  readonly problems: readonly RoleProblem[];
}

/** Refused with the columns that cannot be what they are said to be. */
export async function sayColumns(app: App, id: string, { layout, roles }: SaidColumns): Promise<Outcome<null, 'not-found'> | WrongColumns> {
  const stage = readStage(app, id);
  const read = stage && readResult<LookResult>(stage, 'look');
  if (!stage || !read?.ok || roles.length !== read.look.columns.length) return refused('not-found');
  const problems = problemsOfCuts(roles, read.look.columns);
  if (problems.length > 0) return { ok: false, because: 'columns', problems };
  saveStage(stage, { ...stage, columns: { revision: (stage.columns?.revision ?? 0) + 1, layout, roles }, values: null });
  return done(null);
}

// What the columns of a file look like, and what HR says they are.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { objectionsTo, type PastCounting, type PastObjection } from '#app/domain/past-surveys/counting.ts';
import { guessAsks, guessRoles, type PastAsk } from '#app/domain/past-surveys/guess.ts';
import type { PastLook } from '#app/domain/past-surveys/look.ts';
import type { PastLayout, PastRole } from '#app/domain/past-surveys/mapping.ts';
import { problemsOfCuts, type RoleProblem } from '#app/domain/past-surveys/role-problems.ts';
import type { PastSigns } from '#app/domain/past-surveys/signs.ts';
import { pastSurveyId } from '#app/domain/past-surveys/past-survey.ts';
import type { Encoding } from '#app/domain/tables/encodings.ts';
import type { EncodingOffer } from '#app/domain/tables/table.ts';
import type { App } from '#app/platform/app.server.ts';
import type { LookResult, PastJob } from './past-job.server.ts';
import { readResult, readStage, removeResult, saveStage, type Stage, type StagedSurvey } from './stage-files.server.ts';
import { resultOr, smallestGroup, type PastStaged, type Reading, type Wrong } from './staged.server.ts';

export type PastStanding =
  | Reading
  | Wrong
  | { readonly step: 'encoding'; readonly offers: readonly EncodingOffer[] }
  | { readonly step: 'known'; readonly surveyId: string }
  | { readonly step: 'columns'; readonly look: PastLook; readonly signs: PastSigns; readonly counting: PastCounting | null; readonly layout: PastLayout; readonly roles: readonly PastRole[]; readonly asks: readonly PastAsk[] };

const lookJob = ({ folder, encoding }: Stage & StagedSurvey, k: number): PastJob => ({ kind: 'look', folder, k, encoding, result: 'look' });

/** What the columns look like, with what HR said about them or else a guess. */
export async function columnsOfPast(app: App, id: string): Promise<Outcome<PastStaged<PastStanding>, 'not-found'>> {
  const stage = readStage(app, id);
  if (!stage) return refused('not-found');
  const { title, closed, columns } = stage;
  const read = resultOr<LookResult>(app, lookJob(stage, await smallestGroup(app)));
  const given = (standing: PastStanding) => done({ title, closed, standing });
  if ('step' in read) return given(read);
  if (!read.result.ok) return given('offers' in read.result ? { step: 'encoding', offers: read.result.offers } : { step: 'wrong', found: read.result });
  const { hash, look, signs } = read.result;
  const known = await app.data.pastSurveys.get(pastSurveyId(hash));
  if (known) return given({ step: 'known', surveyId: known.id });
  const { layout, roles } = columns ?? guessRoles(look, signs.signs.find(({ kind }) => kind === 'questions')?.column);
  return given({ step: 'columns', look, signs, counting: columns?.counting ?? null, layout, roles, asks: guessAsks(look.columns) });
}

/** The file is read anew. */
export function sayEncoding(app: App, id: string, encoding: Encoding): Outcome<null, 'not-found'> {
  const stage = readStage(app, id);
  if (!stage) return refused('not-found');
  removeResult(stage, 'look');
  saveStage(stage, { ...stage, encoding, columns: null, values: null });
  return done(null);
}

export interface SaidColumns {
  readonly layout: PastLayout;
  /** By column. */
  readonly roles: readonly PastRole[];
  readonly counting: PastCounting;
}

export interface WrongColumns {
  readonly ok: false;
  readonly because: 'columns';
  readonly problems: readonly RoleProblem[];
}

/** What the file shows speaks against what was said about who is counted. */
export interface WrongCounting {
  readonly ok: false;
  readonly because: 'counting';
  readonly objections: readonly PastObjection[];
}

/** Refused with the columns that cannot be what they are said to be. */
export async function sayColumns(app: App, id: string, { layout, roles, counting }: SaidColumns): Promise<Outcome<null, 'not-found'> | WrongColumns | WrongCounting> {
  const stage = readStage(app, id);
  const read = stage && readResult<LookResult>(stage, 'look');
  if (!stage || !read?.ok || roles.length !== read.look.columns.length) return refused('not-found');
  const problems = problemsOfCuts(roles, read.look.columns);
  if (problems.length > 0) return { ok: false, because: 'columns', problems };
  const objections = objectionsAtFirst({ ...counting, layout }, read.signs, roles);
  if (objections.length > 0) return { ok: false, because: 'counting', objections };
  saveStage(stage, { ...stage, columns: { revision: (stage.columns?.revision ?? 0) + 1, layout, roles, counting }, values: null });
  return done(null);
}

/**
 * What the whole file shows. Where one wave was chosen, ids may repeat in the others: the plan looks again at the rows that are counted,
 * and the department that was guessed before may be another column.
 */
function objectionsAtFirst(said: PastCounting, signs: PastSigns, roles: readonly PastRole[]): readonly PastObjection[] {
  const columns = roles.length;
  const named = [said.person ?? 0, said.period?.column ?? 0, ...said.disregarded];
  if (named.some((column) => column >= columns)) return [{ kind: 'not-said', column: -1, header: '', values: 0, rows: signs.rows, empty: 0, alike: 0, labels: [], line: 0 }];
  return objectionsTo(said, signs).filter(({ kind, column }) => !(said.period && kind !== 'periods') && roles[column]?.as !== 'department');
}

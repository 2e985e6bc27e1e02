// What programs can ask for: every one of these asks the service that the page asks, with whoever made the token as the reader.
import * as v from 'valibot';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Scope } from '#app/domain/access/machine-token.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { ReportDocument } from '#app/domain/reports/document/document.ts';
import type { App } from '#app/platform/app.server.ts';
import { plansSaid } from '#app/services/plans.server.ts';
import { publishedReleases, releasedDepartments } from '#app/services/reports/list-releases.server.ts';
import { cellsOf, csvOf } from '#app/services/reports/report-cells.server.ts';
import { writeReport, type Span } from '#app/services/reports/write-report.server.ts';
import { Cells, DepartmentList, Plans, ReleaseList, Report } from './machine-answers.server.ts';

export interface MachineAsk {
  readonly app: App;
  readonly actor: Actor;
  /** From the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: { readonly language: Language; readonly department?: string | undefined; readonly span?: Span };
}

export interface Endpoint {
  /** Below `/api/v1`, as an OpenAPI path. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly scope: Scope;
  /** Everything else in the query is refused. */
  readonly query: v.GenericSchema<unknown, MachineAsk['query']> & { readonly entries: Readonly<Record<string, unknown>> };
  /** Null: CSV. */
  readonly answer: v.GenericSchema | null;
  load(ask: MachineAsk): Promise<Outcome<unknown, 'not-found'>>;
}

const language = v.optional(v.picklist(languages), 'en');
const spoken = v.strictObject({ language });
/** Of a past survey it is a path of names, such as `past / sales / north`. */
const departmentId = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
const ofDepartment = v.strictObject({ language, department: v.optional(departmentId), span: v.optional(v.picklist(['survey', 'year']), 'survey') });

/** A department that has no number of its own is refused like one that is not there, and so is everything else. */
async function reportOf({ app, actor, params, query }: MachineAsk): Promise<Outcome<ReportDocument, 'not-found'>> {
  const written = await writeReport(app, actor, { surveyId: params['survey'] ?? '', department: query.department ?? null, language: query.language, ...(query.span && { span: query.span }) });
  return written.ok ? done(written.value.document) : refused('not-found');
}

export const endpoints: readonly Endpoint[] = [
  {
    path: '/releases',
    id: 'listReleases',
    summary: 'Published surveys, the latest first, each with the hash of its release.',
    scope: 'results',
    query: spoken,
    answer: ReleaseList,
    load: async ({ app, query }) => done({ api: 1, releases: (await publishedReleases(app, query.language)).map(({ id, ...one }) => ({ ...one, survey: id })) }),
  },
  {
    path: '/releases/{survey}/departments',
    id: 'listDepartments',
    summary: 'The departments of a published survey that have a number of their own.',
    scope: 'results',
    query: spoken,
    answer: DepartmentList,
    async load({ app, params }) {
      const survey = params['survey'] ?? '';
      const found = await releasedDepartments(app, survey);
      return found.ok ? done({ api: 1, survey, departments: found.value }) : found;
    },
  },
  {
    path: '/releases/{survey}/cells.json',
    id: 'readCells',
    summary: 'The published cells of a survey, table by table, for the company or one department.',
    scope: 'results',
    query: ofDepartment,
    answer: Cells,
    async load(ask) {
      const report = await reportOf(ask);
      return report.ok ? done({ api: 1, ...cellsOf(report.value) }) : report;
    },
  },
  {
    path: '/releases/{survey}/cells.csv',
    id: 'readCellsAsCsv',
    summary: 'The same cells as CSV, one line for each.',
    scope: 'results',
    query: ofDepartment,
    answer: null,
    async load(ask) {
      const report = await reportOf(ask);
      return report.ok ? done(csvOf(report.value, { mark: false })) : report;
    },
  },
  {
    path: '/surveys/{survey}/report',
    id: 'readReport',
    summary: 'The written report of a survey as a document: sections, sentences with their claim, tables, charts as data.',
    scope: 'report',
    query: ofDepartment,
    answer: Report,
    async load(ask) {
      const report = await reportOf(ask);
      return report.ok ? done({ api: 1, ...report.value }) : report;
    },
  },
  {
    path: '/plans',
    id: 'listPlans',
    summary: 'Plans that were published, with their promises and what was measured, in the order in which they were agreed.',
    scope: 'plans',
    query: spoken,
    answer: Plans,
    async load({ app, actor, query }) {
      const within = new Set((await app.data.departments.all()).map(({ id }) => id));
      return done({ api: 1, plans: await plansSaid(app, actor, { within, language: query.language }) });
    },
  },
];

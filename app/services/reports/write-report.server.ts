// The written report of a survey, or of the year in which it closed, as a document.
import type { Actor } from '#app/domain/access/actor.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { composeReport } from '#app/domain/reports/document/compose-report.ts';
import { composeYear } from '#app/domain/reports/document/compose-year.ts';
import type { ReportDocument } from '#app/domain/reports/document/document.ts';
import type { App } from '#app/platform/app.server.ts';
import { sayIn } from '#app/text/say-report.ts';
import { gatherReport, type ReportLook } from './gather-report.server.ts';
import { gatherYear, hasYear } from './gather-year.server.ts';
import type { Refused } from './read-results.server.ts';

/** This survey alone, or the surveys of its line that closed in the same year, up to it. */
export type Span = 'survey' | 'year';

interface WantedReport extends ReportLook {
  /** The survey alone unless told. */
  readonly span?: Span;
}

export interface WrittenReport {
  readonly document: ReportDocument;
  readonly department: string;
  readonly surveyId: string;
  /** The year of which there is a report beside the survey's own; null where it would say the same. */
  readonly year: string | null;
}

export async function writeReport(app: App, actor: Actor, { span = 'survey', ...look }: WantedReport): Promise<Outcome<WrittenReport, Refused>> {
  const gathered = await gatherReport(app, actor, look);
  if (!gathered.ok) return gathered;
  const { department, parts } = gathered.value;
  const say = sayIn(look.language, parts.results.survey.asked !== null);
  const wanted = { look: { ...look, department }, last: parts };
  const year = (await hasYear(app, wanted)) ? parts.results.survey.closed.slice(0, 4) : null;
  const written = { department, surveyId: look.surveyId, year };
  const letterhead = await app.data.letterhead.get();
  if (span === 'survey') return done({ ...written, document: { ...composeReport(say, parts), letterhead } });
  const gatheredYear = year === null ? null : await gatherYear(app, actor, wanted);
  return gatheredYear ? done({ ...written, document: { ...composeYear(say, gatheredYear), letterhead } }) : refused('not-found');
}

/** Day or year, language and the beginning of the release's hash, so that two files beside each other are told apart. */
export const reportFileName = ({ cover, language }: ReportDocument, ending: string): string =>
  `report-${cover.year === undefined ? cover.closed : `year-${cover.year}`}-${language}-${cover.release.slice(0, 12)}.${ending}`;

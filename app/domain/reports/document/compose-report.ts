// The written assessment report of one survey: what its pages say, in the order of a report. A pure function of its parts, so the same
// release, plans and settings give the same document.
import type { Cover, ReportDocument, Table } from './document.ts';
import { adviceSection } from './advice-section.ts';
import { analysisSection } from './analysis-section.ts';
import { appendixSection } from './appendix-section.ts';
import { backgroundTable, mapTable, pointsTable } from './figure-tables.ts';
import { followUpSection } from './follow-up-section.ts';
import { withLongTablesApart } from './long-tables.ts';
import { methodSection } from './method-section.ts';
import type { ReportParts } from './report-parts.ts';
import { ageSaid, withAge, type Say } from './say.ts';
import { scopeSection } from './scope-section.ts';
import { summarySection } from './summary-section.ts';
import { tableOf } from './table-of.ts';

export function composeReport(say: Say, parts: ReportParts): ReportDocument {
  const source = sourceOf(say, parts);
  return withLongTablesApart(say, {
    language: say.language,
    cover: coverOf(say, parts),
    ...(parts.results.survey.asked && { ofParts: true as const }),
    sections: [
      summarySection(say, parts),
      scopeSection(say, parts),
      methodSection(say, parts, source),
      analysisSection(say, parts, source),
      adviceSection(say, parts, source),
      followUpSection(say, parts, source),
      appendixSection(say, parts, source),
    ],
    data: dataOf(say, parts, source),
  });
}

/** Survey, day, people, release and age: what has to stand under every figure that leaves the portal. */
export function sourceOf(say: Say, { results: { survey, participation, group }, method, age }: ReportParts): string {
  return withAge(say, say('report.source', { survey: survey.title, day: say.day(survey.closed), group: say.group(group), n: participation.answered, release: shortHash(method.hash) }), age);
}

export const shortHash = (hash: string): string => hash.slice(0, 12);

export function coverOf(say: Say, { company, age, asked, fingerprint, results: { survey, group, participation }, method }: ReportParts): Cover {
  const facts = [
    ['asked', asked ? say('report.cover.from-to', { opens: say.day(asked.opens), closes: say.day(survey.closed) }) : say.day(survey.closed)],
    ['answered', participation.invited === null ? say('results.participation.answered', { answered: participation.answered }) : say('report.cover.of', { answered: participation.answered, invited: participation.invited })],
    ['age', ageSaid(say, age).text],
    ['made', say('report.cover.made-by')],
    ...(fingerprint ? [['fingerprint', fingerprint.join(' ')]] : []),
    ['release', method.hash],
  ] as const;
  return {
    title: say('report.title'),
    company,
    survey: survey.title,
    about: say.group(group),
    closed: survey.closed,
    outOfDateFrom: age.from,
    facts: facts.map(([key, text]) => ({ label: say(`report.cover.${key}`), text: text as string })),
    release: method.hash,
    manifest: method.manifest,
  };
}

/** Published cells one by one, for tables of files: too long to be read on paper. */
export function dataOf(say: Say, parts: ReportParts, source: string): Table[] {
  const texts = tableOf(say, { id: 'comments', columns: [['comment', 'text']], rows: parts.words?.texts ?? [], cells: (text) => [text], source });
  return [mapTable(say, parts, source), pointsTable(say, parts, source), backgroundTable(say, parts, source, 'background'), texts].filter(({ rows }) => rows.length > 0);
}

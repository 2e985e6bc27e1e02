import type { MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { reportLook } from '#app/http/report-look.server.ts';
import { writeReport } from '#app/services/reports/write-report.server.ts';
import '#app/styles/map.css';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { useLoaded } from '#app/ui/layout/loaded.ts';
import { ReportFiles } from '#app/ui/reports/document/report-files.tsx';
import { ReportSpan } from '#app/ui/reports/document/report-span.tsx';
import { ReportRefused, titleOrRefusal } from '#app/ui/reports/document/report-refused.tsx';
import { WrittenReport } from '#app/ui/reports/document/written-report.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'read-departments' }, async ({ app, actor, language, params, url }) => {
  const look = reportLook({ params, url, language });
  const written = await writeReport(app, actor, look);
  if (!written.ok) throw refuse(written.because);
  const { surveyId, department, year } = written.value;
  // Tables for files alone stay here.
  const { cover, sections } = written.value.document;
  return { title: `${cover.title}: ${cover.survey}`, document: { cover, sections }, surveyId, department, year, span: look.span };
});

export const meta: MetaFunction<typeof loader> = (given) => [{ title: titleOrRefusal(given) }];

export const ErrorBoundary = ReportRefused;

export default function Report() {
  const text = useText();
  const { document, surveyId, department, year, span } = useLoaded<typeof loader>();
  const own = new URLSearchParams({ department }).toString();
  const query = span === 'year' ? `?${own}&span=year` : `?${own}`;
  return (
    <div className="wide">
      <PageHeader back={{ to: `/results/${surveyId}/full?${own}`, label: span === 'year' ? text('results.title') : document.cover.survey }} title={document.cover.title} lead={text('report.lead')} />
      {year !== null && <ReportSpan query={`?${own}`} year={year} span={span} />}
      <p className="no-print">
        <Link className="button" to={`/results/${surveyId}/board${query}`}>
          {text('board-view.open')}
        </Link>
      </p>
      <ReportFiles base={`/results/${surveyId}/report`} query={query} />
      <WrittenReport document={document} picture={(chart, ending) => `/results/${surveyId}/chart/${chart}.${ending}${query}`} />
    </div>
  );
}

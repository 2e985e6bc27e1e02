// The report as paper, for a meeting or a file. A browser that would wait long is shown how far it is; a program waits.
import { redirect } from '@remix-run/node';
import { download } from '#app/http/download.server.ts';
import { reportFile } from '#app/http/report-file.server.ts';
import { printReport, printSoon } from '#app/services/reports/print-report.server.ts';
import { reportFileName } from '#app/services/reports/write-report.server.ts';

/** Milliseconds. */
const patience = 2_000;

export const loader = reportFile(async ({ document, surveyId }, { app, url, request }) => {
  const waits = !(request.headers.get('accept') ?? '').includes('text/html');
  const made = await (waits ? printReport(app, document) : printSoon(app, document, patience));
  if (typeof made === 'string') return redirect(`/results/${surveyId}/paper?${new URLSearchParams([...url.searchParams, ['work', made]]).toString()}`, 303);
  return download(made, { name: reportFileName(document, 'pdf'), type: 'application/pdf' });
});

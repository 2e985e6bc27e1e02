// The cells of the report as CSV.
import { download } from '#app/http/download.server.ts';
import { reportFile } from '#app/http/report-file.server.ts';
import { csvOf } from '#app/services/reports/report-cells.server.ts';
import { reportFileName } from '#app/services/reports/write-report.server.ts';

export const loader = reportFile(({ document }, { url }) => download(csvOf(document, { mark: url.searchParams.has('mark') }), { name: reportFileName(document, 'csv'), type: 'text/csv' }));

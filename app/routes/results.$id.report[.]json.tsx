// The cells of the report as JSON.
import { download } from '#app/http/download.server.ts';
import { reportFile } from '#app/http/report-file.server.ts';
import { jsonOf } from '#app/services/reports/report-cells.server.ts';
import { reportFileName } from '#app/services/reports/write-report.server.ts';

export const loader = reportFile(({ document }) => download(jsonOf(document), { name: reportFileName(document, 'json'), type: 'application/json' }));

// The report as a workbook.
import { download } from '#app/http/download.server.ts';
import { reportFile } from '#app/http/report-file.server.ts';
import { workbookOf } from '#app/services/reports/report-workbook.server.ts';
import { sayIn } from '#app/text/say-report.ts';
import { reportFileName } from '#app/services/reports/write-report.server.ts';

export const loader = reportFile(async ({ document }, { language }) => download(await workbookOf(document, sayIn(language, document.ofParts)), { name: reportFileName(document, 'xlsx'), type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));

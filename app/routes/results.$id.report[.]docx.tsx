// The report as a text document, to be written on.
import { download } from '#app/http/download.server.ts';
import { reportFile } from '#app/http/report-file.server.ts';
import { textDocumentOf } from '#app/services/reports/office/office-report.server.ts';
import { reportFileName } from '#app/services/reports/write-report.server.ts';

export const loader = reportFile(async ({ document }, { app }) => download(await textDocumentOf(app, document), { name: reportFileName(document, 'docx'), type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }));

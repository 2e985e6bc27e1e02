// The report as slides, for a board.
import { download } from '#app/http/download.server.ts';
import { reportFile } from '#app/http/report-file.server.ts';
import { slidesOf } from '#app/services/reports/office/office-report.server.ts';
import { reportFileName } from '#app/services/reports/write-report.server.ts';

export const loader = reportFile(async ({ document }, { app }) => download(await slidesOf(app, document), { name: reportFileName(document, 'pptx'), type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' }));

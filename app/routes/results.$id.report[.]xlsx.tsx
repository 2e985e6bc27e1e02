// The report as a workbook.
import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { reportLook } from '#app/http/report-look.server.ts';
import { workbookOf } from '#app/services/reports/report-workbook.server.ts';
import { sayIn } from '#app/text/say-report.ts';
import { reportFileName, writeReport } from '#app/services/reports/write-report.server.ts';

export const loader = page({ may: 'read-departments' }, async ({ app, actor, language, params, url }) => {
  const written = await writeReport(app, actor, reportLook({ params, url, language }));
  if (!written.ok) throw refuse(written.because);
  const { document } = written.value;
  return download(await workbookOf(document, sayIn(language, document.ofParts)), { name: reportFileName(document, 'xlsx'), type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
});

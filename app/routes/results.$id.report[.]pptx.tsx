// The report as slides, for a board.
import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { reportLook } from '#app/http/report-look.server.ts';
import { slidesOf } from '#app/services/reports/office/office-report.server.ts';
import { reportFileName, writeReport } from '#app/services/reports/write-report.server.ts';

export const loader = page({ may: 'read-departments' }, async ({ app, actor, language, params, url }) => {
  const written = await writeReport(app, actor, reportLook({ params, url, language }));
  if (!written.ok) throw refuse(written.because);
  const { document } = written.value;
  return download(await slidesOf(app, document), { name: reportFileName(document, 'pptx'), type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' });
});

// One chart of the report as a picture: `<chart>.svg` or `<chart>.png`. It is there for whoever reads the report, and for nobody else.
import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { reportLook } from '#app/http/report-look.server.ts';
import { chartIn, pngOf, svgOf } from '#app/services/reports/office/office-report.server.ts';
import { writeReport } from '#app/services/reports/write-report.server.ts';

export const loader = page({ may: 'read-departments' }, async ({ app, actor, language, params, url }) => {
  const written = await writeReport(app, actor, reportLook({ params, url, language }));
  if (!written.ok) throw refuse(written.because);
  const { document } = written.value;
  const [, id = '', ending] = /^([\w-]+)\.(svg|png)$/.exec(params['file'] ?? '') ?? [];
  const chart = chartIn(document, id);
  if (!chart) throw refuse('not-found');
  const name = `${chart.id}-${document.cover.closed}-${language}-${document.cover.release.slice(0, 12)}.${ending}`;
  return ending === 'svg' ? download(svgOf(chart, language), { name, type: 'image/svg+xml' }) : download(await pngOf(app, chart, language), { name, type: 'image/png' });
});

// One chart of the report as a picture: `<chart>.svg` or `<chart>.png`. It is there for whoever reads the report, and for nobody else.
import { download } from '#app/http/download.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { reportFile } from '#app/http/report-file.server.ts';
import { chartIn, pngOf, svgOf } from '#app/services/reports/office/office-report.server.ts';

export const loader = reportFile(async ({ document }, { app, language, params }) => {
  const [, id = '', ending] = /^([\w-]+)\.(svg|png)$/.exec(params['file'] ?? '') ?? [];
  const chart = chartIn(document, id);
  if (!chart) throw refuse('not-found');
  const name = `${chart.id}-${document.cover.closed}-${language}-${document.cover.release.slice(0, 12)}.${ending}`;
  return ending === 'svg' ? download(svgOf(chart, language), { name, type: 'image/svg+xml' }) : download(await pngOf(app, chart, language), { name, type: 'image/png' });
});

// The notice board as PDF.
import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { printNotices } from '#app/services/notifications/print-notices.server.ts';

export const loader = page({ may: 'read-departments' }, async ({ app, actor, language, url }) => {
  const printed = await printNotices(app, actor, { language, wanted: url.searchParams.get('department') });
  if (!printed.ok) throw refuse(printed.because);
  return download(printed.value, { name: `notices-${app.today()}-${language}.pdf`, type: 'application/pdf' });
});

// The sheet of a talk as PDF.
import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { printTalk } from '#app/services/plans.server.ts';

export const loader = page({ may: 'make-plans' }, async ({ app, actor, language, url }) => {
  const printed = await printTalk(app, actor, { language, wanted: url.searchParams.get('department') });
  if (!printed.ok) throw refuse(printed.because);
  return download(printed.value, { name: `talk-${app.today()}-${language}.pdf`, type: 'application/pdf' });
});

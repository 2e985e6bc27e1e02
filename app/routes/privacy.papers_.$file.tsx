// One paper of the works council: `<number>.pdf`, in the language that is asked for, else the reader's own.
import { isLanguage } from '#app/domain/kernel/language.ts';
import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { printCouncilPaper } from '#app/services/privacy/print-council-paper.server.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, language, params, url }) => {
  const [, number = '0'] = /^([1-9]\d{0,8})\.pdf$/.exec(params['file'] ?? '') ?? [];
  const asked = url.searchParams.get('in') ?? '';
  const spoken = isLanguage(asked) ? asked : language;
  const pdf = await printCouncilPaper(app, Number(number), spoken);
  if (!pdf) throw refuse('not-found');
  return download(pdf, { name: `works-council-${number}-${spoken}.pdf`, type: 'application/pdf' });
});

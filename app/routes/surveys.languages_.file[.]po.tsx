// All sentences of a language for a translator, with what is there.
import { redirect } from '@remix-run/node';
import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { tongueFile } from '#app/services/surveys/look-at-tongue.server.ts';

export const loader = page({ may: 'compose-surveys' }, ({ app, url }) => {
  const tongue = url.searchParams.get('language') ?? '';
  if (tongue === '') throw redirect('/surveys/languages');
  const file = tongueFile(app, tongue);
  if (file === null) throw refuse('not-found');
  return download(file, { name: `${tongue}.po`, type: 'text/x-gettext-translation; charset=utf-8' });
});

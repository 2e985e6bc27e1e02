// The lines of a people file that have problems, each with what would be right: whoever mends them needs nothing else.
import { redirect } from '@remix-run/node';
import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { problemLines } from '#app/services/organisation/import-staged.server.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, language, params }) => {
  const file = await problemLines(app, language, params['stage'] ?? '');
  if (file === null) throw redirect('/people/import?expired');
  return download(file, { name: 'problems.csv', type: 'text/csv' });
});

import { download } from '#app/http/download.server.ts';
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { questionnaireFile } from '#app/services/surveys/questionnaire-files.server.ts';

export const loader = page({ may: 'compose-surveys' }, async ({ app, params }) => {
  const file = await questionnaireFile(app, params['id'] ?? '');
  if (file === null) throw refuse('not-found');
  return download(file, { name: 'questionnaire.json', type: 'application/json' });
});

import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { wordsScript } from '#app/services/surveys/tongues.server.ts';

/** The words of the answer page in a language that came by a file, for the preview. */
export const loader = page({ may: 'compose-surveys' }, ({ app, params }) => {
  const script = wordsScript(app, params['tongue'] ?? '');
  if (script === null) throw refuse('not-found');
  return new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } });
});

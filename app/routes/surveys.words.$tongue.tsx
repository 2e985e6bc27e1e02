import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';
import { tongueShown } from '#app/services/surveys/look-at-tongue.server.ts';
import { wordsScript } from '#app/services/surveys/tongues.server.ts';

/** The words of the answer page in a language that came by a file, for the preview; with `?stage` of a file that is not taken yet. */
export const loader = page({ may: 'compose-surveys' }, async ({ app, params, url }) => {
  const file = await tongueShown(app, params['tongue'] ?? '', url.searchParams.get('stage'));
  if (file === null) throw refuse('not-found');
  return new Response(wordsScript(file), { headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } });
});

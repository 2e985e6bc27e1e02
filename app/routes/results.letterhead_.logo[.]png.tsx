// The company's logo as it was drawn anew, for pages that show how papers look.
import { page } from '#app/http/page.server.ts';
import { refuse } from '#app/http/reply.server.ts';

export const loader = page({ may: 'read-departments' }, async ({ app }) => {
  const { logo } = await app.data.letterhead.get();
  if (!logo) throw refuse('not-found');
  return new Response(Buffer.from(logo.png, 'base64'), { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } });
});

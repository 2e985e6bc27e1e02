// A file that is made for whoever asks: kept by no cache on the way, and never read as a page.
interface Download {
  readonly name: string;
  readonly type: string;
}

/** `name`: letters, digits and full stops alone. */
export function download(content: string, { name, type }: Download): Response {
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  return new Response(content, { headers });
}

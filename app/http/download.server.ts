// A file that is made for whoever asks: kept by no cache on the way, and never read as a page.
interface Download {
  readonly name: string;
  readonly type: string;
}

/** `name`: letters, digits, hyphens and full stops alone. Text is UTF-8; bytes go as they are. */
export function download(content: string | Uint8Array, { name, type }: Download): Response {
  const text = typeof content === 'string';
  const headers = { 'Content-Type': text ? `${type}; charset=utf-8` : type, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  return new Response(text ? content : new Uint8Array(content), { headers });
}

// The ballot page's own rules for the browser: its one script and its styles by their hashes, requests to this portal alone, and
// nothing else, so that a script slipped into the page would neither run nor reach anybody.
import { createHash } from 'node:crypto';

function hashes(html: string, element: 'script' | 'style'): string {
  const found = [...html.matchAll(new RegExp(`<${element}\\b[^>]*>([\\s\\S]*?)</${element}>`, 'gi'))];
  const sources = found.map(([, text]) => `'sha256-${createHash('sha256').update(text ?? '').digest('base64')}'`);
  return sources.length > 0 ? [...new Set(sources)].join(' ') : "'none'";
}

export function ballotHeaders(html: string): Record<string, string> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src ${hashes(html, 'script')}`,
      `style-src ${hashes(html, 'style')}`,
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      'img-src data:',
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

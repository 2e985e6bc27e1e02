// The one file of a ballot page from its parts.
import { createHash } from 'node:crypto';
import { isRightToLeft } from '#app/domain/kernel/direction.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';

export interface BallotDocument {
  readonly language: Tongue;
  readonly html: string;
  /** SHA-256 of the document's bytes, hex: the name it is served under. */
  readonly sha256: string;
  /** The content policy's source of the one script and of the one style, such as `sha256-…`. */
  readonly script: string;
  readonly style: string;
}

interface Words {
  readonly language: Tongue;
  readonly pageTitle: string;
  readonly noScript: string;
  /** Of the menu. */
  readonly languages: string;
}

/** Where the script of a page without words takes them from. */
export const placeOfWords = 'MURMUR_WORDS';

export function ballotDocument(words: Words, { script, style }: { readonly script: string; readonly style: string }): BallotDocument {
  if (script.includes('</script') || style.includes('</style')) throw new Error('the code would end its own element');
  const sources = { script: sourceOf(script), style: sourceOf(style) };
  const html = shell(words, { script, style, policy: policyOf(sources) });
  return { language: words.language, html, sha256: createHash('sha256').update(html).digest('hex'), ...sources };
}

function sourceOf(inline: string): string {
  return `sha256-${createHash('sha256').update(inline).digest('base64')}`;
}

/** Also in the document, so that the policy is part of the published hash whatever a server or proxy sends. */
function policyOf({ script, style }: { readonly script: string; readonly style: string }): string {
  return `default-src 'none'; script-src '${script}'; style-src '${style}'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

interface Parts {
  readonly script: string;
  readonly style: string;
  readonly policy: string;
}

function shell({ language, pageTitle, noScript, languages }: Words, { script, style, policy }: Parts): string {
  return `<!doctype html>
<html lang="${language}"${isRightToLeft(language) ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="icon" href="data:,">
<title>${escaped(pageTitle)}</title>
<style>${style}</style>
</head>
<body>
<header><span class="mark">Murmur</span><nav aria-label="${escaped(languages)}"></nav></header>
<main><noscript><h1>${escaped(pageTitle)}</h1><p>${escaped(noScript)}</p></noscript></main>
<script>${script}</script>
</body>
</html>
`;
}

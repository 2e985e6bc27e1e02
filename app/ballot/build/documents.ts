// The ballot page as one file per language, with nothing to load: two builds give the same bytes, so that anybody can rebuild the
// page from the source and compare its hash with the one in a sealed survey.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { ballotTexts } from '#app/text/ballot/all.ts';
import type { BallotText } from '#app/text/ballot/ballot-text.ts';
import { trimmed } from './trimmed.ts';

export interface BallotDocument {
  readonly language: Language;
  readonly html: string;
  /** SHA-256 of the document's bytes, hex: the name it is served under. */
  readonly sha256: string;
  /** The content policy's source of the one script and of the one style, such as `sha256-…`. */
  readonly script: string;
  readonly style: string;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

// Phones of 2019 and later.
const options: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'none',
  absWorkingDir: root,
  plugins: [trimmed()],
};

export async function ballotDocuments(): Promise<readonly BallotDocument[]> {
  const style = await bundled({ ...options, target: ['safari14', 'chrome87'], entryPoints: ['app/ballot/page.css'] });
  return Promise.all(languages.map((language) => documentOf(language, style)));
}

async function documentOf(language: Language, style: string): Promise<BallotDocument> {
  // `zhHans` in `zh-Hans.ts`.
  const name = language.replaceAll('-', '');
  const contents = `import { ${name} } from '#app/text/ballot/${language}.ts';
import { openPage } from '#app/ballot/page.ts';
void openPage(${name});`;
  const script = await bundled({ ...options, stdin: { contents, loader: 'ts', resolveDir: root, sourcefile: 'page.ts' } });
  const sources = { script: sourceOf(script), style: sourceOf(style) };
  const html = shell(await ballotTexts[language](), { script, style, policy: policyOf(sources) });
  return { language, html, sha256: createHash('sha256').update(html).digest('hex'), ...sources };
}

async function bundled(given: BuildOptions): Promise<string> {
  const { outputFiles } = await build(given);
  const text = outputFiles?.[0]?.text.trim();
  if (!text) throw new Error('the ballot page has no code');
  if (text.includes('</script') || text.includes('</style')) throw new Error('the code would end its own element');
  return text;
}

function sourceOf(inline: string): string {
  return `sha256-${createHash('sha256').update(inline).digest('base64')}`;
}

/** Also in the document, so that the policy is part of the published hash whatever a server or proxy sends. */
function policyOf({ script, style }: { readonly script: string; readonly style: string }): string {
  return `default-src 'none'; script-src '${script}'; style-src '${style}'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'`;
}

interface Parts {
  readonly script: string;
  readonly style: string;
  readonly policy: string;
}

function shell({ language, pageTitle, noScript, languages }: BallotText, { script, style, policy }: Parts): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="icon" href="data:,">
<title>${pageTitle}</title>
<style>${style}</style>
</head>
<body>
<header><span class="mark">Murmur</span><nav aria-label="${languages}"></nav></header>
<main><noscript><h1>${pageTitle}</h1><p>${noScript}</p></noscript></main>
<script>${script}</script>
</body>
</html>
`;
}

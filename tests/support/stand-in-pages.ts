// Small stand-ins for the built ballot pages.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '#app/domain/kernel/language.ts';

export function writePages(buildFolder: string): void {
  mkdirSync(join(buildFolder, 'ballot'), { recursive: true });
  // The page without words, for tongues that come by a file.
  writeFileSync(join(buildFolder, 'ballot', 'bare.js'), 'document.title = (MURMUR_WORDS).pageTitle');
  writeFileSync(join(buildFolder, 'ballot', 'bare.css'), 'p{}');
  for (const language of languages) {
    const page = `<!doctype html><html lang="${language}"><style>p{}</style><p>Ballot</p><script type="module">document.title = 'ballot'</script></html>\n`;
    writeFileSync(join(buildFolder, 'ballot', `${language}.html`), page);
  }
}

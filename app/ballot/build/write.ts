// `npm run build` begins here: the ballot page's documents, compressed beside them, and what a server has to know about them.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ballotBuild, moreTongues } from './documents.ts';
import { mostOfVisit, roomFor } from './room.ts';

const folder = fileURLToPath(new URL('../../../build/ballot/', import.meta.url));
mkdirSync(folder, { recursive: true });

const pages: Record<string, { sha256: string; script: string; style: string }> = {};
const { documents, bare } = await ballotBuild();
for (const { language, html, sha256, script, style } of documents) {
  const bytes = Buffer.from(html);
  const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const gz = gzipSync(bytes, { level: 9 });
  const file = join(folder, `${language}.html`);
  writeFileSync(file, bytes);
  writeFileSync(`${file}.br`, br);
  writeFileSync(`${file}.gz`, gz);
  pages[language] = { sha256, script, style };
  console.log(`ballot page ${language}: ${bytes.length} bytes, br ${br.length}, gz ${gz.length}, room for ${roomFor(br.length)} more of a visit in ${mostOfVisit}, sha256 ${sha256}`);
}
writeFileSync(join(folder, 'bare.js'), bare.script);
writeFileSync(join(folder, 'bare.css'), bare.style);
cpSync(moreTongues, join(folder, 'languages'), { recursive: true });
writeFileSync(join(folder, 'pages.json'), `${JSON.stringify(pages, null, 2)}\n`);

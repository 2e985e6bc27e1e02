// Part of the build: each page of the browser gets the sentences it can say, compiled, in a file of its own for each language. A page
// names its files; whatever lies below it is found in what was left of its modules after everything unused was dropped.
import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { parseAst, type Plugin, type Rollup } from 'vite';
import { catalogues } from '../catalogues.ts';
import { languages, type Language } from '../../domain/kernel/language.ts';
import { sentencesName } from '../sentences-name.ts';
import type { TextKey } from '../text.ts';
import { saidBy } from './said-keys.ts';

const keys = Object.keys(catalogues.en) as TextKey[];

/** Remix's own door to a route in the browser: what is left of its module without loader and action. */
const route = /\/app\/(.+?)(?:\/route)?\.tsx\?__remix-build-client-route$/;
const frame = 'root';
// As something that only the browser would know: of a constant the bundler concludes what `loadSentences` need not look at.
const placeholder = 'globalThis["sentences of this page"]';

type Chunks = Readonly<Record<string, Rollup.RenderedChunk>>;

/** Everything that is loaded with a chunk, itself included. What a part loads later speaks too. */
function reached(chunk: Rollup.RenderedChunk, chunks: Chunks, seen = new Set<Rollup.RenderedChunk>()): ReadonlySet<Rollup.RenderedChunk> {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const name of [...chunk.imports, ...chunk.dynamicImports]) if (chunks[name]) reached(chunks[name], chunks, seen);
  return seen;
}

const saidIn = new WeakMap<Rollup.RenderedModule, ReadonlySet<string>>();

function saidByModule(id: string, module: Rollup.RenderedModule): ReadonlySet<string> {
  const known = saidIn.get(module);
  if (known) return known;
  const file = relative(process.cwd(), id.replace(/\?.*$/, ''));
  const said = file.startsWith('app/') && module.code ? saidBy({ file, ast: parseAst(module.code) }, keys) : new Set<string>();
  saidIn.set(module, said);
  return said;
}

function saidOn(page: Rollup.RenderedChunk, chunks: Chunks): Set<string> {
  const said = new Set<string>();
  for (const chunk of reached(page, chunks)) for (const [id, module] of Object.entries(chunk.modules)) for (const key of saidByModule(id, module)) said.add(key);
  return said;
}

const nameOf = (chunk: Rollup.RenderedChunk) => route.exec(chunk.facadeModuleId ?? '')?.[1] ?? null;

/** The keys of a page that the frame around it does not bring; in the order of the catalogue, so that the same page is the same file. */
function ownKeys(page: Rollup.RenderedChunk, chunks: Chunks): TextKey[] {
  const said = saidOn(page, chunks);
  const root = nameOf(page) === frame ? undefined : Object.values(chunks).find((chunk) => nameOf(chunk) === frame);
  const brought = root ? saidOn(root, chunks) : new Set<string>();
  return keys.filter((key) => said.has(key) && !brought.has(key));
}

function fileOf(page: string, language: Language, own: readonly TextKey[]): { fileName: string; source: string } {
  const sentences = Object.fromEntries(own.map((key) => [key, compileMessage(catalogues[language][key])]));
  const source = `export default ${JSON.stringify(sentences)};\n`;
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  return { fileName: `assets/${sentencesName(page, language)}-${hash}.js`, source };
}

export function sentencesByPage(): Plugin {
  return {
    name: 'sentences-by-page',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    transform(code, id) {
      if (!route.test(id)) return null;
      return { code: `import { loadSentences } from '#app/text/load.client.ts';\n${code}\nawait loadSentences(${placeholder});\n`, map: null };
    },
    renderChunk(code, chunk, _options, { chunks }) {
      const page = nameOf(chunk);
      if (page === null || !code.includes(placeholder)) return null;
      const own = ownKeys(chunk, chunks);
      const files = languages.map((language) => ({ language, ...fileOf(page, language, own) }));
      if (own.length > 0) for (const { fileName, source } of files) this.emitFile({ type: 'asset', fileName, source });
      const names = own.length > 0 ? JSON.stringify(Object.fromEntries(files.map(({ language, fileName }) => [language, `/${fileName}`]))) : 'null';
      return { code: code.replace(placeholder, names), map: null };
    },
  };
}

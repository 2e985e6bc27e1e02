// What a browser loads to show each page of what was built, packed as the server sends it: scripts, styles, list of pages, sentences.
// The document itself is not among it, nor what comes later (the library that draws charts).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { languages } from '#app/domain/kernel/language.ts';
import { sentencesName } from '#app/text/sentences-name.ts';

interface Assets {
  readonly url: string;
  readonly entry: { readonly module: string; readonly imports: readonly string[] };
  readonly routes: Readonly<Record<string, { readonly id: string; readonly module: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }>>;
}

/** Bytes, brotli at its tightest. */
export interface PageWeight {
  readonly route: string;
  readonly scripts: number;
  readonly styles: number;
  /** Of the language in which they weigh most, those of the frame included. */
  readonly sentences: number;
  readonly total: number;
  readonly files: number;
}

const folder = join(import.meta.dirname, '../../build/client');

const weights = new Map<string, number>();

function weightOf(file: string): number {
  const known = weights.get(file) ?? brotliCompressSync(readFileSync(join(folder, file))).length;
  weights.set(file, known);
  return known;
}

const sum = (files: readonly string[]) => files.reduce((bytes, file) => bytes + weightOf(file), 0);

export const builtFiles = (): readonly string[] => readdirSync(join(folder, 'assets'));

function assetsOf(names: readonly string[]): Assets {
  const manifest = names.find((name) => /^manifest-.*\.js$/.test(name))!;
  return JSON.parse(readFileSync(join(folder, 'assets', manifest), 'utf8').replace(/^window\.__remixManifest=/, '').replace(/;$/, '')) as Assets;
}

/** Where a page's sentences lie; a page may have none of its own. */
export function sentenceFiles(names: readonly string[], route: string, language: string): string[] {
  const name = sentencesName(route, language);
  return names.filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js') && file.length === name.length + 12).map((file) => `/assets/${file}`);
}

const hasNoScripts = (route: string) => {
  const at = join(import.meta.dirname, '../../app', route);
  const source = [`${at}.tsx`, `${at}/route.tsx`].map((file) => { try { return readFileSync(file, 'utf8'); } catch { return ''; } }).join('');
  return source.includes('export const handle = scriptless');
};

function weigh(assets: Assets, names: readonly string[], id: string): PageWeight {
  const frame = assets.routes['root']!;
  const own = assets.routes[id]!;
  const styles = sum([...new Set([...(frame.css ?? []), ...(own.css ?? [])])]);
  const bare = hasNoScripts(id);
  const scripts = bare ? [] : [...new Set([assets.url, assets.entry.module, ...assets.entry.imports, ...[frame, own].flatMap(({ module, imports }) => [module, ...(imports ?? [])])])];
  const said = bare ? [] : languages.map((language) => ['root', id].flatMap((route) => sentenceFiles(names, route, language)));
  const sentences = Math.max(0, ...said.map(sum));
  return { route: id.replace('routes/', ''), scripts: sum(scripts), styles, sentences, total: sum(scripts) + styles + sentences, files: scripts.length + (said[0]?.length ?? 0) + 1 };
}

/** Of every page that is drawn, the lightest first. */
export function pageWeights(): PageWeight[] {
  const names = builtFiles();
  const assets = assetsOf(names);
  return Object.keys(assets.routes)
    .filter((id) => id !== 'root')
    .map((id) => weigh(assets, names, id))
    .sort((one, other) => one.total - other.total);
}

// The ballot page as one file per language, with nothing to load: two builds give the same bytes, so that anybody can rebuild the
// page from the source and compare its hash with the one in a sealed survey.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { ballotTexts } from '#app/text/ballot/all.ts';
import { readTongue } from '#app/text/tongue/po-file.ts';
import { ballotDocument, placeOfWords, type BallotDocument } from '#app/text/tongue/ballot-document.ts';
import { tongueDocument } from '#app/text/tongue/tongue-document.ts';
import { trimmed } from './trimmed.ts';

export type { BallotDocument } from '#app/text/tongue/ballot-document.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Tongues that come with the program. */
export const moreTongues = join(root, 'app/text/more');

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

export interface BallotBuild {
  readonly documents: readonly BallotDocument[];
  /** Of the page without words: what a tongue that comes by a file is put into. */
  readonly bare: { readonly script: string; readonly style: string };
}

/** Every document that comes with the program. */
export const ballotDocuments = async (): Promise<readonly BallotDocument[]> => (await ballotBuild()).documents;

export async function ballotBuild(): Promise<BallotBuild> {
  const style = await bundled({ ...options, target: ['safari14', 'chrome87'], entryPoints: ['app/ballot/page.css'] });
  const own = await Promise.all(languages.map((language) => documentOf(language, style)));
  const bare = { script: await scriptOf(`import { openPage } from '#app/ballot/page.ts';\nvoid openPage(${placeOfWords});`), style };
  const files = readdirSync(moreTongues).filter((name) => name.endsWith('.po')).sort();
  const more = files.map((name) => tongueDocument(readTongue(name.replace(/\.po$/, ''), readFileSync(join(moreTongues, name))), bare));
  return { documents: [...own, ...more], bare };
}

async function documentOf(language: Language, style: string): Promise<BallotDocument> {
  // `zhHans` in `zh-Hans.ts`.
  const name = language.replaceAll('-', '');
  const script = await scriptOf(`import { ${name} } from '#app/text/ballot/${language}.ts';
import { openPage } from '#app/ballot/page.ts';
void openPage(${name});`);
  return ballotDocument(await ballotTexts[language](), { script, style });
}

const scriptOf = (contents: string): Promise<string> => bundled({ ...options, stdin: { contents, loader: 'ts', resolveDir: root, sourcefile: 'page.ts' } });

async function bundled(given: BuildOptions): Promise<string> {
  const { outputFiles } = await build(given);
  const text = outputFiles?.[0]?.text.trim();
  if (!text) throw new Error('the ballot page has no code');
  return text;
}

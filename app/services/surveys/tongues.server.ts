// Tongues by their files: those that come with the program, and those that somebody put into the folder `languages` of the data. A file of the
// data goes before one of the program with the same name. Looked at again whenever something is asked: nothing has to be started anew.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { tongueDocument } from '#app/text/tongue/tongue-document.ts';
import { isLanguage, languages } from '#app/domain/kernel/language.ts';
import { isTongue, type Tongue } from '#app/domain/kernel/tongue.ts';
import { largestTongue, tongueProblem } from '#app/domain/surveys/tongue-problem.ts';
import type { WordOf } from '#app/domain/surveys/questions/translated-questions.ts';
import type { App } from '#app/platform/app.server.ts';
import { catalogues } from '#app/text/catalogues.ts';
import { ballotSource } from '#app/text/tongue/ballot-source.ts';
import { readTongue, type TongueFile } from '#app/text/tongue/po-file.ts';
import { tongueSentences } from '#app/text/tongue/sentences.ts';
import { wordsBy } from '#app/text/tongue/words-of-questions.ts';
import { learn, type Sentence } from '#app/text/text.ts';

export interface KnownTongue extends TongueFile {
  /** Whether it came with the program; else from the folder of the data. */
  readonly own: boolean;
}

/** Where the sources lie, for a program that is not built. */
const sources = 'app/text/more';

export const foldersOf = ({ config }: Pick<App, 'config'>) => {
  const built = join(config.buildFolder, 'ballot', 'languages');
  return { own: existsSync(built) ? built : sources, data: join(config.dataFolder, 'languages') };
};

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.po') && statSync(join(folder, name)).isFile()).sort();
  } catch {
    return [];
  }
};

const known = new Map<string, { readonly seen: string; readonly tongue: KnownTongue }>();

function read(folder: string, name: string, own: boolean): KnownTongue {
  const path = join(folder, name);
  const { size, mtimeMs } = statSync(path);
  const seen = `${size} ${mtimeMs}`;
  const before = known.get(path);
  if (before?.seen === seen) return before.tongue;
  const tag = name.replace(/\.po$/, '');
  const empty = { tongue: tag, reviewed: false, said: new Map<string, string>(), left: new Map(), of: tongueSentences().length };
  const problem = isLanguage(tag) ? tongueProblem('own-language') : !isTongue(tag) ? tongueProblem('no-tag') : size > largestTongue ? tongueProblem('too-large', { megabytes: largestTongue / 1_000_000 }) : null;
  const tongue = { ...(problem === null ? readTongue(tag, readFileSync(path)) : { ...empty, problems: [problem] }), own };
  known.set(path, { seen, tongue });
  return tongue;
}

/** To be called by whoever writes a file: one of the same size within a moment would be taken for the one before. */
export const readAgain = (path: string): void => void known.delete(path);

const taught = new Map<Tongue, KnownTongue>();

/** Letters speak it from now on, and English where it has no sentence. */
function teach(file: KnownTongue): void {
  const { tongue, said } = file;
  taught.set(tongue, file);
  const compiled = new Map<string, Sentence>();
  const english = catalogues.en as Readonly<Record<string, string>>;
  learn(tongue, (key) => {
    const message = said.get(key) ?? english[key];
    if (message === undefined) return undefined;
    const sentence = compiled.get(key) ?? compileMessage(message);
    compiled.set(key, sentence);
    return sentence;
  });
}

/** All files, also those that are not taken, by name. */
export function tonguesOf(app: Pick<App, 'config'>): readonly KnownTongue[] {
  const { own, data } = foldersOf(app);
  const given = filesIn(data).map((name) => read(data, name, false));
  const others = filesIn(own).map((name) => read(own, name, true)).filter(({ tongue }) => !given.some((one) => one.tongue === tongue && one.problems.length === 0));
  const all = [...others, ...given].sort((one, other) => (one.tongue < other.tongue ? -1 : 1));
  for (const one of all) if (one.problems.length === 0 && taught.get(one.tongue) !== one) teach(one);
  return all;
}

/** Those that can be spoken. */
export const spokenTongues = (app: Pick<App, 'config'>): readonly KnownTongue[] => tonguesOf(app).filter(({ problems }) => problems.length === 0);

/** In which the company asks: its own language first, tongues as far as there is a file. */
export async function languagesAsked(app: Pick<App, 'config' | 'data'>): Promise<readonly Tongue[]> {
  const organisation = await app.data.organisation.get();
  const first = organisation?.language ?? 'en';
  const known = new Set(spokenTongues(app).map(({ tongue }) => tongue));
  return [first, ...(organisation?.languages ?? languages).filter((language) => language !== first), ...(organisation?.tongues ?? []).filter((tongue) => known.has(tongue))];
}

/** Makes them speakable in this process, and in this thread; what is written in a tongue before is written in English. */
export const learnTongues = (app: Pick<App, 'config'>): void => void tonguesOf(app);

/** The words of questions, by their English ones. */
export function wordsOfTongues(app: Pick<App, 'config'>): WordOf {
  const files = new Map(spokenTongues(app).map((one) => [one.tongue, one.said]));
  return wordsBy((tongue, key) => files.get(tongue)?.get(key));
}

/** The ballot page's words in a tongue, as a script that gives them. */
export function wordsScript({ tongue, said }: Pick<TongueFile, 'tongue' | 'said'>): string {
  const english = new Map(tongueSentences().map((one) => [one.key, one.english]));
  return `export default ${ballotSource(tongue, (key) => said.get(key) ?? english.get(key) ?? key)};\n`;
}

/** The ballot page in each of these tongues, made of the page without words as it was built. */
export function tonguePages(app: Pick<App, 'config'>, wanted: readonly Tongue[]): { readonly language: Tongue; readonly body: string; readonly hash: string }[] {
  const found = spokenTongues(app).filter(({ tongue }) => wanted.includes(tongue));
  if (found.length === 0) return [];
  const part = (name: string) => readFileSync(join(app.config.buildFolder, 'ballot', name), 'utf8');
  const bare = { script: part('bare.js'), style: part('bare.css') };
  return found.map((file) => tongueDocument(file, bare)).map(({ language, html, sha256 }) => ({ language, body: html, hash: sha256 }));
}

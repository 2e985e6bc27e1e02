// A language by a file of sentences as HR looks at it: one that waits to be taken, one that is spoken, and one for a translator to begin with.
// Nothing is changed here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { isLanguage } from '#app/domain/kernel/language.ts';
import { isTongue, type Tongue } from '#app/domain/kernel/tongue.ts';
import { changeOf, type TongueChange, type TongueReading } from '#app/domain/surveys/brought-tongue.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { sampleManifest, type Sample } from '#app/domain/surveys/sealed/sample-manifest.ts';
import { tongueProblem } from '#app/domain/surveys/tongue-problem.ts';
import type { App } from '#app/platform/app.server.ts';
import { stagedFile } from '#app/services/organisation/stage-files.server.ts';
import { placeOf } from '#app/text/places.server.ts';
import { readTongue, tagIn, writeTongue, type TongueFile } from '#app/text/tongue/po-file.ts';
import { readingOf } from '#app/text/tongue/tongue-reading.ts';
import { wordsBy } from '#app/text/tongue/words-of-questions.ts';
import { foldersOf, spokenTongues } from './tongues.server.ts';

/** The field of the form, which names the file where it waits. */
export const sentencesField = 'sentences';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** By the tag in the file's head: what the sender calls the file is not asked, so that no name leads anywhere. */
export function broughtFile(bytes: Uint8Array): TongueFile {
  const tag = tagIn(bytes) ?? '';
  // Rules of plurals are those of some language, also where the head names none.
  const file = { ...readTongue(isTongue(tag) ? tag : 'en', bytes), tongue: tag };
  const ofHead = isLanguage(tag) || tag === 'zh' ? 'own-language' : isTongue(tag) ? null : 'no-language';
  const whole = file.problems.filter(({ key }) => key === '');
  return ofHead === null || whole.length > 0 ? file : { ...file, problems: [tongueProblem(ofHead), ...file.problems] };
}

/** What HR would write itself, in its own language. */
type Written = Pick<Sample, 'title' | 'purpose'>;

/** The answer page in a file's words, for somebody of the whole company. */
async function samplePage(app: App, { tongue, said }: TongueFile, written: Written): Promise<Manifest> {
  const [organisation, people, timeZone] = [await app.data.organisation.get(), await app.data.people.count(), app.timeZone()];
  const wordOf = wordsBy((_tongue, key) => said.get(key));
  return sampleManifest({ ...written, tongue, wordOf, company: organisation?.name ?? '', people, k: organisation?.k ?? 5, today: app.today(), timeZone, place: placeOf(timeZone) });
}

export interface TongueReview {
  readonly reading: TongueReading;
  readonly change: TongueChange | null;
  /** SHA-256 (hex): what is taken is what was looked at. */
  readonly hash: string;
  /** Null for a file that cannot be taken. */
  readonly sample: Manifest | null;
}

/** Null where no such file waits (any more). Nothing is changed by looking. */
export async function reviewTongue(app: App, stage: string, written: Written): Promise<TongueReview | null> {
  const bytes = await stagedFile(app, stage, sentencesField);
  if (bytes === null) return null;
  const file = broughtFile(bytes);
  const now = spokenTongues(app).find(({ tongue }) => tongue === file.tongue);
  const good = file.problems.length === 0;
  return { reading: readingOf(file, bytes), change: good ? changeOf(now?.said ?? null, file.said) : null, hash: hashOf(bytes), sample: good ? await samplePage(app, file, written) : null };
}

/** One that is spoken, or one that waits; null where there is none, or it is not taken. */
export async function tongueShown(app: App, tongue: Tongue, stage: string | null): Promise<TongueFile | null> {
  if (stage === null) return spokenTongues(app).find((one) => one.tongue === tongue) ?? null;
  const bytes = await stagedFile(app, stage, sentencesField);
  const file = bytes && broughtFile(bytes);
  return file?.tongue === tongue && file.problems.length === 0 ? file : null;
}

export const placeOfTongue = (app: Pick<App, 'config'>, { tongue, own }: { readonly tongue: Tongue; readonly own: boolean }): string => join(foldersOf(app)[own ? 'own' : 'data'], `${tongue}.po`);

/** Null where there is no such file. */
export function bytesAt(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

export interface TongueView {
  readonly reading: TongueReading;
  readonly chosen: boolean;
  /** Came with the program. */
  readonly own: boolean;
  /** One that came with the program is read again where this one is taken away. */
  readonly replaces: boolean;
  readonly sample: Manifest;
}

/** What there is of a language; null where there is no file. */
export async function tongueView(app: App, tongue: Tongue, written: Written): Promise<TongueView | null> {
  const file = spokenTongues(app).find((one) => one.tongue === tongue);
  const bytes = file && bytesAt(placeOfTongue(app, file));
  if (!file || !bytes) return null;
  const chosen = (await app.data.organisation.get())?.tongues?.includes(tongue) ?? false;
  const replaces = !file.own && bytesAt(placeOfTongue(app, { tongue, own: true })) !== null;
  return { reading: readingOf(file, bytes), chosen, own: file.own, replaces, sample: await samplePage(app, file, written) };
}

/** All sentences of a language for a translator, with what is there; null for what is no further language. */
export function tongueFile(app: Pick<App, 'config'>, tongue: string): Buffer | null {
  if (!isTongue(tongue) || isLanguage(tongue)) return null;
  return writeTongue(spokenTongues(app).find((one) => one.tongue === tongue) ?? { tongue, reviewed: false, said: new Map() });
}

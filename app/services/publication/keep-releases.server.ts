// Releases never change, so what was read and computed from one is kept by its hash: whatever enters a value stands in its key, and
// nothing has to be thrown away when something changes. Which releases there are is asked of the data every time: one that is gone is
// not found again here. Bounded, because a portal lives for years.
import { waveAmong, type Wave } from '#app/domain/analysis/wave.ts';
import type { HeatMap } from '#app/domain/analysis/map/heat-map.ts';
import type { RestOfRows } from '#app/domain/analysis/map/rest.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { releaseIn } from '#app/domain/publication/release/release-text.ts';
import { manifestOf } from '#app/domain/publication/tally/manifest-text.ts';
import { mapSteps } from '#app/domain/reports/results-page.ts';
import { restOfWave } from '#app/domain/reports/wave-of-year.ts';
import { closedSurveyOf, type ClosedSurvey } from '#app/domain/reports/survey-list.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { PastWords } from '#app/domain/past-surveys/past-survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { keptLately, type Kept } from '#app/platform/kept.server.ts';
import { giveWay, inSlices } from '#app/platform/slices.server.ts';

interface Shelves {
  /** Undefined: the words of the release may still come. */
  readonly waves: Kept<Wave | null | undefined>;
  /** By wave and the one before it. */
  readonly maps: Kept<HeatMap | null>;
  /** By wave. */
  readonly rests: Kept<RestOfRows | null>;
  /** What pages show of releases. */
  readonly pages: Kept<unknown>;
  /** A few bytes each. */
  readonly facts: Kept<unknown>;
}

const shelves = new WeakMap<App['data'], Shelves>();

function shelvesOf(app: App): Shelves {
  const known = shelves.get(app.data) ?? { waves: keptLately(16), maps: keptLately(3), rests: keptLately(12), pages: keptLately(256), facts: keptLately(2_000) };
  shelves.set(app.data, known);
  return known;
}

/** A wave with the hash of its release, which is the key to everything made of it. */
export interface KnownWave {
  readonly hash: string;
  readonly wave: Wave;
}

/** The wave of a release; null where no manifest tells its words and its tree, and where too few answered to publish anything. */
export async function waveOfRelease(app: App, hash: string): Promise<Wave | null> {
  return (await shelvesOf(app).waves.once(hash, () => readWave(app, hash))) ?? null;
}

async function readWave(app: App, hash: string): Promise<Wave | null | undefined> {
  const found = (await sealedRelease(app, hash)) ?? (await pastRelease(app, hash));
  if (!found) return undefined;
  // A release of a large company takes some milliseconds to read, and a line has twelve.
  await giveWay();
  const release = releaseIn(found.text);
  return Object.keys(release.partitions).length === 0 ? null : waveAmong(release, found.words);
}

interface FoundRelease {
  readonly text: string;
  readonly words: PastWords & Partial<Pick<Manifest, 'audience' | 'routing' | 'blocks'>>;
}

async function sealedRelease(app: App, hash: string): Promise<FoundRelease | null> {
  const stored = await app.data.releases.byHash(hash);
  const manifest = stored && (await app.data.manifests.ofSurvey(stored.surveyId));
  return stored && manifest && { text: stored.text, words: manifestOf(manifest.text) };
}

/** Of a survey that was brought from a file no manifest tells the words; they were kept beside its release. */
const pastRelease = (app: App, hash: string): Promise<FoundRelease | null> => app.data.pastSurveys.byHash(hash);

/** What makes one value different from another beside the releases: the kind of it first. */
export type Asked = readonly (string | null | undefined)[];

const keyOf = (hashes: readonly string[], asked: Asked): string => JSON.stringify([...asked, ...hashes]);

/** A page's contents, made once of these releases. `asked`: everything else that enters it, such as department and language. */
export function pageOnce<Page>(app: App, { hashes, asked }: { hashes: readonly string[]; asked: Asked }, make: () => Page | Promise<Page>): Promise<Page> {
  return shelvesOf(app).pages.once(keyOf(hashes, asked), make) as Promise<Page>;
}

/** Something small about one release. */
export function factOnce<Fact>(app: App, { hash, asked }: { hash: string; asked: Asked }, make: () => Fact | Promise<Fact>): Promise<Fact> {
  return shelvesOf(app).facts.once(keyOf([hash], asked), make) as Promise<Fact>;
}

/** Whether enough people answered to show anything. */
export async function publishesAnything(app: App, hash: string): Promise<boolean> {
  const publishes = await factOnce(app, { hash, asked: ['publishes'] }, async () => {
    const text = (await app.data.releases.byHash(hash))?.text;
    if (text === undefined) return undefined;
    await giveWay();
    return Object.keys(releaseIn(text).partitions).length > 0;
  });
  return publishes ?? false;
}

/** One line about a release; kept apart, so that a list of years of surveys does not read them all again. */
export async function surveyOfRelease(app: App, hash: string, language: Language): Promise<ClosedSurvey | null> {
  const line = await factOnce(app, { hash, asked: ['line', language] }, async () => {
    const wave = await waveOfRelease(app, hash);
    return wave ? closedSurveyOf(wave, language) : undefined;
  });
  return line ?? null;
}

/** Thousands of tests for a large company, so once for a pair of waves, and in slices. */
export function mapOfWaves(app: App, known: KnownWave, earlier: KnownWave | undefined): Promise<HeatMap | null> {
  return shelvesOf(app).maps.once(keyOf([known.hash, earlier?.hash ?? ''], []), () => inSlices(mapSteps(known.wave, earlier?.wave)));
}

/** Every group of a wave against the rest, once for a release and in slices: a year has a dozen of them. */
export function restOfRelease(app: App, { hash, wave }: KnownWave): Promise<RestOfRows | null> {
  return shelvesOf(app).rests.once(hash, () => inSlices(restOfWave(wave)));
}

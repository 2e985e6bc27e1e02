// Releases never change, so what was read and computed from one is kept by its hash; a page about twelve waves then costs what it
// draws. Bounded, because a portal lives for years.
import { mapOf } from '#app/domain/reports/results-page.ts';
import type { HeatMap } from '#app/domain/analysis/heat-map.ts';
import { waveOf, type Wave } from '#app/domain/analysis/wave.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { closedSurveyOf, type ClosedSurvey } from '#app/domain/reports/survey-list.ts';
import type { Release } from '#app/domain/publication/release.ts';
import type { PastWords } from '#app/domain/surveys/past-survey.ts';
import type { Manifest } from '#app/domain/surveys/manifest.ts';
import type { App } from '#app/platform/app.server.ts';

const mostWaves = 16;
const waves = new Map<string, Wave>();
const summaries = new Map<string, ClosedSurvey>();
const maps = new WeakMap<Wave, { readonly earlier: Wave | undefined; readonly map: HeatMap | null }>();

/** The wave of a release; null where no manifest tells its words and its tree, and where too few answered to publish anything. */
export async function waveOfRelease(app: App, hash: string): Promise<Wave | null> {
  const known = waves.get(hash);
  if (known) return keep(hash, known);
  const found = (await sealedRelease(app, hash)) ?? (await pastRelease(app, hash));
  if (!found) return null;
  const release = JSON.parse(found.text) as Release;
  if (Object.keys(release.partitions).length === 0) return null;
  return keep(hash, waveOf(release, found.words.departments, found.words.questions));
}

interface FoundRelease {
  readonly text: string;
  readonly words: PastWords;
}

async function sealedRelease(app: App, hash: string): Promise<FoundRelease | null> {
  const stored = await app.data.releases.byHash(hash);
  const manifest = stored && (await app.data.manifests.ofSurvey(stored.surveyId));
  return stored && manifest && { text: stored.text, words: JSON.parse(manifest.text) as Manifest };
}

/** Of a survey that was brought from a file no manifest tells the words; they were kept beside its release. */
const pastRelease = (app: App, hash: string): Promise<FoundRelease | null> => app.data.pastSurveys.byHash(hash);

// What was used last is dropped last.
function keep(hash: string, wave: Wave): Wave {
  waves.delete(hash);
  waves.set(hash, wave);
  if (waves.size > mostWaves) waves.delete(waves.keys().next().value as string);
  return wave;
}

/** One line about a release; kept apart, so that a list of years of surveys does not read them all again. */
export async function surveyOfRelease(app: App, hash: string, language: Language): Promise<ClosedSurvey | null> {
  const key = `${hash} ${language}`;
  const known = summaries.get(key);
  if (known) return known;
  const wave = await waveOfRelease(app, hash);
  const summary = wave && closedSurveyOf(wave, language);
  if (summary) summaries.set(key, summary);
  return summary;
}

/** Thousands of tests for a large company, so once for a pair of waves. */
export function mapOfWaves(wave: Wave, earlier: Wave | undefined): HeatMap | null {
  const known = maps.get(wave);
  if (known && known.earlier === earlier) return known.map;
  const map = mapOf(wave, earlier);
  maps.set(wave, { earlier, map });
  return map;
}

// What letters and the notice board say of a survey's results, department by department, read from its release once.
import { waveBefore } from '#app/domain/analysis/comparability.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { toldFindings, type ToldFindings } from '#app/domain/reports/told-findings.ts';
import type { App } from '#app/platform/app.server.ts';
import { mapOfWaves, type KnownWave } from '#app/services/publication/keep-releases.server.ts';
import { linesUpTo } from './read-results.server.ts';

/** Worked out once for a department and language, not for each of twenty thousand people. */
export type ToldOf = (department: string | null, language: Language) => ToldFindings;

/** Null before publication, and where too few answered to publish anything. */
export async function toldResults(app: App, surveyId: string): Promise<ToldOf | null> {
  const line = await linesUpTo(app, surveyId);
  if (line.length === 0) return null;
  const waves = line.map(({ wave }) => wave);
  const earlier = waveBefore(waves);
  const map = await mapOfWaves(app, line.at(-1) as KnownWave, line.find(({ wave }) => wave === earlier));
  const known = new Map<string, ToldFindings>();
  return (department, language) => {
    const key = `${language} ${department ?? ''}`;
    const found = known.get(key) ?? toldFindings(waves, map, department, language);
    known.set(key, found);
    return found;
  };
}

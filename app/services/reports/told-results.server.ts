// What letters and the notice board say of a survey's results, department by department, read from its release once.
import { waveBefore } from '#app/domain/analysis/changes/comparability.ts';
import type { Wave } from '#app/domain/analysis/wave.ts';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { toldFindings, type ToldFindings } from '#app/domain/reports/told-findings.ts';
import { labelsOf, type Labels } from '#app/domain/reports/labels.ts';
import type { App } from '#app/platform/app.server.ts';
import { mapOfWaves, type KnownWave } from '#app/services/publication/keep-releases.server.ts';
import { dimensionIn } from '#app/text/dimension-name.ts';
import type { Text } from '#app/text/text.ts';
import { linesUpTo } from './read-results.server.ts';

/** Worked out once for a department and language, not for each of twenty thousand people. */
export type ToldOf = (department: string | null, text: Text) => ToldFindings;

/** Names as whoever reads in a tongue reads them. */
function labelsIn(wave: Wave, text: Text): Labels {
  const labels = labelsOf(wave, text.language);
  return { ...labels, dimension: (id) => dimensionIn(text, id), questionText: (id) => inLanguage(labels.question(id)?.text, text.tongue) ?? id };
}

/** Null before publication, and where too few answered to publish anything. */
export async function toldResults(app: App, surveyId: string): Promise<ToldOf | null> {
  const line = await linesUpTo(app, surveyId);
  if (line.length === 0) return null;
  const waves = line.map(({ wave }) => wave);
  const earlier = waveBefore(waves);
  const map = await mapOfWaves(app, line.at(-1) as KnownWave, line.find(({ wave }) => wave === earlier));
  const known = new Map<string, ToldFindings>();
  return (department, text) => {
    const key = `${text.tongue} ${department ?? ''}`;
    const found = known.get(key) ?? toldFindings(waves, map, department, (wave) => labelsIn(wave, text));
    known.set(key, found);
    return found;
  };
}

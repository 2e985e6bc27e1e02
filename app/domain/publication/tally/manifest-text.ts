// A manifest as it lies in the database, where somebody other than the portal may write: only the text that was sealed is believed.
import { hashOfText } from '#app/domain/publication/canonical.ts';
import type { Manifest } from '#app/domain/surveys/manifest.ts';

/** Throws where the text does not have the hash that everybody was told: a lower k or another table would be published otherwise. */
export function manifestIn(text: string, hash: string): Manifest {
  if (hashOfText(text) !== hash) throw new Error('the description of the survey is not the one that was sealed');
  return manifestOf(text);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function isManifest(value: unknown): value is Manifest {
  if (!isObject(value) || value['murmur'] !== 1) return false;
  const { survey, k, questions, departments, blocks, cuts, pages } = value;
  return isObject(survey) && typeof survey['id'] === 'string' && typeof k === 'number' && [questions, departments, blocks, cuts].every(Array.isArray) && isObject(pages);
}

/** For whoever looks whether it was altered: null where it is no manifest. */
export function manifestOrNull(text: string): Manifest | null {
  try {
    return manifestOf(text);
  } catch {
    return null;
  }
}

/** Of a text whose hash was looked at already, or is not believed: throws where it is no manifest, or one of a newer program. */
export function manifestOf(text: string): Manifest {
  const value: unknown = JSON.parse(text);
  if (!isManifest(value)) throw new Error('this is no description of a survey this program can read');
  return value;
}

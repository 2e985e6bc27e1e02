// A manifest as it lies in the database, where somebody other than the portal may write: only the text that was sealed is believed.
import { hashOfText } from '#app/domain/publication/canonical.ts';
import type { Manifest } from '#app/domain/surveys/manifest.ts';

/** Throws where the text does not have the hash that everybody was told: a lower k or another table would be published otherwise. */
export function manifestIn(text: string, hash: string): Manifest {
  if (hashOfText(text) !== hash) throw new Error('the description of the survey is not the one that was sealed');
  return JSON.parse(text) as Manifest;
}

// What became of every table that was declared: published with which bands and questions, or left out, and why. It tells who is counted
// together and never how many they are.
import { itemsOfCut } from '../analysis/changes/bands.ts';
import type { Wave } from '../analysis/wave.ts';
import type { DroppedCut, ReleasedCut } from '../publication/release/release.ts';
import type { DeclaredCut } from '../surveys/sealed/manifest.ts';
import { bandName, scopeNames, type BandName } from './cut-view.ts';
import type { Labels, Named } from './labels.ts';

export interface CutNote {
  readonly question: string;
  /** The company, or a division with what is counted in. */
  readonly scope: { readonly names: readonly Named[]; readonly with: readonly Named[] };
  /** Null for one that is not shown; then `why` says the reason. */
  readonly bands: readonly BandName[] | null;
  /** Questions declared for it that it does not show. */
  readonly leftOut: readonly string[];
  readonly why: DroppedCut['why'] | null;
}

type AskedWhere = Pick<DeclaredCut, 'question' | 'scope'>;

/** In the order of the manifest; without one, the published first. */
export function cutNotes(wave: Wave, declared: readonly DeclaredCut[] | null, labels: Labels): CutNote[] {
  const { cuts, audit } = wave.release;
  const places: readonly AskedWhere[] = declared ?? [...cuts, ...audit.dropped];
  return places.flatMap((place): CutNote[] => {
    const here = (one: AskedWhere) => one.question === place.question && one.scope === place.scope;
    const noted = { question: labels.background(place.question), scope: scopeNames(wave, place.scope, labels) };
    const cut = cuts.find(here);
    const why = audit.dropped.find(here)?.why;
    if (!cut) return why ? [{ ...noted, bands: null, leftOut: [], why }] : [];
    const bands = cut.bands.map((band) => bandName(labels, cut.question, band.labels));
    return [{ ...noted, bands, leftOut: leftOutOf(cut, declared?.find(here), labels), why: null }];
  });
}

function leftOutOf(cut: ReleasedCut, declared: DeclaredCut | undefined, labels: Labels): string[] {
  const shown = new Set(itemsOfCut(cut));
  return (declared?.items ?? []).filter((id) => !shown.has(id)).map((id) => labels.questionText(id));
}

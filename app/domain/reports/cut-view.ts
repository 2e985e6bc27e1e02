// Tables by one background question, as they were declared before sealing: counts and favourable shares, nothing finer.
import { rungOf } from '../analysis/ladder.ts';
import type { Wave } from '../analysis/wave.ts';
import { percentOf } from './figures-shown.ts';
import type { Labels } from './labels.ts';

export interface CutView {
  readonly question: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
  readonly bands: readonly {
    /** Merged labels; the empty one is «prefer not to say». */
    readonly labels: readonly string[];
    readonly answered: number;
    /** By item: whole per cent and valid answers; null below the first rung. */
    readonly favourable: readonly ({ readonly percent: number; readonly n: number } | null)[];
  }[];
}

/** The company's cuts on the company's page, a division's on its own. */
export function cutViews(wave: Wave, department: string, labels: Labels): CutView[] {
  const scope = department === wave.root ? 'company' : department;
  return wave.release.cuts
    .filter((cut) => cut.scope === scope)
    .map((cut) => {
      const items = [...new Set(cut.bands.flatMap((band) => Object.keys(band.favourable)))];
      return {
        question: labels.questionText(cut.question),
        items: items.map((id) => ({ id, text: labels.questionText(id) })),
        bands: cut.bands.map((band) => ({
          labels: band.labels.map((label) => (label === '' ? '' : labels.option(cut.question, label))),
          answered: band.answered,
          favourable: items.map((id) => shareOf(band.favourable[id])),
        })),
      };
    });
}

function shareOf(cell: readonly [number, number] | undefined): { percent: number; n: number } | null {
  return cell && rungOf(cell[1]).level ? { percent: percentOf(cell[0], cell[1]), n: cell[1] } : null;
}

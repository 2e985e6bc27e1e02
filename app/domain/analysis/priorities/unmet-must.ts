// What people take for granted and miss: a good average hides it, so it is looked for by itself.
import { libraryItem } from '../../surveys/questions/question-library.ts';
import { rungOf } from '../statistics/ladder.ts';
import { isScored, readItem, shareOf, sharesOf } from '../readings.ts';
import type { Group } from '../group.ts';
import type { Wave } from '../wave.ts';

export const mustBeFlag = 0.2;

/** True where clearly more than 20 % are unfavourable: the exact interval lies above. Needs a distribution, so eight answers. */
export function hasUnmetMust(wave: Wave, dimension: string, group: Group): boolean {
  return (wave.release.dimensions[dimension]?.items ?? []).some((id) => {
    const item = wave.release.items[id];
    if (!item || !isScored(item) || libraryItem(id)?.kanoHypothesis !== 'must-be') return false;
    const own = wave.groupOfAll(item.partition, group.departments);
    const reading = own && readItem(wave, id, own);
    if (!reading || !rungOf(reading.moments.n).distribution) return false;
    return shareOf(reading, (counts) => sharesOf(item, counts).unfavourable).interval[0] > mustBeFlag;
  });
}

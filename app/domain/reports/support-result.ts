// How important a proposal is to the company, read from the release of the pulse that asked it and from nothing else.
import { readFor, sharesOf } from '../analysis/readings.ts';
import { distributionOf, levelOf } from '../analysis/level.ts';
import type { Wave } from '../analysis/wave.ts';
import { supportId } from '../surveys/proposals/support-question.ts';
import { shareView } from './figures-shown.ts';

export interface Support {
  /** Of those who answered, to whom it would be important or very important. */
  readonly percent: number;
  readonly answered: number;
}

/** Null where it was not asked, and where too few answered. */
export function supportIn(wave: Wave, proposalId: string): Support | null {
  const id = supportId(proposalId);
  const item = wave.release.items[id];
  const reading = item ? readFor(wave, { kind: 'item', id }, wave.root) : null;
  if (!item || !reading?.counts || !levelOf(reading)) return null;
  const shares = sharesOf(item, reading.counts);
  if (!distributionOf(reading, shares)) return null;
  return { percent: shareView(shares.favourable, reading.moments.n, null).percent, answered: reading.moments.n };
}

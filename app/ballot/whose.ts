// Two people at one browser: what the device holds is of whoever took the paper, and shown to nobody else who signs in here.
import type { Draft } from './draft.ts';
import type { Offer } from './issuance.ts';

/** Whether the draft is certainly not of the person the server has just made this offer to. */
export function isOfSomebodyElse({ block, paper, sent }: Draft, offer: Pick<Offer, 'block' | 'taken'>): boolean {
  return (block !== null && block !== offer.block) || ((paper !== null || sent !== null) && !offer.taken);
}

/** Whether anybody would miss it. */
export function holdsSomething({ answers, unsaid, draw, paper, sent }: Draft): boolean {
  return draw !== null || paper !== null || sent !== null || unsaid.length > 0 || Object.keys(answers).length > 0;
}

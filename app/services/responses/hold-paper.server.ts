// Whether a paper stays with another address than the one by which somebody comes. It is asked before anything is looked up about the
// paper, so that the answer is the same whether or not one was taken: whoever lends somebody an address learns nothing (threat T8).
import { holdOn } from '#app/domain/organisation/address-change.ts';
import type { App } from '#app/platform/app.server.ts';
import { formerOf, personOf, type Voter } from './voter.server.ts';

/** An address that is not today's opens the paper only of surveys that were sealed with it. */
export async function isHeld(app: App, voter: Voter, surveyId: string): Promise<boolean> {
  const former = formerOf(voter);
  const changes = await app.data.addressChanges.ofPerson(personOf(voter));
  if (changes.length === 0) return former !== null;
  const hold = holdOn(changes, await app.data.sealings.positionOf(surveyId));
  return former === null ? hold.held : !hold.held || hold.sealed !== former;
}

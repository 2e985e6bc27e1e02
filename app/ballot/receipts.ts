// «Your ballot was counted», found out in the browser: the list is fetched whole and without identity, so that nobody learns
// whose receipt is looked up in it.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { withoutIdentity, type Fetch } from './drop.ts';

export interface Counting {
  readonly counted: boolean;
  /** Ballots on the list. */
  readonly ballots: number;
}

/** Refused with `not-closed` while ballots are still taken. */
export async function lookUpReceipt(
  fetch: Fetch,
  { survey, receipt }: { readonly survey: string; readonly receipt: string },
): Promise<Outcome<Counting, 'not-closed' | 'connection'>> {
  try {
    const response = await fetch(`/receipts/${survey}`, { ...withoutIdentity, cache: 'no-store' });
    if (response.status === 404) return refused('not-closed');
    if (!response.ok) return refused('connection');
    const list = (await response.text()).split('\n').filter((line) => line !== '');
    return done({ counted: list.includes(receipt), ballots: list.length });
  } catch {
    return refused('connection');
  }
}

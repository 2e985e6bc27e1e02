// The drop: a sealed ballot goes to the box without anything that says who sends it. A server that wants to know would like the
// session cookie or the address of the page along with it: neither is sent.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { owned, sha256 } from './bytes.ts';

/** The platform's fetch, or one that adds a base address in Node. It may add an identity only where `credentials` is not 'omit'. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** For every request that must carry no identity. */
export const withoutIdentity = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const;

const codes = ['identity', 'size', 'version', 'paper', 'survey', 'closed', 'busy', 'storage'] as const;
export type DropRefusal = (typeof codes)[number] | 'connection';

export interface Drop {
  readonly fetch: Fetch;
  readonly survey: string;
  readonly body: Uint8Array;
}

/** SHA-256 of a sealed ballot, hex: what its sender keeps and the published list holds. */
export function receiptOf(body: Uint8Array): Promise<string> {
  return sha256(body);
}

/** Puts a ballot into the box and gives its receipt. The same bytes may be dropped again: they count once. */
export async function dropBallot({ fetch, survey, body }: Drop): Promise<Outcome<string, DropRefusal>> {
  try {
    const response = await fetch(`/box/${survey}`, {
      ...withoutIdentity,
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: owned(body),
    });
    if (response.status === 204) return done(await receiptOf(body));
    const word = (await response.text()).trim();
    return refused(codes.find((code) => code === word) ?? 'connection');
  } catch {
    return refused('connection');
  }
}

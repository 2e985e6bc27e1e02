// What the server offers to the person who is signed in, and the signature it gives: the only two requests that carry an identity.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Block, Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { isRouted, routeText } from '#app/domain/surveys/asking/routes.ts';
import { fromBase64url, owned, shortSha256 } from './bytes.ts';
import type { Fetch } from './drop.ts';

export interface Offer {
  /** Index into the manifest's blocks. */
  readonly block: number;
  /** The block's modulus, base64url; it has the hash that the manifest holds. */
  readonly key: string;
  /** Everybody in the block, sorted; they have the hash that the manifest holds. */
  readonly names: readonly string[];
  /** Ids of the questions that are asked of this block and not of everybody. */
  readonly asked: readonly string[];
  /** A paper was given under this name before. */
  readonly taken: boolean;
  /** The one replacement was given too. */
  readonly reissued: boolean;
}

const withIdentity = { credentials: 'same-origin' } as const;
const offerCodes = ['sign-in', 'not-on-roll', 'held', 'by-slip', 'survey', 'closed', 'not-open'] as const;
const issueCodes = [...offerCodes, 'other-paper', 'no-reissue', 'size', 'busy', 'storage'] as const;

export type OfferRefusal = (typeof offerCodes)[number] | 'connection' | 'altered' | 'key' | 'names';
export type IssueRefusal = (typeof issueCodes)[number] | 'connection';

/** Of salt and sorted names, as the manifest holds it per block. */
export function namesHash(salt: string, names: readonly string[]): Promise<string> {
  return shortSha256(new TextEncoder().encode(`${salt}\n${names.join('\n')}`));
}

/** By the salt that is bound to the sealed names: nobody in the block can be asked anything else than the next one. */
async function askedOf({ questions }: Manifest, { block, salt }: OfferBody): Promise<string[]> {
  const ids = await Promise.all(questions.map(async ({ id, routes }) => (routes && isRouted(routes, block, await shortSha256(new TextEncoder().encode(routeText(salt, id)))) ? id : '')));
  return ids.filter(Boolean);
}

/** Of a modulus in base64url, as the manifest holds it per block. */
function keyHash(key: string): Promise<string> {
  return shortSha256(fromBase64url(key) ?? new Uint8Array());
}

interface OfferBody extends Offer {
  readonly manifest: string;
  readonly salt: string;
}

/**
 * Asks which block the person is in. Refused with `altered` for another manifest than the link's, with `key` for another key
 * than everybody's of the block, which would mark the papers of whoever is offered it, and with `names` for a list of names that
 * is not the sealed one: whoever invents neighbours for one person has to have sealed them for everybody to see.
 */
export async function askOffer(
  fetch: Fetch,
  { manifest, hash }: { readonly manifest: Manifest; readonly hash: string },
): Promise<Outcome<Offer, OfferRefusal>> {
  try {
    const response = await fetch(`/paper/${manifest.survey.id}`, { ...withIdentity });
    if (!response.ok) return refused(codeIn(offerCodes, await response.text()));
    const body = (await response.json()) as OfferBody;
    const block: Block | undefined = manifest.blocks[body.block];
    if (body.manifest !== hash || !block) return refused('altered');
    if ((await keyHash(body.key)) !== block.key) return refused('key');
    if ((await namesHash(body.salt, body.names)) !== block.names || body.names.length !== block.invited) return refused('names');
    return done({ block: body.block, key: body.key, names: body.names, asked: await askedOf(manifest, body), taken: body.taken, reissued: body.reissued });
  } catch {
    return refused('connection');
  }
}

/** Asks for a signature of the blinded value; the same value may be sent again after a lost reply. `reissue` takes the one replacement. */
export async function askSignature(
  fetch: Fetch,
  { survey, blinded, reissue }: { readonly survey: string; readonly blinded: Uint8Array; readonly reissue: boolean },
): Promise<Outcome<Uint8Array, IssueRefusal>> {
  try {
    const response = await fetch(`/paper/${survey}${reissue ? '?reissue=1' : ''}`, {
      ...withIdentity,
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: owned(blinded),
    });
    if (!response.ok) return refused(codeIn(issueCodes, await response.text()));
    return done(new Uint8Array(await response.arrayBuffer()));
  } catch {
    return refused('connection');
  }
}

/** The code word in a reply; a reply of something in between, a proxy perhaps, counts as a lost connection. */
function codeIn<Code extends string>(codes: readonly Code[], text: string): Code | 'connection' {
  return codes.find((code) => code === text.trim()) ?? 'connection';
}

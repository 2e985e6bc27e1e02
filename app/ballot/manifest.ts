// The survey as it was sealed, fetched without identity: a server that wants to show one person another survey, or another key,
// does not learn who is asking, and what it serves must have the hash that the person's link carries whole.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Manifest } from '#app/domain/surveys/manifest.ts';
import { owned, sha256 } from './bytes.ts';
import { withoutIdentity, type Fetch } from './drop.ts';

export type ManifestRefusal = 'connection' | 'survey' | 'altered' | 'too-new';

/** `hash` is the SHA-256 of the manifest's bytes, hex. */
export async function fetchManifest(fetch: Fetch, hash: string): Promise<Outcome<Manifest, ManifestRefusal>> {
  try {
    const response = await fetch(`/manifest/${hash}`, { ...withoutIdentity });
    if (!response.ok) return refused(response.status === 404 ? 'survey' : 'connection');
    const bytes = owned(new Uint8Array(await response.arrayBuffer()));
    if ((await sha256(bytes)) !== hash) return refused('altered');
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
    return manifest.murmur === 1 ? done(manifest) : refused('too-new');
  } catch {
    return refused('connection');
  }
}

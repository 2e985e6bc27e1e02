// The survey as it was sealed, fetched without identity: a server that wants to show one person another survey, or another key,
// does not learn who is asking, and what it serves must have the hash that the person's link carries whole.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { putTogether } from '#app/domain/surveys/sealed/said-apart.ts';
import { sha256 } from './bytes.ts';
import { withoutIdentity, type Fetch } from './drop.ts';

export type ManifestRefusal = 'connection' | 'survey' | 'altered' | 'too-new';

const hashOf = (text: string): Promise<string> => sha256(new TextEncoder().encode(text));

/** `hash` is the SHA-256 of the manifest's bytes, hex. Its words come behind it in one language, under the hash that it names. */
export async function fetchManifest(fetch: Fetch, hash: string, language: Tongue): Promise<Outcome<Manifest, ManifestRefusal>> {
  try {
    const response = await fetch(`/manifest/${hash}/${language}`, { ...withoutIdentity });
    if (!response.ok) return refused(response.status === 404 ? 'survey' : 'connection');
    const [text = '', said = ''] = (await response.text()).split('\n');
    if ((await hashOf(text)) !== hash) return refused('altered');
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.murmur !== 1) return refused('too-new');
    if (!manifest.words) return done(manifest);
    if ((await hashOf(said)) !== manifest.words[language]) return refused('altered');
    return done(putTogether(manifest, { [language]: JSON.parse(said) as string[] }));
  } catch {
    return refused('connection');
  }
}

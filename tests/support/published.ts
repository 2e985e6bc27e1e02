// Closed surveys put where the portal keeps them, for tests that only read.
import type { App } from '#app/platform/app.server.ts';
import { canonical, hashOfText } from '#app/domain/publication/release/canonical.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { Closed } from './waves.ts';

/** In the order of the chain; all of one programme. */
export async function publishWaves(app: Pick<App, 'data'>, waves: readonly Closed[]): Promise<void> {
  let previous: string | null = null;
  for (const [position, wave] of waves.entries()) previous = await publishWave(app, wave, { position, previous });
}

interface Place {
  readonly position: number;
  readonly previous: string | null;
  /** Where it asked parts of the company. */
  readonly audience?: Manifest['audience'];
}

/** Returns the hash of the release. */
export async function publishWave({ data }: Pick<App, 'data'>, { release, departments, questions, cuts, wordsFor }: Closed, { position, previous, audience }: Place): Promise<string> {
  const { id, title, closed } = release.survey;
  const sealed: Manifest = {
    murmur: 1,
    survey: { id, title, purpose: title, opens: closed, closes: closed, programme: 'pulse' },
    k: release.k,
    languages: ['en', 'zh-Hans', 'zh-Hant'],
    questions,
    departments,
    blocks: [],
    ...(audience && { audience }),
    box: '',
    ...(wordsFor && { wordsFor }),
    cuts,
    pages: { en: '', 'zh-Hans': '', 'zh-Hant': '' },
  };
  const manifest = canonical(sealed);
  const manifestHash = hashOfText(manifest);
  const definition = { k: release.k, languages: sealed.languages, questions, cuts };
  const draft = { id, state: 'draft' as const, title, purpose: title, opens: closed, closes: closed, programme: 'pulse', definition, manifestHash: null, createdBy: null, createdAt: `${closed}T00:00:00.000Z`, closedAt: null, closedOn: null };
  await data.surveys.add(draft);
  await data.surveys.replace({ ...draft, state: 'closed', manifestHash, closedAt: `${closed}T23:00:00.000Z` }, 'draft');
  await data.manifests.add({ hash: manifestHash, surveyId: id, text: manifest });
  const text = canonical({ ...release, manifest: manifestHash, previous });
  const hash = hashOfText(text);
  await data.releases.add({ surveyId: id, hash, previous, position, text, releasedAt: `${closed}T23:00:00.000Z` });
  return hash;
}

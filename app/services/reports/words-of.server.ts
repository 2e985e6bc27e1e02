// Everything that is known of the words of one group, and what the one who acts may do with them: asked by every page and every act
// about words, so that there is one answer.
import { mayAnswer, shownTexts, sightOf, wordGroupOf, type Decided, type ShownText, type Sight, type WordReader } from '#app/domain/reports/passing-on.ts';
import { may, type Actor } from '#app/domain/access/actor.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { countThemes, typicalWords } from '#app/domain/analysis/words/themes.ts';
import { hashOfText } from '#app/domain/publication/release/canonical.ts';
import type { Counted } from '#app/domain/reports/comments-page.ts';
import { manifestIn } from '#app/domain/publication/tally/manifest-text.ts';
import type { WordReaders } from '#app/domain/surveys/own/own-words.ts';
import type { App } from '#app/platform/app.server.ts';
import { pageOnce, waveOfRelease, type KnownWave } from '#app/services/publication/keep-releases.server.ts';

export interface KnownWords extends KnownWave {
  readonly decided: Decided;
  readonly sight: Sight;
  readonly wordsFor: WordReaders | undefined;
  readonly mayAnswer: boolean;
}

export interface WhichWords {
  readonly surveyId: string;
  /** Null: the company. */
  readonly department: string | null;
}

export const readerOf = (actor: Actor): WordReader => ({
  readsAll: may(actor, 'read-comments'),
  takesPart: may(actor, 'take-part'),
  heads: may(actor, 'read-own-departments') ? actor.heads : [],
});

export async function wordsOf(app: App, actor: Actor, which: WhichWords): Promise<Outcome<KnownWords & { readonly department: string }, 'not-found' | 'forbidden'>> {
  const known = await releaseWith(app, which.surveyId);
  if (!known) return refused('not-found');
  const { wave, hash } = known;
  const department = which.department ?? wave.root;
  if (!wave.departments.has(department)) return refused('not-found');
  const group = wordGroupOf(wave, department);
  const wordsFor = await sealedReaders(app, which.surveyId);
  const reader = readerOf(actor);
  const sight = sightOf(reader, wave, { group, wordsFor });
  if (!sight) return refused('forbidden');
  const passing = await app.data.passedWords.of({ hash, group: group.key });
  const blackedOut = await app.data.passedWords.blackedOut(hash);
  return done({ wave, hash, department, sight, wordsFor, decided: { group, passing, blackedOut }, mayAnswer: mayAnswer(reader, wave, group) });
}

async function releaseWith(app: App, surveyId: string): Promise<KnownWave | null> {
  const hash = (await app.data.releases.listed()).find((release) => release.surveyId === surveyId)?.hash;
  const wave = hash === undefined ? null : await waveOfRelease(app, hash);
  return wave && hash !== undefined ? { wave, hash } : null;
}

/** As the page said on which they were written; what anybody may have written into the database since is not believed. */
export async function sealedReaders(app: App, surveyId: string): Promise<WordReaders | undefined> {
  const manifest = await app.data.manifests.ofSurvey(surveyId);
  return manifest ? manifestIn(manifest.text, manifest.hash).wordsFor : undefined;
}

export const textsFor = ({ hash, decided, sight }: KnownWords): ShownText[] => shownTexts(hash, { ...decided, sight });

/** Counted of what is shown to this reader and nothing else; where a survey was sealed before counting was told, nothing is. */
export async function countedFor(app: App, actor: Actor, known: KnownWords): Promise<Counted> {
  if (known.wordsFor === undefined) return { themes: [], typical: [] };
  const own = textsFor(known).map(({ text }) => text);
  const elsewhere = known.decided.group.whole ? [] : await othersFor(app, actor, { known, own });
  const { k } = known.wave.release;
  return pageOnce(app, { hashes: [known.hash], asked: ['themes', hashOfText(JSON.stringify([own, elsewhere, k]))] }, () => ({ themes: countThemes(own, k), typical: typicalWords(own, elsewhere, k) }));
}

/** What the same reader may read of the whole company without this group. */
async function othersFor(app: App, actor: Actor, { known, own }: { readonly known: KnownWords; readonly own: readonly string[] }): Promise<string[]> {
  const company = await wordsOf(app, actor, { surveyId: known.wave.release.survey.id, department: null });
  if (!company.ok) return [];
  const left = new Map<string, number>();
  for (const text of own) left.set(text, (left.get(text) ?? 0) + 1);
  return textsFor(company.value).flatMap(({ text }) => {
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count > 0 ? [] : [text];
  });
}

// What HR does with words before and after others read them: passing on, leaving out, blacking out a name. The release stays as it is.
import { may, type Actor } from '#app/domain/access/actor.ts';
import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { placesOf } from '#app/domain/reports/passing-on.ts';
import type { App } from '#app/platform/app.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import { textsFor, wordsOf, type KnownWords, type WhichWords } from './words-of.server.ts';

export type PassingRefusal = 'not-found' | 'forbidden' | 'words-for-hr' | 'no-such-words' | 'name-not-there' | 'passed-on-already';

async function asHr(app: App, actor: Actor, which: WhichWords): Promise<Outcome<KnownWords & { readonly department: string }, 'not-found' | 'forbidden'>> {
  return may(actor, 'read-comments') ? wordsOf(app, actor, which) : refused('forbidden');
}

/** All of a group but what is left out. Done again it is the same act, and stands in the journal once. */
export async function passOn(app: App, actor: Actor, which: WhichWords): Promise<Outcome<null, PassingRefusal>> {
  const known = await asHr(app, actor, which);
  if (!known.ok) return known;
  const { hash, wave, wordsFor, decided, department } = known.value;
  if (wordsFor !== 'heads') return refused('words-for-hr');
  if (decided.group.texts.length === 0) return refused('no-such-words');
  const what = `${titleOf(known.value)} · ${wave.departments.get(department)?.name ?? department}`;
  await app.data.transaction(async (stores) => {
    if (await stores.passedWords.passOn({ hash, group: decided.group.key }, app.today())) await noteDown(app, stores, [{ kind: 'words-passed-on', by: actor, what }]);
  });
  return done(null);
}

const titleOf = ({ wave }: KnownWords, language: Language = 'en'): string => inLanguage(wave.release.survey.title, language);

/** `out` false takes it in again. Texts that read alike are left out together. */
export async function leaveOut(app: App, actor: Actor, { id, out, ...which }: WhichWords & { readonly id: string; readonly out: boolean }): Promise<Outcome<null, PassingRefusal>> {
  const known = await asHr(app, actor, which);
  if (!known.ok) return known;
  const { hash, decided, wordsFor } = known.value;
  if (wordsFor !== 'heads') return refused('words-for-hr');
  const positions = textsFor(known.value).flatMap((one) => (one.id === id ? [one.position] : []));
  if (positions.length === 0) return refused('no-such-words');
  const group = { hash, group: decided.group.key };
  await (out ? app.data.passedWords.leaveOut(group, positions) : app.data.passedWords.takeIn(group, positions));
  return done(null);
}

/** Wherever it stands in this text. The journal says that it happened, never the name. */
export async function blackOut(app: App, actor: Actor, { id, name, ...which }: WhichWords & { readonly id: string; readonly name: string }): Promise<Outcome<null, PassingRefusal>> {
  const known = await asHr(app, actor, which);
  if (!known.ok) return known;
  const { hash, decided } = known.value;
  const alike = new Set(textsFor(known.value).flatMap((one) => (one.id === id ? [one.position] : [])));
  if (alike.size === 0) return refused('no-such-words');
  const places = decided.group.texts.flatMap(({ position, text }) => (alike.has(position) ? placesOf(name, text).map((place) => ({ position, ...place })) : []));
  if (places.length === 0) return refused('name-not-there');
  await app.data.transaction(async (stores) => {
    await stores.passedWords.blackOut(hash, places);
    await noteDown(app, stores, [{ kind: 'words-blacked-out', by: actor, what: titleOf(known.value) }]);
  });
  return done(null);
}

/** Takes the bars off a text again, as long as nobody but HR has read any of this survey: afterwards it would say what was to be hidden. */
export async function uncover(app: App, actor: Actor, { id, ...which }: WhichWords & { readonly id: string }): Promise<Outcome<null, PassingRefusal>> {
  const known = await asHr(app, actor, which);
  if (!known.ok) return known;
  const { hash, decided } = known.value;
  const positions = textsFor(known.value).flatMap((one) => (one.id === id ? [one.position] : []));
  if (!positions.some((position) => decided.blackedOut.some((bar) => bar.position === position))) return refused('no-such-words');
  return app.data.transaction(async (stores) => {
    if (await stores.passedWords.isPassedOn(hash)) return refused('passed-on-already');
    await stores.passedWords.uncover(hash, positions);
    return done(null);
  });
}

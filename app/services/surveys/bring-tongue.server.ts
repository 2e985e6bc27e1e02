// A language that HR brings by a page goes into the folder `languages` of the data, which is part of every backup and is read whenever something
// is asked: nothing has to be started anew. What was sealed has its page and its words in the database and is not touched.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Actor } from '#app/domain/access/actor.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { nameOfTongue, type Tongue } from '#app/domain/kernel/tongue.ts';
import type { App } from '#app/platform/app.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import { stagedFile } from '#app/services/organisation/stage-files.server.ts';
import { markedReviewed } from '#app/text/tongue/po-file.ts';
import type { Stores } from '#db/index.server.ts';
import { broughtFile, bytesAt, hashOf, placeOfTongue, sentencesField } from './look-at-tongue.server.ts';
import { readAgain, tonguesOf } from './tongues.server.ts';

export interface TongueTaking {
  readonly tongue: Tongue;
  readonly hash: string;
  /** Whether somebody who speaks it has read all of it. */
  readonly reviewed: boolean;
}

const placeIn = (app: Pick<App, 'config'>, tongue: Tongue): string => placeOfTongue(app, { tongue, own: false });

/** Whole or not at all: whoever reads meanwhile reads the file before. */
function put(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, bytes, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  readAgain(path);
}

function takeAway(path: string): void {
  rmSync(path, { force: true });
  readAgain(path);
}

async function choose(stores: Pick<Stores, 'organisation'>, change: (tongues: readonly Tongue[]) => readonly Tongue[]): Promise<void> {
  const organisation = await stores.organisation.get();
  if (organisation) await stores.organisation.save({ ...organisation, tongues: [...new Set(change(organisation.tongues ?? []))].sort() });
}

/** A promise may be worded by it: everybody reads who brought it. */
async function told(app: App, stores: Stores, { actor, kind, tongue }: { readonly actor: Actor; readonly kind: 'tongue-brought' | 'tongue-removed'; readonly tongue: Tongue }): Promise<void> {
  const what = nameOfTongue(tongue);
  await stores.organisation.logChange({ id: app.newId(), at: app.today(), actorId: actor.personId, setting: kind, from: '', to: what });
  await noteDown(app, stores, [{ kind, by: actor, what }]);
}

let latest: Promise<unknown> = Promise.resolve();

/** One after another: each looks at the file as the one before left it. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = latest.catch(() => null).then(work);
  latest = mine;
  return mine;
}

/** Employees are asked in it from now on, in surveys that are written from now on. Pressed twice it is one. */
export async function takeTongue(app: App, actor: Actor, stage: string, { tongue, hash, reviewed }: TongueTaking): Promise<Outcome<Tongue, 'tongue-waits-no-more' | 'tongue-wrong'>> {
  const bytes = await stagedFile(app, stage, sentencesField);
  if (bytes === null) return refused('tongue-waits-no-more');
  const file = broughtFile(bytes);
  if (file.problems.length > 0 || file.tongue !== tongue || hashOf(bytes) !== hash) return refused('tongue-wrong');
  const kept = file.reviewed === reviewed ? bytes : markedReviewed(bytes, reviewed);
  await inTurn(async () => {
    await app.data.transaction(async (stores) => {
      await stores.organisation.holdTimeZone();
      const chosen = (await stores.organisation.get())?.tongues ?? [];
      if (chosen.includes(tongue) && bytesAt(placeIn(app, tongue))?.equals(kept)) return;
      await choose(stores, (tongues) => [...tongues, tongue]);
      await told(app, stores, { actor, kind: 'tongue-brought', tongue });
      app.checkpoint?.('tongue:noted');
    });
    // Only what was told is put: a stop between the two leaves the words of before, and a second press tells it once more.
    app.checkpoint?.('tongue:told');
    put(placeIn(app, tongue), kept);
  });
  // The file goes on waiting for its hour, so that a second press finds what the first one did.
  tonguesOf(app);
  return done(tongue);
}

/** A survey that is not counted yet and is asked in it: its letters are written in these words. */
async function askedNow({ surveys }: Pick<Stores, 'surveys'>, tongue: Tongue): Promise<boolean> {
  return (await surveys.inState('sealed')).some(({ definition }) => definition.languages.includes(tongue));
}

/** Takes a brought file away; where the program has one of its own, that one is spoken again. Done again it leaves the same. */
export async function removeTongue(app: App, actor: Actor, tongue: Tongue): Promise<Outcome<null, 'tongue-asked'>> {
  const brought = tonguesOf(app).find((one) => one.tongue === tongue && !one.own);
  if (!brought) return done(null);
  const own = bytesAt(placeOfTongue(app, { tongue, own: true })) !== null;
  return inTurn(async () => {
    const removed = await app.data.transaction(async (stores): Promise<Outcome<null, 'tongue-asked'>> => {
      await stores.organisation.holdTimeZone();
      if (bytesAt(placeIn(app, tongue)) === null) return done(null);
      if (!own && (await askedNow(stores, tongue))) return refused('tongue-asked');
      if (!own) await choose(stores, (tongues) => tongues.filter((one) => one !== tongue));
      await told(app, stores, { actor, kind: 'tongue-removed', tongue });
      app.checkpoint?.('tongue:noted');
      return done(null);
    });
    app.checkpoint?.('tongue:told');
    if (removed.ok) takeAway(placeIn(app, tongue));
    return removed;
  });
}

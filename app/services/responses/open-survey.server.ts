// The surveys that take ballots now, each opened once per process and kept: keys ready to use, roll and box open, used slots known.
import { manifestIn } from '#app/domain/publication/tally/manifest-text.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { App } from '#app/platform/app.server.ts';
import { hasBox, isMarkedClosing, isOfEarlierForm, letGoOfBoxes, openBox, placeOf, readBlockKeysSoon, type Roll, type Slips } from '#db/boxes.server.ts';
import { openBallotBox, type BallotBox } from './ballot-box.server.ts';
import { sealedKeys, type BlockKey } from './sign-papers.server.ts';

/** Whether what went wrong is the disk, for those who hold no door to the box. */
export { isStorageFailure } from '#db/boxes.server.ts';

export interface OpenSurvey {
  readonly id: string;
  readonly manifest: Manifest;
  readonly hash: string;
  readonly keys: readonly BlockKey[];
  readonly roll: Roll;
  /** Null where nobody comes with a slip. */
  readonly slips: Slips | null;
  readonly box: BallotBox;
}

/** `closed`: it was sealed once and takes nothing any more, whether or not it is tallied yet. */
export type BoxState = { readonly kind: 'open'; readonly survey: OpenSurvey } | { readonly kind: 'closed' } | { readonly kind: 'unknown' };

const closed: BoxState = { kind: 'closed' };
const unknown: BoxState = { kind: 'unknown' };

// One set of open surveys per portal database: two would each believe other slots to be free.
const registry = new WeakMap<App['data'], Map<string, Promise<BoxState>>>();

function known(app: App): Map<string, Promise<BoxState>> {
  let surveys = registry.get(app.data);
  if (!surveys) registry.set(app.data, (surveys = new Map()));
  return surveys;
}

export function standingOf(app: App, id: string): Promise<BoxState> {
  const surveys = known(app);
  const before = surveys.get(id);
  if (before) return before;
  const found = stand(app, id);
  surveys.set(id, found);
  const forget = () => void (surveys.get(id) === found && surveys.delete(id));
  // Strange ids are not kept: somebody who invents them must not fill the memory; a draft may be sealed later.
  found.then((standing) => standing.kind === 'unknown' && forget(), forget);
  return found;
}

/** False also where it cannot be opened. */
export async function takesBallots(app: App, id: string): Promise<boolean> {
  return standingOf(app, id).then(({ kind }) => kind === 'open', () => false);
}

/** Takes nothing from now on and lets go of the survey's files once everything acknowledged is written. */
export async function stopTaking(app: App, id: string): Promise<void> {
  const before = await known(app).get(id)?.catch(() => undefined);
  known(app).set(id, Promise.resolve(closed));
  if (before?.kind !== 'open') return;
  const { roll, slips, box } = before.survey;
  // Requests that found the survey open a moment ago have put their work in line by then.
  await new Promise((resolve) => setImmediate(resolve));
  await Promise.all([roll.idle(), slips?.idle(), box.idle()]);
  roll.close();
  slips?.close();
  box.close();
}

/** What was closed, or could not be opened, is looked at again when it is asked for next. */
export function lookAgain(app: App, id: string): void {
  known(app).delete(id);
}

/** For the end of the process, and for tests that start again on the same folder. */
export async function letGo(app: App): Promise<void> {
  for (const id of [...known(app).keys()]) await stopTaking(app, id);
  registry.delete(app.data);
  letGoOfBoxes(app.config.dataFolder);
}

async function stand(app: App, id: string): Promise<BoxState> {
  const survey = await app.data.surveys.get(id);
  if (!survey || survey.state === 'draft') return unknown;
  const { dataFolder } = app.config;
  if (survey.state !== 'sealed' || isMarkedClosing(dataFolder, id) || (await app.data.setAsides.get(id))?.ended === null) return closed;
  const stored = await app.data.manifests.ofSurvey(id);
  if (!stored || !hasBox(dataFolder, id) || isOfEarlierForm(placeOf(dataFolder, id))) return closed;
  return { kind: 'open', survey: await open(app, stored.text, stored.hash) };
}

async function open(app: App, text: string, hash: string): Promise<OpenSurvey> {
  const manifest = manifestIn(text, hash);
  const { place, roll, slips, slots } = await openBox(app.config.dataFolder, manifest.survey.id, manifest.blocks.map(({ invited }) => invited));
  try {
    const keys = sealedKeys(await readBlockKeysSoon(place.keys, manifest.blocks.length), manifest.blocks);
    return { id: manifest.survey.id, manifest, hash, keys, roll, slips, box: await openBallotBox(slots, keys) };
  } catch (error) {
    roll.close();
    slips?.close();
    slots.close();
    throw error;
  }
}

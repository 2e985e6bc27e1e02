// What lies in the folder of a survey, as far as it can be proven: whether its files are those that were sealed, whether anybody ever
// took a paper, and whether the sealed text is that of a draft.
import { hashOfSealed, manifestIn, sealedText } from '#app/domain/publication/tally/manifest-text.ts';
import type { Found } from '#app/domain/surveys/set-aside.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { sealedManifest } from '#app/domain/surveys/sealed/sealed-manifest.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { sealedKeys } from '#app/services/responses/sign-papers.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { hasBox, isMarkedClosing, isOfEarlierForm, openSlots, placeOf, readBlockKeys, readBoxPublicKey, readPeople, readRollCounts, readSealedText, readSlipCounts } from '#db/boxes.server.ts';
import { builtPages } from './build-ballot-pages.server.ts';
import { pointOf } from './make-keys.server.ts';

export interface SealedText {
  readonly manifest: Manifest;
  readonly hash: string;
  /** As it was sealed. */
  readonly text: string;
}

/** What was sealed, by the database or else by the folder; null where neither tells it. */
export async function sealedTextOf(app: App, id: string): Promise<SealedText | null> {
  const stored = await app.data.manifests.ofSurvey(id);
  try {
    if (stored) return { manifest: manifestIn(stored.text, stored.hash), hash: stored.hash, text: stored.text };
    const text = readSealedText(placeOf(app.config.dataFolder, id));
    if (text === null) return null;
    const hash = hashOfSealed(text);
    const manifest = manifestIn(text, hash);
    return manifest.survey.id === id ? { manifest, hash, text } : null;
  } catch {
    return null;
  }
}

/** Null where there is no folder. */
export async function foundFolder(app: App, id: string): Promise<Found['folder']> {
  const { dataFolder } = app.config;
  if (!hasBox(dataFolder, id)) return null;
  const sealed = await sealedTextOf(app, id);
  const readable = sealed !== null && isReadable(dataFolder, sealed.manifest);
  const survey = await app.data.surveys.get(id);
  return {
    readable,
    earlierForm: isOfEarlierForm(placeOf(dataFolder, id)),
    used: await isUsed(app, id),
    closing: isMarkedClosing(dataFolder, id),
    provesDraft: readable && survey?.state === 'draft' && isSealedFrom(survey, sealed) && sealed.manifest.survey.timeZone === app.timeZone() && (await hasPages(app, sealed.manifest)),
  };
}

/** Whether list, roll and box have the sealed sizes, and the keys are the sealed ones. */
function isReadable(dataFolder: string, manifest: Manifest): boolean {
  const place = placeOf(dataFolder, manifest.survey.id);
  try {
    const counts = readRollCounts(place);
    if (manifest.blocks.some(({ invited }, block) => counts.invited[block] !== invited)) return false;
    if (readSlipCounts(place).reduce((sum, { listed }) => sum + listed, 0) !== (manifest.slips?.listed ?? 0)) return false;
    openSlots(place.box, manifest.blocks.map(({ invited }) => invited), 'r').close();
    sealedKeys(readBlockKeys(place.keys, manifest.blocks.length), manifest.blocks);
    return pointOf(readBoxPublicKey(place.keys)) === manifest.box;
  } catch {
    return false;
  }
}

/** Whether a paper was given or a ballot lies there; also where that cannot be read. */
export async function isUsed(app: App, id: string): Promise<boolean> {
  const place = placeOf(app.config.dataFolder, id);
  try {
    const { invited, papers, reissued } = readRollCounts(place);
    const bySlip = readSlipCounts(place).map((count) => count.papers);
    if ([...papers, ...reissued, ...bySlip].some((count) => count > 0)) return true;
    const slots = openSlots(place.box, invited, 'r');
    try {
      for await (const filled of slots.filled()) if (filled) return true;
      return false;
    } finally {
      slots.close();
    }
  } catch {
    return hasBox(app.config.dataFolder, id);
  }
}

/** Whether sealing this draft, with these blocks and keys, gives this text to the letter. */
function isSealedFrom(draft: Survey, { manifest, text }: SealedText): boolean {
  const { departments, blocks, box, pages, survey, slips } = manifest;
  const { timeZone, place } = survey;
  if (timeZone === undefined || place === undefined) return false;
  return sealedText(sealedManifest(draft, { departments, blocks, box, pages, timeZone, place, slips })).text === text;
}

/** Whether the pages that were sealed are those of this program, or known to the database. */
async function hasPages(app: App, manifest: Manifest): Promise<boolean> {
  const built = await builtPages(app, manifest.languages);
  const hashes = built.ok ? built.value.map(({ hash }) => hash) : [];
  for (const hash of Object.values(manifest.pages)) if (!hashes.includes(hash) && !(await app.data.ballotPages.get(hash))) return false;
  return true;
}

/** Ids of those who were asked; null where the list cannot be read. */
export function askedBy(app: App, id: string): ReadonlySet<string> | null {
  try {
    return new Set(readPeople(placeOf(app.config.dataFolder, id).people).people.map(({ person }) => person));
  } catch {
    return null;
  }
}

// The self-test's look at the surveys that are open: form, places and permissions of roll, box and keys. What it finds are codes; no
// name, key, ballot or number of ballots leaves here.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { manifestOrNull } from '#app/domain/publication/tally/manifest-text.ts';
import { namesText } from '#app/domain/surveys/sealed/sealed-manifest.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { findBallots } from '#app/services/responses/find-ballots.server.ts';
import { keyHashOf, modulusOf, verifyKeyOf } from '#app/services/responses/sign-papers.server.ts';
import type { App } from '#app/platform/app.server.ts';
import {
  hasBox,
  inspectBox,
  inspectFolder,
  inspectKeys,
  inspectRoll,
  listBoxes,
  openFolder,
  openSlots,
  openToOthers,
  placeOf,
  readBlockKeys,
  readPeople,
  readRollCounts,
  readSlipCounts,
  type BoxPlace,
} from '#db/boxes.server.ts';

/** What is wrong, by kind; everything is empty where the promise holds. */
export interface OpenFindings {
  readonly surveys: number;
  readonly folders: string[];
  readonly files: string[];
  readonly slots: string[];
  readonly papers: string[];
  readonly roll: string[];
  readonly keys: string[];
  /** Folders without an open survey, and open surveys without a folder. */
  readonly standing: string[];
  /** What stands in a roll and must stand nowhere else. */
  readonly secrets: string[];
}

export async function inspectOpenSurveys(app: App): Promise<OpenFindings> {
  const { dataFolder } = app.config;
  const findings: OpenFindings = { surveys: 0, folders: openToOthers(openFolder(dataFolder)), files: [], slots: [], papers: [], roll: [], keys: [], standing: [], secrets: [] };
  const sealed = (await app.data.surveys.inState('sealed')).map(({ id }) => id);
  const { surveys, unfinished } = listBoxes(dataFolder);
  findings.standing.push(...surveys.filter((id) => !sealed.includes(id)), ...unfinished, ...sealed.filter((id) => !hasBox(dataFolder, id)));
  for (const id of sealed.filter((one) => surveys.includes(one))) {
    const stored = await app.data.manifests.ofSurvey(id);
    const manifest = stored && manifestOrNull(stored.text);
    if (manifest?.survey.id === id) await inspectSurvey(app, manifest, findings);
    else findings.standing.push(id);
  }
  return { ...findings, surveys: sealed.length };
}

async function inspectSurvey(app: App, manifest: Manifest, findings: OpenFindings): Promise<void> {
  const place = placeOf(app.config.dataFolder, manifest.survey.id);
  const { id } = manifest.survey;
  findings.folders.push(...[place.folder, place.keys].flatMap(openToOthers).map((path) => path.slice(app.config.dataFolder.length + 1)));
  findings.files.push(...inspectFolder(place).map((file) => `${id}: ${file}`));
  const keys = inspectKeys(place.keys, manifest.blocks.length);
  if (keys.missing + keys.strange + keys.readable > 0 || !hasItsKeys(place, manifest)) findings.keys.push(id);
  const box = await inspectBox(place.box, invitedOf(manifest));
  if (!box.sized || box.strange > 0) findings.slots.push(id);
  // What is not where it was sealed was said already, and nothing more can be read from it.
  if (!isWhole(place)) return;
  if (!inspectRoll(place)) {
    findings.roll.push(id);
    return;
  }
  if (box.sized && !(await hasItsPapers(place, manifest))) findings.papers.push(id);
  if (!isAsSealed(place, manifest)) findings.roll.push(id);
  findings.secrets.push(...readPeople(place.people).blocks.slice(0, 1).map(({ salt }) => salt));
}

const invitedOf = ({ blocks }: Manifest) => blocks.map(({ invited }) => invited);

const isWhole = (place: BoxPlace) => [place.people, place.roll, place.box].every((path) => existsSync(path));

/** The keys in the folder are those that the manifest names: under others no browser would take a paper. */
function hasItsKeys(place: BoxPlace, { blocks }: Manifest): boolean {
  const keys = readableKeys(place, blocks.length);
  return keys !== null && keys.every((key, block) => keyHashOf(modulusOf(key)) === blocks[block]!.key);
}

/** Null where one is missing or none. */
function readableKeys(place: BoxPlace, blocks: number): ReturnType<typeof readBlockKeys> | null {
  try {
    return readBlockKeys(place.keys, blocks);
  } catch {
    return null;
  }
}

/** Ballots with a valid paper against papers given, by block: more would be ballots of nobody. */
async function hasItsPapers(place: BoxPlace, { blocks }: Manifest): Promise<boolean> {
  const keys = readableKeys(place, blocks.length)?.map((key) => ({ verify: verifyKeyOf(key) }));
  if (!keys) return false;
  const slots = openSlots(place.box, blocks.map(({ invited }) => invited), 'r');
  const ballots = blocks.map(() => 0);
  try {
    for (const { block } of (await findBallots(slots, keys)).ballots) ballots[block]! += 1;
  } finally {
    slots.close();
  }
  // Read after the box: a paper is on the roll before its ballot comes.
  const { papers, reissued } = readRollCounts(place);
  const slips = readSlipCounts(place);
  return ballots.every((count, block) => count <= papers[block]! + reissued[block]! + slips[block]!.papers);
}

function isAsSealed(place: BoxPlace, { blocks }: Manifest): boolean {
  const { invited } = readRollCounts(place);
  const rolled = readPeople(place.people).blocks;
  return (
    rolled.length === blocks.length &&
    blocks.every((block, index) => {
      const { salt, names } = rolled[index]!;
      const hash = createHash('sha256').update(namesText(salt, names)).digest('base64url');
      return hash === block.names && names.length === block.invited && invited[index] === block.invited;
    })
  );
}

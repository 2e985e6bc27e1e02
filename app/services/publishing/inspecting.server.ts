// The self-test's look at the surveys that are open: form, places and permissions of roll, box and keys. What it finds are codes; no
// name, key, ballot or number of ballots leaves here.
import { createHash } from 'node:crypto';
import { namesText } from '#app/domain/surveys/sealed-manifest.ts';
import { bodyBytes, readBallot } from '#app/domain/responses/ballot-format.ts';
import type { Manifest } from '#app/domain/surveys/manifest.ts';
import { isSignedSoon, keyHashOf, modulusOf, verifyKeyOf } from '#app/services/answering/tokens.server.ts';
import type { App } from '#app/platform/app.server.ts';
import {
  hasBox,
  inspectFile,
  inspectKeys,
  inspectSlots,
  listBoxes,
  openFolder,
  openToOthers,
  placeOf,
  readBlockKeys,
  readRollCounts,
  readRolledBlocks,
  readSlots,
  type InspectedFile,
  type Place,
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
    if (stored) await inspectSurvey(app, JSON.parse(stored.text) as Manifest, findings);
    else findings.standing.push(id);
  }
  return { ...findings, surveys: sealed.length };
}

async function inspectSurvey(app: App, manifest: Manifest, findings: OpenFindings): Promise<void> {
  const place = placeOf(app.config.dataFolder, manifest.survey.id);
  const { id } = manifest.survey;
  findings.folders.push(...[place.folder, place.keys].flatMap(openToOthers).map((path) => path.slice(app.config.dataFolder.length + 1)));
  findings.files.push(...fileFaults(place).map((fault) => `${id}: ${fault}`));
  const keys = inspectKeys(place.keys, manifest.blocks.length);
  if (keys.missing + keys.strange + keys.readable > 0 || !hasItsKeys(place, manifest)) findings.keys.push(id);
  if (!hasItsSlots(place, manifest)) findings.slots.push(id);
  if (!(await hasItsPapers(place, manifest))) findings.papers.push(id);
  const rolled = readRolledBlocks(place.roll);
  if (!isAsSealed(place, manifest, rolled)) findings.roll.push(id);
  findings.secrets.push(...rolled.slice(0, 1).map(({ salt }) => salt));
}

const forms = {
  box: { slot: 'block id body' },
  roll: { block: 'number salt names', roll: 'person block blinded reissued' },
} as const;

function fileFaults(place: Place): string[] {
  const faults: string[] = [];
  for (const kind of ['box', 'roll'] as const) {
    const file = inspectFile(place[kind]);
    if (!file.rollback || file.beside.length > 0) faults.push(`${kind}: journal`);
    if (!file.secureDelete || !file.durable) faults.push(`${kind}: pragmas`);
    if (!hasForm(file, forms[kind])) faults.push(`${kind}: columns`);
  }
  return faults;
}

/** Exactly these columns; only blocks, which are the manifest's, are numbered. */
function hasForm({ columns, numbered }: InspectedFile, form: Readonly<Record<string, string>>): boolean {
  const same = Object.entries(form).every(([table, names]) => columns[table]?.join(' ') === names);
  return same && Object.keys(columns).length === Object.keys(form).length && numbered.every((table) => table === 'block');
}

function hasItsSlots(place: Place, { blocks }: Manifest): boolean {
  const { slots, even } = inspectSlots(place.box, bodyBytes);
  return even && slots.length === blocks.length && blocks.every(({ invited }, block) => slots[block] === 2 * invited);
}

const atOnce = 128;

/** The keys in the folder are those that the manifest names: under others no browser would take a paper. */
function hasItsKeys(place: Place, { blocks }: Manifest): boolean {
  const keys = readableKeys(place, blocks.length);
  return keys !== null && keys.every((key, block) => keyHashOf(modulusOf(key)) === blocks[block]!.key);
}

/** Null where one is missing or none. */
function readableKeys(place: Place, blocks: number): ReturnType<typeof readBlockKeys> | null {
  try {
    return readBlockKeys(place.keys, blocks);
  } catch {
    return null;
  }
}

/** Ballots with a valid paper against papers given, by block: more would be ballots of nobody. */
async function hasItsPapers(place: Place, { blocks }: Manifest): Promise<boolean> {
  const keys = readableKeys(place, blocks.length)?.map(verifyKeyOf);
  if (!keys) return false;
  const ballots = blocks.map(() => 0);
  let waiting: Promise<void>[] = [];
  for (const { block, body } of readSlots(place.box)) {
    const ballot = readBallot(body);
    const key = ballot?.block === block ? keys[block] : undefined;
    if (ballot && key) waiting.push(isSignedSoon(key, ballot).then((signed) => void (signed && (ballots[block]! += 1))));
    if (waiting.length >= atOnce) {
      await Promise.all(waiting);
      waiting = [];
    }
  }
  await Promise.all(waiting);
  // Read after the box: a paper is on the roll before its ballot comes.
  const { papers, reissued } = readRollCounts(place.roll);
  return ballots.every((count, block) => count <= papers[block]! + reissued[block]!);
}

function isAsSealed(place: Place, { blocks }: Manifest, rolled: ReturnType<typeof readRolledBlocks>): boolean {
  const { invited } = readRollCounts(place.roll);
  return (
    rolled.length === blocks.length &&
    blocks.every((block, index) => {
      const { salt, names } = rolled[index]!;
      const hash = createHash('sha256').update(namesText(salt, names)).digest('base64url');
      return hash === block.names && names.length === block.invited && invited[index] === block.invited;
    })
  );
}

// Sealing: the roll is frozen, blocks get their keys, the box its slots, and everything that was promised becomes one immutable text.
// The survey's folder is complete before the survey is sealed; killed in between, a draft remains and rubbish that the next start removes.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Actor } from '#app/domain/access/actor.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { blocksOf } from '#app/domain/surveys/questions/extras.ts';
import { sealSurvey } from '#app/domain/surveys/lifecycle.ts';
import { manifestIn, sealedText } from '#app/domain/publication/tally/manifest-text.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { routesOf } from '#app/domain/surveys/asking/routes.ts';
import { isServiceSurvey } from '#app/domain/surveys/serving/service-survey.ts';
import { namesText, sealedManifest, sortedNames } from '#app/domain/surveys/sealed/sealed-manifest.ts';
import type { SealedSlips } from '#app/domain/surveys/slips/slips.ts';
import { titleIn, type Survey } from '#app/domain/surveys/survey.ts';
import { isOnTheMap } from '#app/services/surveys/draft-service.server.ts';
import { hashOfRoute } from '#app/services/responses/open-routes.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { hasBox, makeBox, type RolledBlock, type RollEntry } from '#db/boxes.server.ts';
import { placeOf } from '#app/text/places.server.ts';
import type { Stores } from '#db/index.server.ts';
import { ownReady } from '#app/services/surveys/own-ready.server.ts';
import { destroyOn } from './destroy-box.server.ts';
import { forgetForecast } from './forecast.server.ts';
import { newKeys, type NewKeys } from './make-keys.server.ts';
import { handingOutOf, sealedSlips } from './plan-slips.server.ts';
import { spokenAudience } from './audience-words.server.ts';
import { openMeanwhileOf } from './open-meanwhile.server.ts';
import { drawnPlan, unspentSeed, yearStands, type SealingPlan } from './plan-sealing.server.ts';
import type { Readiness } from './ready-to-seal.server.ts';
import { stopSignal } from './stop-work.server.ts';

/** Ready, and who says so; null from the command line. */
export interface Ordered extends Readiness {
  readonly by: Pick<Actor, 'name'> | null;
}

export interface Sealed {
  readonly manifest: Manifest;
  /** SHA-256 (hex). */
  readonly hash: string;
}

/** One that is open in its days for some of the same people; asked again in the step that seals, as keys take their time. */
export async function alone(stores: Pick<Stores, 'surveys' | 'manifests'>, { survey, plan }: Pick<Readiness, 'survey' | 'plan'>): Promise<Outcome<null, 'asked-meanwhile'>> {
  const [meanwhile] = await openMeanwhileOf(stores, survey, plan);
  return meanwhile ? refused('asked-meanwhile', { title: titleIn({ ...survey, title: meanwhile.title }), day: meanwhile.closes }) : done(null);
}

/** What lies beside the draft and was looked at with it: the words of its letters, its own questions, the map of who serves whom. */
async function stillHolds(stores: Stores, { draft, letters }: Readiness): Promise<boolean> {
  if (JSON.stringify(await stores.letterTexts.ofSurvey(draft.id)) !== JSON.stringify(letters)) return false;
  if (!(await ownReady({ data: stores }, draft)).ok) return false;
  return !isServiceSurvey(draft) || isOnTheMap({ data: stores }, draft);
}

/** Refused with `changed-meanwhile` when somebody edited the draft while keys were made: what was looked at is what is sealed. */
export async function seal(app: App, ready: Ordered, progress: (done: number, of: number) => void): Promise<Outcome<Sealed, 'changed-meanwhile' | 'asked-meanwhile'>> {
  const { draft, survey, pages } = ready;
  const seed = ready.plan.half ? ((await unspentSeed(app.data)) ?? randomBytes(32).toString('hex')) : null;
  const plan = seed === null ? ready.plan : drawnPlan(ready.plan, seed);
  const { dataFolder } = app.config;
  const of = plan.blocks.length;
  const keys = await newKeys({ dataFolder, survey: survey.id }, of, { progress: (made) => progress(made, of), stop: stopSignal(app) });
  const { entries, blocks } = rollOf(plan);
  const slips = await sealedSlips(app, plan);
  const manifest = manifestOf({ ...ready, plan }, { keys, blocks, slips, seed });
  const { text, hash } = sealedText(manifest);
  app.checkpoint?.('seal:before-box');
  // An earlier attempt got as far as this and no further.
  if (hasBox(dataFolder, survey.id)) await destroyOn(app, survey.id, 'never-used');
  await makeBox(dataFolder, { survey: survey.id, roll: entries, blocks, boxKey: keys.box, sealedText: text, handingOut: handingOutOf(plan) });
  app.checkpoint?.('seal:box-made');
  const sealed = sealSurvey(survey, hash);
  if (!sealed.ok) throw new Error('a draft that cannot be sealed');
  const kept = await app.data.transaction(async (stores): Promise<Outcome<null, 'changed-meanwhile' | 'asked-meanwhile'>> => {
    const now = await stores.surveys.get(survey.id);
    if (JSON.stringify(now) !== JSON.stringify(draft) || !(await stillHolds(stores, ready))) return refused('changed-meanwhile');
    // Days that were promised by one clock must not end by another.
    if (((await stores.organisation.holdTimeZone()) ?? app.timeZone()) !== ready.timeZone) return refused('changed-meanwhile');
    // Of two that are sealed at one moment one is first, and the other has to be held against it.
    await stores.sealings.count();
    if ((await yearStands(stores, survey)) !== plan.year) return refused('changed-meanwhile');
    const only = await alone(stores, ready);
    if (!only.ok) return only;
    // Two halves have one seed, or two draws would be there to choose from.
    if (seed !== null && ((await unspentSeed(stores)) ?? seed) !== seed) return refused('changed-meanwhile');
    for (const page of pages) await stores.ballotPages.add(page);
    await stores.manifests.add({ hash, surveyId: survey.id, text });
    await stores.sealings.add(survey.id);
    await forgetForecast(stores, survey.id);
    await noteDown(app, stores, [{ kind: 'sealed', by: ready.by, what: titleIn(survey) }]);
    return (await stores.surveys.replace(sealed.value, 'draft')) ? done(null) : refused('changed-meanwhile');
  });
  app.checkpoint?.('seal:sealed');
  if (kept.ok) return done({ manifest, hash });
  if ((await app.data.surveys.get(survey.id))?.state !== 'sealed') await destroyOn(app, survey.id, 'never-used');
  return kept;
}

function rollOf({ blocks, invited }: SealingPlan): { entries: RollEntry[]; blocks: RolledBlock[] } {
  const blockOf = new Map(blocks.flatMap(({ departments }, block) => departments.map((id) => [id, block])));
  const names = blocks.map((): string[] => []);
  const entries = invited.map(({ personId, name, departmentId, bySlip }) => {
    const block = blockOf.get(departmentId);
    if (block === undefined) throw new Error(`a department without a block: ${departmentId}`);
    names[block]!.push(name);
    return { person: personId, block, bySlip };
  });
  const salted = names.map((list) => ({ salt: randomBytes(16).toString('base64url'), names: sortedNames(list) }));
  return { entries, blocks: salted };
}

interface SealedWith {
  readonly keys: NewKeys;
  readonly blocks: readonly RolledBlock[];
  readonly slips: SealedSlips | undefined;
  /** Null where no half is drawn. */
  readonly seed: string | null;
}

function manifestOf({ survey, plan, pages, timeZone }: Readiness, { keys, blocks, slips, seed }: SealedWith): Manifest {
  const named = plan.blocks.map((block, index) => {
    const { salt, names } = blocks[index]!;
    return { ...block, names: createHash('sha256').update(namesText(salt, names)).digest('base64url'), key: keys.blockKeys[index]! };
  });
  const byLanguage = Object.fromEntries(pages.map(({ language, hash }) => [language, hash])) as Manifest['pages'];
  const questions = withRoutes(survey, { blocks: plan.blocks, salts: blocks.map(({ salt }) => salt) });
  const audience = spokenAudience({ ...plan, audience: seed === null ? plan.audience : { kind: 'half', seed } }, survey.definition.languages);
  return sealedManifest({ ...survey, definition: { ...survey.definition, questions } }, { departments: plan.departments, blocks: named, audience, box: keys.boxKey, pages: byLanguage, timeZone, place: placeOf(timeZone), slips });
}

/** What is asked of some blocks only carries its routes, which tell nobody anything who does not hold a block's salt. */
function withRoutes({ definition }: Survey, { blocks, salts }: { readonly blocks: SealingPlan['blocks']; readonly salts: readonly string[] }): readonly Question[] {
  return definition.questions.map((question) => {
    const extra = definition.extras?.taken.find(({ questions, of }) => of !== null && questions.includes(question.id));
    if (!extra) return question;
    const hashes = salts.map((salt) => hashOfRoute(salt, question.id));
    return { ...question, routes: routesOf(new Set(blocksOf(extra, blocks)), hashes, (below) => randomInt(below)) };
  });
}

const parsed = new WeakMap<App['data'], Map<string, Sealed>>();

/** The manifest of a survey that was sealed once; kept, as it never changes. Throws for a draft. */
export async function sealedOf(app: App, surveyId: string): Promise<Sealed> {
  let cache = parsed.get(app.data);
  if (!cache) parsed.set(app.data, (cache = new Map()));
  let found = cache.get(surveyId);
  if (!found) {
    const stored = await app.data.manifests.ofSurvey(surveyId);
    if (!stored) throw new Error(`not sealed: ${surveyId}`);
    cache.set(surveyId, (found = { manifest: manifestIn(stored.text, stored.hash), hash: stored.hash }));
  }
  return found;
}

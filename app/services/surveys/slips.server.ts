// Slips of an open survey: for HR who prints them, and for the two who hand them out and write down how many. Nothing here knows
// whether a code was used.
import { may, type Actor } from '#app/domain/access/actor.ts';
import { inLanguage } from '#app/domain/kernel/language.ts';
import { done, refused, together, type Outcome } from '#app/domain/kernel/outcome.ts';
import { foldedEmail } from '#app/domain/organisation/email.ts';
import { blockNames } from '#app/domain/surveys/asking/block-names.ts';
import { agreed, mostPrintings, slipsFor } from '#app/domain/surveys/slips/slips.ts';
import type { HandingOut, HandOutView, Pile, SlipsOfDraft, SlipsView } from '#app/domain/surveys/slips/slips-view.ts';
import type { App } from '#app/platform/app.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import { handsRefusal, planSealing, type SlipRefusal } from '#app/services/publication.server.ts';
import { isStorageFailure, standingOf, type OpenSurvey } from '#app/services/responses/open-survey.server.ts';

type WithSlips = OpenSurvey & { readonly slips: NonNullable<OpenSurvey['slips']> };

async function openSurvey(app: App, surveyId: string): Promise<WithSlips | null> {
  const standing = await standingOf(app, surveyId);
  if (standing.kind !== 'open' || !standing.survey.slips || app.today() > standing.survey.manifest.survey.closes) return null;
  return { ...standing.survey, slips: standing.survey.slips };
}

async function viewOf(app: App, { manifest, slips }: WithSlips): Promise<SlipsView> {
  const names = new Map((await app.data.people.byIds(slips.people.map(({ person }) => person))).map(({ id, name }) => [id, name]));
  const [first, second] = [slips.numbers(0), slips.numbers(1)];
  const piles = manifest.blocks.flatMap((block, index): Pile[] => {
    const listed = slips.listed[index]!;
    if (listed === 0) return [];
    const people = slips.people.filter((one) => one.block === index).map(({ person }) => names.get(person) ?? '').sort((one, other) => one.localeCompare(other));
    const numbers = [first[index]!, second[index]!];
    const printings = slips.printings(index);
    return [{ block: block.id, names: blockNames(manifest, block), people, slips: slipsFor(listed), printings, printable: printings < mostPrintings, numbers, agreed: agreed(numbers) }];
  });
  const { title, opens, closes } = manifest.survey;
  return { title, opens, closes, handingOut: manifest.slips?.handingOut ?? [], leftOut: manifest.slips?.leftOut ?? 0, piles };
}

/** Null where nobody comes with a slip, or no answers are taken any more. */
export async function slipsOf(app: App, surveyId: string): Promise<SlipsView | null> {
  const survey = await openSurvey(app, surveyId);
  return survey && viewOf(app, survey);
}

/** Piles of a survey that somebody waits for and nobody has printed. */
export async function unprintedPiles(app: App, surveyId: string): Promise<number> {
  const slips = (await openSurvey(app, surveyId))?.slips;
  return slips ? slips.listed.filter((listed, block) => listed > 0 && slips.printings(block) === 0).length : 0;
}

/** For one of the two. */
export async function handOutView(app: App, { personId }: Pick<Actor, 'personId'>, surveyId: string): Promise<HandOutView | null> {
  const survey = await openSurvey(app, surveyId);
  const hand = survey?.slips.handingOut.indexOf(personId) ?? -1;
  if (!survey || hand < 0) return null;
  const { piles, ...view } = await viewOf(app, survey);
  return { ...view, piles: piles.map(({ block, names, people, slips, numbers }) => ({ block, names, people, slips, own: numbers[hand]! })) };
}

/** Surveys for which somebody hands out slips. */
export async function handOutsOf(app: App, { personId }: Pick<Actor, 'personId'>): Promise<readonly HandingOut[]> {
  const found: HandingOut[] = [];
  for (const { id } of await app.data.surveys.inState('sealed')) {
    const survey = await openSurvey(app, id);
    const hand = survey?.slips.handingOut.indexOf(personId) ?? -1;
    if (!survey || hand < 0) continue;
    const numbers = survey.slips.numbers(hand);
    const { title, closes } = survey.manifest.survey;
    found.push({ surveyId: id, title, closes, written: survey.slips.listed.every((listed, block) => listed === 0 || numbers[block] !== null) });
  }
  return found;
}

export interface WrittenDown {
  readonly surveyId: string;
  /** By id of the block. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** Signed by signing in. Until the last day is over it can be corrected; what counts is what both wrote, and where they differ the smaller number. */
export async function writeDown(app: App, actor: Pick<Actor, 'personId' | 'name'>, { surveyId, numbers }: WrittenDown): Promise<Outcome<null, 'not-found' | 'slips-number' | 'storage'>> {
  const survey = await openSurvey(app, surveyId);
  const hand = survey?.slips.handingOut.indexOf(actor.personId) ?? -1;
  if (!survey || hand < 0) return refused('not-found');
  const { slips, manifest } = survey;
  const byBlock = new Map([...numbers].map(([id, count]) => [manifest.blocks.findIndex((one) => one.id === id), count]));
  const mostOf = (block: number) => mostPrintings * slipsFor(slips.listed[block] ?? 0);
  const wrong = together([...byBlock].map(([block, count], at) => (Number.isInteger(count) && count >= 0 && count <= mostOf(block) ? null : refused('slips-number', { block: [...numbers.keys()][at] ?? '', most: mostOf(block) }))));
  if (wrong) return wrong;
  await app.data.transaction((stores) => noteDown(app, stores, [{ kind: 'slips-counted', by: actor, what: inLanguage(manifest.survey.title, manifest.languages[0] ?? 'en') }]));
  try {
    await slips.writeDown(hand, byBlock);
  } catch (error) {
    if (isStorageFailure(error)) return refused('storage');
    throw error;
  }
  return done(null);
}

export type Decided = { readonly kind: 'without' } | { readonly kind: 'print'; readonly emails: readonly string[] };
export type DecideRefusal = SlipRefusal | 'not-a-draft';

/** HR's word about people who can be sent no link, before sealing. `at` in a refusal: which of the two addresses is meant. */
export async function decideSlips(app: App, actor: Pick<Actor, 'roles'>, surveyId: string, decided: Decided): Promise<Outcome<null, DecideRefusal>> {
  const survey = await app.data.surveys.get(surveyId);
  if (!may(actor, 'compose-surveys') || survey?.state !== 'draft') return refused('not-a-draft');
  const people = decided.kind === 'without' ? [] : await Promise.all(decided.emails.map((email) => app.data.people.byEmail(foldedEmail(email))));
  const unknown = people.indexOf(null);
  if (unknown >= 0) return refused('slips-unknown', { at: unknown });
  const handingOut = people.map((person) => person!.id);
  const wrong = decided.kind === 'without' ? null : await handsRefusal(app, handingOut);
  if (wrong) return refused(wrong);
  const slips = decided.kind === 'without' ? decided : { kind: decided.kind, handingOut };
  const kept = await app.data.surveys.replace({ ...survey, definition: { ...survey.definition, slips } }, 'draft');
  return kept ? done(null) : refused('not-a-draft');
}

/** Null for what is no draft. */
export async function slipsOfDraft(app: App, surveyId: string): Promise<SlipsOfDraft | null> {
  const survey = await app.data.surveys.get(surveyId);
  if (survey?.state !== 'draft') return null;
  const plan = await planSealing(app, surveyId);
  const { withoutAddress, wishing } = plan.ok ? plan.value.plan.slips : { withoutAddress: 0, wishing: 0 };
  const { slips } = survey.definition;
  const hands = slips?.kind === 'print' ? slips.handingOut : [];
  const people = new Map((await app.data.people.byIds(hands)).map(({ id, email }) => [id, email ?? '']));
  return { title: survey.title, withoutAddress, wishing, decided: slips?.kind ?? null, emails: hands.map((id) => people.get(id) ?? '') };
}

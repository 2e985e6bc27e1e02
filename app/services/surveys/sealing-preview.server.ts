// What sealing a draft would do today: who would be asked, what somebody would see, what stands in its way. Nothing here knows an answer.
import { forEachLanguage } from '#app/domain/kernel/language.ts';
import { done, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Forecast } from '#app/domain/publication/cuts/cut-preview.ts';
import { askedIn, halfIn, type AskedView, type HalfView } from '#app/domain/surveys/asking/audience.ts';
import { departmentsAround } from '#app/domain/surveys/asking/block-names.ts';
import { countedPage, type CountedPage, type CountedWish } from '#app/domain/surveys/participation/counted-page.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { blocksOf, type Rationed } from '#app/domain/surveys/questions/extras.ts';
import { extrasView, type ExtrasView } from '#app/domain/surveys/questions/extras-view.ts';
import { sealedManifest } from '#app/domain/surveys/sealed/sealed-manifest.ts';
import { offeredTo, withoutOffers } from '#app/domain/surveys/serving/service-survey.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { singledOut, type SingledOut } from '#app/domain/surveys/backgrounds/singled-out.ts';
import type { App } from '#app/platform/app.server.ts';
import { placeOf } from '#app/text/places.server.ts';
import { forecastOf, planSealing, type ReadinessRefusal, type SealingPlan } from '#app/services/publication.server.ts';
import { openMeanwhileOf, type OpenMeanwhile } from '#app/services/publication/open-meanwhile.server.ts';
import { spokenAudience, whoIsAsked } from '#app/services/publication/audience-words.server.ts';

export interface Plan {
  /** What is looked at, in one line. */
  readonly seen: string;
  readonly counted: CountedPage;
  /** How many groups. */
  readonly groups: number;
  readonly invited: number;
  /** Parts that are asked; null where all are. */
  readonly asked: AskedView | null;
  /** Where a random half is asked. */
  readonly half: HalfView | null;
  readonly withoutDepartment: number;
  /** What the ballot page would be sealed with, without its keys, for somebody of one block: the only one in it. */
  readonly manifest: Manifest;
  /** What will probably become of the declared tables; null where none is declared. */
  readonly forecast: Forecast | null;
  /** Whom the answers about the person would single out; null where none is asked. */
  readonly singled: SingledOut | null;
  readonly extras: ExtrasView;
  readonly slips: { readonly withoutAddress: number; readonly wishing: number; readonly decided: 'print' | 'without' | null; readonly listed: number };
}

export interface PlanWish extends CountedWish {
  /** The preview is that of somebody of this department; null for the first block. */
  readonly departmentId: string | null;
}

/** What sealing would do today. */
export async function planOf(app: App, survey: Survey, { departmentId, ...wish }: PlanWish): Promise<Outcome<Plan, ReadinessRefusal>> {
  const plan = await planSealing(app, survey.id);
  if (!plan.ok) return plan;
  const { departments, audience, blocks, invited, withoutDepartment, slips } = plan.value.plan;
  const own = Math.max(0, blocks.findIndex((block) => departmentId !== null && block.departments.includes(departmentId)));
  const { extras } = plan.value;
  const manifest = unsealed(asSeenFrom(own, plan.value), plan.value.plan, app.timeZone());
  const forecast = await forecastOf(app, survey, plan.value.plan);
  const singled = singledOut(survey.definition.questions, blocks);
  const people = { invited: blocks.reduce((sum, block) => sum + block.invited, 0), asked: askedIn({ departments, audience, blocks }), half: halfIn({ blocks, audience: plan.value.plan.half ? { kind: 'half', seed: '' } : null }), withoutDepartment };
  return done({ ...people, seen: plan.value.seen, counted: countedPage(manifest.departments, blocks, wish), groups: blocks.length, manifest: previewOf(manifest, own), forecast, singled, extras: extrasView(extras, blocks), slips: slipsView(slips, invited) });
}

function slipsView({ withoutAddress, wishing, decided }: SealingPlan['slips'], invited: SealingPlan['invited']): Plan['slips'] {
  return { withoutAddress, wishing, decided: decided?.kind ?? null, listed: invited.filter(({ bySlip }) => bySlip).length };
}

/** The preview shows what the members of one block are asked. */
function asSeenFrom(own: number, { survey, extras, plan }: Previewed): Survey {
  const others = extras.taken.filter((extra) => !blocksOf(extra, plan.blocks).includes(own)).flatMap(({ questions }) => questions.map(({ id }) => id));
  return { ...survey, definition: { ...survey.definition, questions: survey.definition.questions.filter(({ id }) => !others.includes(id)) } };
}

interface Previewed {
  readonly survey: Survey;
  readonly extras: Rationed;
  readonly plan: SealingPlan;
}

/** A preview needs one block: those of four thousand departments are a megabyte. */
function previewOf(manifest: Manifest, own: number): Manifest {
  const block = manifest.blocks[own]!;
  // What was offered block by block is offered to this one.
  const questions = offeredTo(manifest.questions, own).map((question) => withoutOffers(question));
  return { ...manifest, questions, blocks: [block], departments: departmentsAround(manifest.departments)(block) };
}

function unsealed(survey: Survey, plan: SealingPlan, timeZone: string): Manifest {
  const { departments, blocks } = plan;
  const audience = spokenAudience(whoIsAsked(plan), survey.definition.languages);
  const keyless = blocks.map((block) => ({ ...block, names: '', key: '' }));
  return sealedManifest(survey, { departments, blocks: keyless, box: '', pages: forEachLanguage(() => ''), timeZone, place: placeOf(timeZone), audience });
}

/** By title and last day: whoever is asked by both would be asked twice at once. What keeps it from being sealed anyway is said instead. */
export async function openMeanwhile(app: App, survey: Survey): Promise<readonly OpenMeanwhile[]> {
  const plan = await planSealing(app, survey.id);
  return plan.ok ? openMeanwhileOf(app.data, survey, plan.value.plan) : [];
}

/** Departments with tables of their own, by the names they have today; those that were closed since are named too. */
export async function scopesOf(app: App, { definition }: Pick<Survey, 'definition'>): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const scopes = new Set(definition.cuts.map(({ scope }) => scope));
  const departments = scopes.size === 0 ? [] : await app.data.departments.all();
  return departments.filter(({ id }) => scopes.has(id)).map(({ id, name }) => ({ id, name }));
}

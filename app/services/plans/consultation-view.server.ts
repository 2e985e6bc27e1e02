// What is known of the objections to a draft today. Everything about answers comes from the release; before it there is nothing.
import type { Actor } from '#app/domain/access/actor.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import { isAsking, mayObject } from '#app/domain/plans/consultation.ts';
import type { ConsultationResult, ConsultationStand, ConsultationView } from '#app/domain/plans/consultation-view.ts';
import { mayReadObjection } from '#app/domain/plans/objection.ts';
import { mayLead } from '#app/domain/plans/plan-changes.ts';
import type { Standing } from '#app/domain/plans/standing.ts';
import { smallestBlock } from '#app/domain/publication/groups/blocks.ts';
import { releaseIn } from '#app/domain/publication/release/release-text.ts';
import { manifestOf } from '#app/domain/publication/tally/manifest-text.ts';
import { consultationResult } from '#app/domain/reports/consultation-result.ts';
import { fewestBesideText } from '#app/domain/surveys/own/own-words.ts';
import type { App } from '#app/platform/app.server.ts';
import type { StoredRelease } from '#db/index.server.ts';
import { openSurveysFor } from '#app/services/responses/show-invitations.server.ts';

interface Looking {
  readonly actor: Actor;
  readonly who: Standing;
  readonly plan: ActionPlan;
  readonly language: Language;
}

/** Null where nobody was asked. */
export async function consultationView(app: App, { actor, who, plan, language }: Looking): Promise<ConsultationView | null> {
  const { consultation } = plan;
  if (!consultation) return null;
  const { surveyId, asking, people, until, answer } = consultation;
  const release = surveyId === null ? null : await app.data.releases.ofSurvey(surveyId);
  const result = release && (await resultOf(app, release, language));
  const stand = release ? (result ? 'result' : 'too-few') : await standBefore(app, plan, surveyId);
  const open = stand === 'asking' ? (await openSurveysFor(app, { personId: actor.personId, language })).find((one) => one.surveyId === surveyId) : undefined;
  const k = (await app.data.organisation.get())?.k ?? 5;
  const owner = await app.data.people.get(plan.ownerId);
  return {
    asking, people, until, answer, stand, result,
    resultOn: addDays(until, 1),
    leastAsked: smallestBlock(k),
    leastForWords: fewestBesideText(k),
    sheet: open && !open.held ? { link: open.link, taken: open.taken } : null,
    objecting: mayObject(plan, who, app.today()),
    answering: mayLead(plan, who) && plan.state === 'consulted' && answer === null && !isAsking(plan, app.today()) && isCounted(stand),
    objections: (await app.data.objections.ofPlan(plan.id, plan.version)).filter((one) => mayReadObjection(one, who)),
    ownerLeft: owner === null || owner.leftOn !== null,
    sealed: who.hr && surveyId !== null && stand !== 'preparing' && stand !== 'not-opened' ? surveyId : null,
  };
}

/** No result is on its way any more. */
const isCounted = (stand: ConsultationStand): boolean => stand !== 'preparing' && stand !== 'asking' && stand !== 'counting';

/** Whether an answer would come after everything that can still come. */
export async function everythingSaid(app: App, plan: ActionPlan): Promise<boolean> {
  const surveyId = plan.consultation?.surveyId ?? null;
  return (surveyId !== null && (await app.data.releases.ofSurvey(surveyId)) !== null) || isCounted(await standBefore(app, plan, surveyId));
}

async function resultOf(app: App, { surveyId, text }: StoredRelease, language: Language): Promise<ConsultationResult | null> {
  const manifest = await app.data.manifests.ofSurvey(surveyId);
  return manifest && consultationResult(releaseIn(text), manifestOf(manifest.text).questions, (label) => inLanguage(label, language));
}

/** Where no release is there. */
async function standBefore(app: App, plan: ActionPlan, surveyId: string | null): Promise<ConsultationStand> {
  const over = !isAsking(plan, app.today());
  if (surveyId === null) return 'by-name';
  if (plan.cancelled) return 'ended';
  const survey = await app.data.surveys.get(surveyId);
  if (!survey || survey.state === 'draft') return over ? 'not-opened' : 'preparing';
  if (survey.state === 'lost') return 'lost';
  if ((await app.data.setAsides.get(surveyId))?.ended === null) return 'held-up';
  return over ? 'counting' : 'asking';
}

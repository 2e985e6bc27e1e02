// A draft plan is opened for objections: the plan changes its state, and the survey that asks about it is sealed like every other.
import type { Actor } from '#app/domain/access/actor.ts';
import { forEachLanguage, languages, type Language } from '#app/domain/kernel/language.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import { askingOf, lastDayFrom } from '#app/domain/plans/consultation.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import { downwards } from '#app/domain/plans/standing.ts';
import { smallestBlock } from '#app/domain/publication/groups/blocks.ts';
import { consultationQuestions } from '#app/domain/surveys/own/consultation-questions.ts';
import { fewestBesideText } from '#app/domain/surveys/own/own-words.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { giveUp, showDraft, type Opening } from '#app/services/plans.server.ts';
import { wordsOf } from '#app/services/plans/plan-words.server.ts';
import { canSeal, withdrawConsultation } from '#app/services/publication.server.ts';
import { textOf } from '#app/text/text.ts';
import { beginSealing } from './seal-and-invite.server.ts';

type Shown = ReturnType<typeof showDraft>;

/** Shown to those concerned, and asked about where enough of them can hide among each other. */
export async function openForObjections(app: App, actor: Actor, planId: string): Shown {
  const plan = await app.data.plans.get(planId);
  const opening = plan && (await openingOf(app, actor, plan));
  const shown = await showDraft(app, actor, planId, opening);
  // What keeps it from being sealed stands on the page of the plan; a stop or a full disk is made good by the clock.
  if (shown.ok && opening?.survey) await beginSealing(app, actor, { id: opening.survey.id, override: '', seen: null });
  return shown;
}

/** The plan is given up; what was said about it so far goes unread. */
export async function giveUpPlan(app: App, actor: Actor, planId: string, reason: string): ReturnType<typeof giveUp> {
  const given = await giveUp(app, actor, planId, reason);
  const surveyId = given.ok ? (given.value.consultation?.surveyId ?? null) : null;
  if (surveyId !== null) await withdrawConsultation(app, surveyId, actor);
  return given;
}

async function openingOf(app: App, actor: Actor, plan: ActionPlan): Promise<Opening> {
  const organisation = await app.data.organisation.get();
  const k = organisation?.k ?? 5;
  const departments = await app.data.departments.open();
  const within = downwards(departments, [plan.departmentId]);
  const people = (await app.data.people.current()).filter(({ email, departmentId }) => email !== null && departmentId !== null && within.has(departmentId)).length;
  const asking = (await canSeal(app)) ? askingOf(people, { leastAsked: smallestBlock(k), leastForWords: fewestBesideText(k) }) : 'words';
  const consultation = { surveyId: asking === 'words' ? null : app.newId(), asking, people, until: lastDayFrom(app.today()), answer: null };
  if (consultation.surveyId === null) return { consultation, survey: null };
  const department = departments.find(({ id }) => id === plan.departmentId)?.name ?? '';
  const first = organisation?.language ?? 'en';
  const spoken = [first, ...(organisation?.languages ?? languages).filter((language) => language !== first)];
  return { consultation, survey: surveyAbout(plan, { id: consultation.surveyId, people, k, department, spoken, by: actor.personId, opens: app.today(), closes: consultation.until }) };
}

interface About extends Pick<Survey, 'id' | 'opens' | 'closes'> {
  readonly people: number;
  readonly k: number;
  readonly department: string;
  readonly spoken: readonly Language[];
  readonly by: string;
}

function surveyAbout(plan: ActionPlan, { id, opens, closes, people, k, department, spoken, by }: About): Survey {
  const said = (make: (text: ReturnType<typeof textOf>) => string) => forEachLanguage((language) => make(textOf(language)));
  const measuresIn = (language: Language) => Object.values(wordsOf(plan, language).measures);
  const labels = ([1, 2, 3, 4, 5] as const).map((point) => said((text) => text(`consultation.point.${point}`)));
  const questions = consultationQuestions({ liveWith: said((text) => text('consultation.question')), labels, whatWouldChange: said((text) => text('consultation.words')) }, { k, people });
  const readers = said((text) => text('consultation.readers', { day: text.day(closes), fewest: fewestBesideText(k) }));
  return {
    id, opens, closes,
    state: 'draft',
    title: said((text) => text('consultation.survey.title', { title: planIn(plan, text.language).title })),
    purpose: said((text) => text('consultation.survey.purpose', { department, dimension: wordsOf(plan, text.language).dimension, measures: text.list(measuresIn(text.language)) })),
    programme: null,
    // Nobody prints slips for a draft plan: people without an address are not asked, and its description says how many they are.
    definition: { k, languages: spoken, questions, cuts: [], slips: { kind: 'without' }, consulting: { plan: plan.id, department: plan.departmentId, readers } },
    manifestHash: null,
    createdBy: by,
    createdAt: opens,
    closedAt: null,
    closedOn: null,
  };
}

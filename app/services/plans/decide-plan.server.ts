// The turns of a plan's life: shown, agreed, done, closed, begun anew, given up.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Outcome } from '#app/domain/kernel/outcome.ts';
import { newLetter, type Letter } from '#app/domain/notifications/letter.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { Consultation } from '#app/domain/plans/consultation.ts';
import { reopened, resolved, type Issue } from '#app/domain/plans/issue.ts';
import * as plans from '#app/domain/plans/plan-states.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf } from '#app/text/text.ts';
import { changePlan, type ChangeRefusal } from './change-plan.server.ts';
import { titleSaid } from './plan-words.server.ts';

type Turned = Promise<Outcome<ActionPlan, plans.StateRefusal | ChangeRefusal>>;

export interface Opening {
  readonly consultation: Consultation;
  /** The draft that is sealed next; null where nobody is asked by sealed ballots. */
  readonly survey: Survey | null;
}

/** Without an opening it is shown and nobody is asked. The survey is there with the plan that waits for it, or neither is. */
export const showDraft = (app: App, actor: Actor, planId: string, opening: Opening | null = null): Turned =>
  changePlan(app, actor, planId, {
    decide: (plan, act, issue) => plans.showDraft(plan, issue, { ...act, consultation: opening?.consultation ?? null }),
    entry: () => ({ event: 'consulted' }),
    async beside(stores) {
      if (opening?.survey) await stores.surveys.add(opening.survey);
    },
  });

/** From here on people can rely on it: whoever has a step gets a letter. */
export const commitPlan = (app: App, actor: Actor, planId: string): Turned =>
  changePlan(app, actor, planId, {
    decide: (plan, act, issue) => plans.commit(plan, issue, act),
    entry: () => ({ event: 'committed' }),
    letters: (plan) => lettersToStepOwners(app, actor, plan),
  });

async function lettersToStepOwners(app: App, actor: Actor, plan: ActionPlan): Promise<Letter[]> {
  const letters: Letter[] = [];
  const owners = [...new Set(plan.steps.map((step) => step.ownerId))].filter((id) => id !== actor.personId);
  const link = `${app.config.publicUrl}/plans/${plan.id}`;
  for (const id of owners) {
    const person = await app.data.people.get(id);
    if (!person?.email || person.leftOn !== null) continue;
    const text = textOf(languageOf(person, await app.data.organisation.get()));
    const said = planIn(plan, text.language);
    const steps = said.steps.filter((step) => step.ownerId === id).map((step) => text('plan-letter.line.step', { about: step.title, day: text.day(step.due) }));
    const words = text('plan-letter.step.text', { name: person.name, title: titleSaid(text, plan), steps: steps.join('\n'), link });
    letters.push(newLetter({ id: app.newId(), to: person.email, subject: text('plan-letter.step.subject', { title: said.title }), text: words, dueOn: app.today() }));
  }
  return letters;
}

export const finishPlan = (app: App, actor: Actor, planId: string): Turned =>
  changePlan(app, actor, planId, { decide: (plan, act) => plans.finish(plan, act), entry: () => ({ event: 'implemented' }) });

export interface Closing {
  readonly planId: string;
  readonly achieved: boolean;
  readonly result: string;
  readonly next: string;
  readonly lesson: string;
}

export const closePlan = (app: App, actor: Actor, { planId, achieved, result, next, lesson }: Closing): Turned =>
  changePlan(app, actor, planId, {
    words: [result, next, lesson].join('\n'),
    decide: (plan, act) => plans.close(plan, act, { achieved, result: { text: result, next }, lesson }),
    entry: () => ({ event: 'closed', text: result }),
    issue: (issue) => (achieved ? settled(issue) : issue),
  });

function settled(issue: Issue): Issue {
  const over = resolved(issue);
  return over.ok ? over.value : issue;
}

export const beginAnew = (app: App, actor: Actor, planId: string): Turned =>
  changePlan(app, actor, planId, { decide: (plan, act) => plans.beginAnew(plan, act), entry: () => ({ event: 'replanned' }) });

/** The problem is still there and asks for another answer. */
export const giveUp = (app: App, actor: Actor, planId: string, reason: string): Turned =>
  changePlan(app, actor, planId, {
    words: reason,
    decide: (plan, act) => plans.giveUp(plan, act, reason),
    entry: () => ({ event: 'cancelled', text: reason }),
    issue: (issue) => {
      const open = reopened(issue, app.today());
      return open.ok ? open.value : issue;
    },
  });

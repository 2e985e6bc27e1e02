// What somebody finds after signing in: what is asked of them, what was answered last, and for HR what is still to be set up.
import type { Actor } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Localized } from '#app/domain/kernel/language.ts';
import type { OpenInvitation } from '#app/domain/responses/open-invitation.ts';
import { firstSteps, type FirstStep } from '#app/domain/surveys/first-steps.ts';
import { lastDayOf } from '#app/domain/surveys/phase.ts';
import type { KeptForMe } from '#app/domain/surveys/set-aside.ts';
import type { App } from '#app/platform/app.server.ts';
import { openSurveysFor } from '#app/services/responses.server.ts';
import { keptFor, keptSurveys } from '#app/services/surveys/decide-set-asides.server.ts';
import { publishedSurveys } from '#app/services/surveys/oversee-surveys.server.ts';

export interface Home {
  readonly open: readonly OpenInvitation[];
  /** Surveys this person was asked for that are set aside or were destroyed uncounted. */
  readonly kept: readonly KeptForMe[];
  /** How many wait for a decision, for those who decide; 0 otherwise. */
  readonly undecided: number;
  /** The survey that was published last; null before the first. */
  readonly last: { readonly id: string; readonly title: Localized; readonly closed: Day } | null;
  /** For HR until the first invitations are out; null otherwise. */
  readonly steps: readonly FirstStep[] | null;
}

export async function homeOf(app: App, actor: Actor): Promise<Home> {
  const surveys = await app.data.surveys.all();
  const closed = surveys.filter((survey) => survey.state === 'closed').sort((one, other) => ((one.closedAt ?? '') < (other.closedAt ?? '') ? 1 : -1));
  const published = await publishedSurveys(app);
  const last = closed.find(({ id }) => published.has(id));
  return {
    open: await openSurveysFor(app, actor),
    kept: await keptFor(app, actor.personId),
    undecided: may(actor, 'decide-set-asides') ? (await keptSurveys(app)).length : 0,
    last: last ? { id: last.id, title: last.title, closed: lastDayOf(last) } : null,
    steps: may(actor, 'compose-surveys') && closed.length === 0 ? await stepsOf(app) : null,
  };
}

async function stepsOf(app: App): Promise<readonly FirstStep[] | null> {
  const surveys = await app.data.surveys.all();
  const sealed = surveys.filter((survey) => survey.state !== 'draft');
  const letters = await Promise.all(sealed.map((survey) => app.data.surveyLetters.ofSurvey(survey.id)));
  const steps = firstSteps({
    people: await app.data.people.count(),
    draft: surveys.find((survey) => survey.state === 'draft')?.id ?? null,
    sealed: sealed[0]?.id ?? null,
    invited: letters.some((list) => list.length > 0),
  });
  return steps.every(({ state }) => state === 'done') ? null : steps;
}

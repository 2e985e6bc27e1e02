// What joins a pulse by itself, and what has to wait: worked out anew whenever somebody looks, and sealed as it stands then. HR sees it in
// the draft and cannot leave it out, because a plan that is never asked about is a plan that nobody has to answer for.
import type { Day } from '#app/domain/kernel/day.ts';
import type { Block } from '#app/domain/surveys/sealed/manifest.ts';
import { isCorePulse, isMadeFromCore } from '#app/domain/surveys/questions/core-pulse.ts';
import { extrasInTurn } from '#app/domain/surveys/programme/extras-in-turn.ts';
import { ration, withExtras, type Rationed } from '#app/domain/surveys/questions/extras.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { askedIn, extrasOfProposals } from '#app/domain/surveys/proposals/support-question.ts';
import type { App } from '#app/platform/app.server.ts';
import { extrasOfPlans } from '#app/services/plans/extras-of-plans.server.ts';

const none: Rationed = { taken: [], later: [] };

/** Nothing for a survey that is no core pulse, and for what was sealed already. */
export async function extrasOf(app: App, survey: Survey, blocks: readonly Pick<Block, 'departments' | 'invited'>[]): Promise<Rationed> {
  if (survey.state !== 'draft' || !isMadeFromCore(survey)) return none;
  const others = (await app.data.surveys.all()).filter(({ id }) => id !== survey.id);
  const { k, questions } = survey.definition;
  const talkedOn = await firstTalkAbout(app, others);
  const proposed = extrasOfProposals(await app.data.proposals.all(), { k, languages: survey.definition.languages, asked: askedIn(others) });
  const waiting = [...(await extrasOfPlans(app, survey, others)), ...proposed, ...extrasInTurn({ opens: survey.opens, k, questions, others, ...(talkedOn && { talkedOn }) })];
  return ration(waiting, { questions, blocks });
}

/** The day on which the first team talked the last pulse over; undefined where none did. */
async function firstTalkAbout(app: App, others: readonly Survey[]): Promise<Day | undefined> {
  const last = others.filter((survey) => survey.state === 'closed' && isCorePulse(survey)).sort((one, other) => (one.opens < other.opens ? 1 : -1))[0];
  const talks = last ? (await app.data.inquiries.all()).filter(({ kind, surveyId }) => kind === 'talk' && surveyId === last.id) : [];
  return talks.map(({ day }) => day).sort()[0];
}

/** The draft as it will be sealed. */
export function extended(survey: Survey, { taken, later }: Rationed): Survey {
  if (taken.length === 0 && later.length === 0) return survey;
  const extras = {
    taken: taken.map(({ kind, questions, of, plans }) => ({ kind, questions: questions.map(({ id }) => id), of, plans })),
    later: later.map(({ kind, plans }) => ({ kind, plans })),
  };
  return { ...survey, definition: { ...survey.definition, questions: withExtras(survey.definition.questions, taken), extras } };
}

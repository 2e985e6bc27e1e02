// What joins a pulse by itself, and what has to wait: worked out anew whenever somebody looks, and sealed as it stands then. HR sees it in
// the draft and cannot leave it out, because a plan that is never asked about is a plan that nobody has to answer for.
import type { Block } from '#app/domain/surveys/manifest.ts';
import { isMadeFromCore } from '#app/domain/surveys/core-pulse.ts';
import { extrasInTurn } from '#app/domain/surveys/extras-in-turn.ts';
import { ration, withExtras, type Rationed } from '#app/domain/surveys/extras.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { extrasOfPlans } from '#app/services/plans/extras-of-plans.server.ts';

const none: Rationed = { taken: [], later: [] };

/** Nothing for a survey that is no core pulse, and for what was sealed already. */
export async function extrasOf(app: App, survey: Survey, blocks: readonly Pick<Block, 'departments' | 'invited'>[]): Promise<Rationed> {
  if (survey.state !== 'draft' || !isMadeFromCore(survey)) return none;
  const others = (await app.data.surveys.all()).filter(({ id }) => id !== survey.id);
  const { k, questions } = survey.definition;
  const waiting = [...(await extrasOfPlans(app, survey, others)), ...extrasInTurn({ opens: survey.opens, k, questions, others })];
  return ration(waiting, { questions, blocks });
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

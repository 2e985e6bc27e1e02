// Whether a consultation has lost the plan that asked for it.
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';

/** False for every other survey, and for what was released. */
export async function isWithdrawn(app: App, survey: Pick<Survey, 'id' | 'state' | 'definition'>): Promise<boolean> {
  const { consulting } = survey.definition;
  if (!isConsultation(survey) || consulting === undefined || survey.state === 'closed') return false;
  if (await app.data.releases.ofSurvey(survey.id)) return false;
  const plan = await app.data.plans.get(consulting.plan);
  return !(plan?.state === 'consulted' && plan.consultation?.surveyId === survey.id);
}

// Objections are asked for while their plan waits for them. Where it was given up in the meantime nobody may count what was said so far:
// the box goes unread. The ground is the plan itself, looked at here and not taken from whoever asks.
import type { Actor } from '#app/domain/access/actor.ts';
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import { loseSurvey } from '#app/domain/surveys/lifecycle.ts';
import { closingDay } from '#app/domain/surveys/phase.ts';
import { titleIn, type Survey } from '#app/domain/surveys/survey.ts';
import { forgetAsking } from '#app/services/installation/forget.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import { stopTaking } from '#app/services/responses/open-survey.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { hasBox } from '#db/boxes.server.ts';
import { destroyOn } from './destroy-box.server.ts';
import { isWithdrawn } from './find-withdrawn.server.ts';

/** Does nothing where the plan still waits for it. `by`: null for the clock. */
export async function withdrawConsultation(app: App, id: string, by: Pick<Actor, 'name'> | null = null): Promise<void> {
  const survey = await app.data.surveys.get(id);
  if (!survey || !(await isWithdrawn(app, survey))) return;
  if (survey.state === 'draft') return removeDraft(app, id);
  await stopTaking(app, id);
  await app.data.transaction(async (stores) => {
    const lost = loseSurvey(survey, app.today(), closingDay(survey, app.today()));
    if (!lost.ok || !(await stores.surveys.replace(lost.value, 'sealed'))) return;
    await noteDown(app, stores, [{ kind: 'consultation-ended', by: by ?? 'clock', what: titleIn(survey) }]);
  });
  app.checkpoint?.('withdraw:noted');
  await forgetAsking(app, survey);
  if (hasBox(app.config.dataFolder, id)) await destroyOn(app, id, 'withdrawn');
}

async function removeDraft(app: App, id: string): Promise<void> {
  if (hasBox(app.config.dataFolder, id)) await destroyOn(app, id, 'never-used');
  await app.data.transaction(async (stores) => {
    if (await stores.surveys.removeDraft(id)) await stores.surveyJobs.remove(id, 'seal');
  });
}

/** For the clock, and for a start: what a stop interrupted goes on. */
export async function withdrawConsultations(app: App): Promise<void> {
  const open = (await app.data.surveys.withConsultations()).filter((survey) => isConsultation(survey) && !isOver(app, survey));
  for (const { id } of open) await withdrawConsultation(app, id);
}

const isOver = (app: App, { id, state }: Survey): boolean => state === 'closed' || (state === 'lost' && !hasBox(app.config.dataFolder, id));

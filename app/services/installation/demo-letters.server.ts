// Letters about the surveys of the demonstration: noted on the days on which they leave in every company, and written to nobody, for its
// people are made up.
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import { letterDue, letterPlanOf, type SentLetters } from '#app/domain/surveys/letters/survey-letters.ts';
import { openRoll } from '#app/services/responses/open-roll.server.ts';
import type { App } from '#app/platform/app.server.ts';

/** Of a survey that was opened a while ago, up to a day, which is the last. */
export async function noteLetters(app: App, surveyId: string, until: Day): Promise<void> {
  const { data } = app;
  const survey = await data.surveys.get(surveyId);
  const roll = await openRoll(app, surveyId);
  if (!survey || !roll) return;
  const plan = letterPlanOf(survey);
  const people = (await data.people.current()).filter(({ id, email }) => email !== null && roll.has(id)).length;
  const sent: SentLetters[] = [];
  for (let day = plan.opens; day <= until; day = addDays(day, 1)) {
    const kind = letterDue(plan, sent, { day, minute: plan.hour * 60 });
    if (kind === null) continue;
    const note = { surveyId, kind, day, people };
    await data.surveyLetters.add(note);
    sent.push(note);
  }
}

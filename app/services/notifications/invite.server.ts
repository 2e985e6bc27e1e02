// Letters about an open survey, to everybody on its roll alike. Each kind is owed once, together with the note that it was.
import type { Day } from '#app/domain/kernel/day.ts';
import { localTime } from '#app/domain/kernel/local-time.ts';
import { invitationDay, letterDue, letterPlanOf, lettersToCome, plannedLetters, type PlannedLetter } from '#app/domain/surveys/letters/survey-letters.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { openRoll } from '#app/services/responses/open-roll.server.ts';
import { oweLetters, writeOwedLetters } from './owe-letters.server.ts';

/** Owes the letters that are due now and writes them; to how many people, over all surveys. To be called often: what was owed is not
 * owed again. */
export async function inviteToOpenSurveys(app: App): Promise<number> {
  let owed = 0;
  for (const survey of await app.data.surveys.inState('sealed')) owed += await inviteTo(app, survey);
  await writeOwedLetters(app);
  return owed;
}

async function inviteTo(app: App, survey: Survey): Promise<number> {
  const sent = await app.data.surveyLetters.ofSurvey(survey.id);
  const kind = letterDue(letterPlanOf(survey), sent, localTime(app.now(), app.timeZone()));
  const roll = kind && (await openRoll(app, survey.id));
  if (!kind || !roll) return 0;

  const people = (await app.data.people.all()).filter((person) => person.leftOn === null && person.email !== null && roll.has(person.id) && !roll.comesBySlip(person.id)).map(({ id }) => id);
  const note = { surveyId: survey.id, kind, day: app.today(), people: people.length };
  const first = await app.data.transaction(async (stores) => {
    if (!(await stores.surveyLetters.add(note))) return false;
    await oweLetters(app, stores, { occasion: kind, surveyId: survey.id, asks: true, about: null, people });
    return true;
  });
  return first ? people.length : 0;
}

/** What was sent and what is planned, in order; what was left out and comes no more is said too. */
export async function lettersOf(app: App, survey: Survey): Promise<readonly PlannedLetter[]> {
  const sent = await app.data.surveyLetters.ofSurvey(survey.id);
  const plan = letterPlanOf(survey);
  const hour = onTheClock(plan.hour);
  const coming = survey.state === 'sealed' ? lettersToCome(plan, sent, localTime(app.now(), app.timeZone())) : null;
  return plannedLetters(plan).map(({ kind, day }) => {
    const one = sent.find((note) => note.kind === kind);
    if (one) return { kind, hour, day: one.day, state: 'sent', people: one.people };
    const leaves = coming?.get(kind);
    return { kind, hour, day: leaves ?? day, state: leaves ? 'planned' : 'skipped', people: null };
  });
}

/** 9 is 09:00. */
function onTheClock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

export interface InvitationTime {
  readonly day: Day;
  readonly hour: string;
}

/** When the invitations would leave if the draft were sealed now. */
export function invitationTime(app: App, survey: Survey): InvitationTime {
  const plan = letterPlanOf(survey);
  return { day: invitationDay(plan, localTime(app.now(), app.timeZone())), hour: onTheClock(plan.hour) };
}

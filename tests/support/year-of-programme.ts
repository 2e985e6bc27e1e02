// A year of a programme under a moved clock: the real services at fixed instants of every day, ballots with the page's own code, a real mail
// server. HR seals each draft on the second day.
import type { Day } from '#app/domain/kernel/day.ts';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { localTime, type LocalTime } from '#app/domain/kernel/local-time.ts';
import { isWorkingDay } from '#app/domain/kernel/working-days.ts';
import type { ProgrammeRule } from '#app/domain/surveys/programme/programme.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { writeOwedLetters } from '#app/services/notifications/owe-letters.server.ts';
import { sendLetters } from '#app/services/notifications/send-letters.server.ts';
import { tellOfProgramme } from '#app/services/notifications/tell-programme.server.ts';
import { mayAsk } from '#app/services/plans.server.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { closeDueSurveys, sealSurvey } from '#app/services/publication.server.ts';
import { draftNextWave } from '#app/services/surveys/draft-wave.server.ts';
import { setProgramme } from '#app/services/surveys/set-programme.server.ts';
import type { TestApp } from './app.ts';
import { openMailbox } from './mailbox.ts';
import { actorFor } from './people.ts';

export interface ReceivedLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** What the company's clock showed. */
  readonly at: LocalTime;
}

export interface YearOfProgramme {
  readonly surveys: readonly Survey[];
  readonly letters: readonly ReceivedLetter[];
  /** Locks that held a wave on the day it was to be sealed. */
  readonly locked: readonly Day[];
}

/** Half past six to half past nine, UTC: an hour of the company's clock on each side of nine, in summer and in winter. */
const instants = ['06:30', '07:30', '08:30', '09:30'];

export async function yearOfProgramme(app: TestApp, { rule, until }: { readonly rule: ProgrammeRule; readonly until: Day }): Promise<YearOfProgramme> {
  const letters: ReceivedLetter[] = [];
  const locked: Day[] = [];
  const box = await openMailbox();
  const mailer = openMailer({ ...app.config, smtp: box.address })!;
  const set = await setProgramme(app, await actorFor(app, 'hr'), { rule, language: 'en' });
  if (!set.ok) throw new Error(JSON.stringify(set));
  try {
    for (let on = day(app.today()); on < until; on = addDays(on, 1)) {
      // On a quiet day nothing depends on the hour.
      const quiet = !isWorkingDay(on) || (await app.data.surveys.all()).every(({ state }) => state === 'closed');
      for (const clock of quiet ? instants.slice(-1) : instants) {
        app.setNow(`${on}T${clock}:00Z`);
        await draftNextWave(app);
        await tellOfProgramme(app);
        await closeDueSurveys(app);
        await inviteToOpenSurveys(app);
        await writeOwedLetters(app);
        await sendLetters(app, mailer);
        letters.push(...box.taken().map(({ to, subject, text }) => ({ to: to.split('@')[0]!, subject, text, at: localTime(app.now(), app.timeZone()) })));
      }
      for (const survey of await app.data.surveys.all()) {
        if (survey.state === 'draft' && survey.createdAt < on && !(await sealedBy(app, survey))) locked.push(on);
        if (survey.state === 'sealed' && survey.opens === on) await answered(app, survey);
      }
    }
  } finally {
    mailer.close();
    box.close();
  }
  return { surveys: (await app.data.surveys.all()).toReversed(), letters, locked };
}

async function sealedBy(app: TestApp, survey: Survey): Promise<boolean> {
  const asking = await mayAsk(app, survey, '');
  if (!asking.ok) return false;
  const sealed = await sealSurvey(app, survey.id);
  if (!sealed.ok) throw new Error(`a wave could not be sealed: ${sealed.because}`);
  return true;
}

/** Half of everybody, content with all of it. */
async function answered(app: TestApp, { id, definition }: Survey): Promise<void> {
  const rated = definition.questions.filter(({ kind, ...one }) => kind === 'scale' && !('routes' in one));
  const answers = Object.fromEntries(rated.map((one) => [one.id, one.kind === 'scale' && one.reverse ? 2 : 4]));
  const people = (await app.data.people.current()).filter(({ departmentId }, at) => departmentId !== null && at % 2 === 0);
  await rehearse(app, id, people.map(({ id: personId }) => ({ personId, answers: answers as never })));
}

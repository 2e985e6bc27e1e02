// HR is told when the programme has drafted a survey, once more when it has to be sealed now, and when the programme cannot go on.
import { localTime } from '#app/domain/kernel/local-time.ts';
import { workingDaysBefore } from '#app/domain/kernel/working-days.ts';
import { newsOf } from '#app/domain/notifications/news.ts';
import type { ProgrammeTold } from '#app/domain/notifications/programme-told.ts';
import type { HeldWave } from '#app/domain/surveys/programme/held-wave.ts';
import type { Programme } from '#app/domain/surveys/programme/programme.ts';
import { areLetterHours } from '#app/domain/surveys/letters/survey-letters.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { heldWave } from '#app/services/surveys/held-wave.server.ts';
import { isWaveOf } from '#app/services/surveys/plan-programme.server.ts';
import { oweLetters, writeOwedLetters } from './owe-letters.server.ts';

/** Working days before the first letter of a survey leaves. */
const soon = 2;

const work = 'programme';

/** To how many. To be called often: on one day it is done once, and each is told once. */
export async function tellOfProgramme(app: App): Promise<number> {
  const kept = await app.data.programme.get();
  if (kept?.programme.state !== 'running' || !areLetterHours(localTime(app.now(), app.timeZone()))) return 0;
  if ((await app.data.dailyWork.doneUntil(work)) === app.today()) return 0;
  const told = await toTell(app, kept.programme);
  let owed = 0;
  for (const one of told) owed += await tell(app, kept.programme, one);
  await app.data.dailyWork.done(work, app.today());
  if (owed > 0) await writeOwedLetters(app);
  return owed;
}

interface Telling {
  readonly turn: string;
  readonly about: ProgrammeTold;
}

async function toTell(app: App, programme: Programme): Promise<readonly Telling[]> {
  const today = app.today();
  const drafts = (await app.data.surveys.all()).filter((survey) => survey.state === 'draft' && isWaveOf(survey, programme) && survey.opens >= today);
  const isLate = (draft: Survey) => today >= workingDaysBefore(firstLetter(draft), soon, programme.rule.calendar);
  const held = await heldWave(app);
  // Who reads a letter has a mail server.
  const stuck = held?.reasons.some(({ because }) => because !== 'no-mail-server') ? held : null;
  const told = drafts.filter((draft) => isLate(draft) || draft.id !== stuck?.surveyId).map((draft) => drafted(draft, { late: isLate(draft), held: draft.id === stuck?.surveyId ? stuck : null }));
  return stuck && !drafts.some((draft) => draft.id === stuck.surveyId && isLate(draft)) ? [{ turn: `${stuck.number}:stuck`, about: { kind: 'stuck', surveyId: null, held: stuck } }, ...told] : told;
}

const firstLetter = ({ opens, definition }: Survey) => definition.letterDays?.announcement ?? opens;

const drafted = ({ id, opens }: Survey, { late, held }: { readonly late: boolean; readonly held: HeldWave | null }): Telling => ({ turn: `${id}:${opens}:${late ? 'seal-now' : 'drafted'}`, about: { kind: late ? 'seal-now' : 'drafted', surveyId: id, ...(held && { held }) } });

async function tell(app: App, programme: Programme, { turn, about }: Telling): Promise<number> {
  const news = newsOf({ kind: 'programme', subjectId: programme.id, day: app.today() }, turn);
  const people = await app.data.roles.holders('hr');
  const told = await app.data.news.toldOf(news.id);
  if (people.every((id) => told.has(id))) return 0;
  return app.data.transaction(async (stores) => {
    await stores.news.add(news);
    const first = await stores.news.tell(news.id, people);
    await oweLetters(app, stores, { occasion: 'programme', surveyId: '', asks: false, about, people: first });
    return first.length;
  });
}

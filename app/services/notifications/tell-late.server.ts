// HR is told what is late once a week at most, and only where something is.
import { addDays, weekdayOf, type Day } from '#app/domain/kernel/day.ts';
import { localTime } from '#app/domain/kernel/local-time.ts';
import { newsOf } from '#app/domain/notifications/news.ts';
import { areLetterHours } from '#app/domain/surveys/letters/survey-letters.ts';
import type { App } from '#app/platform/app.server.ts';
import { answersByHead } from '#app/services/plans/answers-by-head.server.ts';
import { oweLetters, writeOwedLetters } from './owe-letters.server.ts';

const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7));

/** To how many. To be called often: in one week it is done once. */
export async function tellWhatIsLate(app: App): Promise<number> {
  const now = localTime(app.now(), app.timeZone());
  if (!areLetterHours(now)) return 0;
  const news = newsOf({ kind: 'late', subjectId: mondayOf(now.day), day: now.day });
  const people = await app.data.roles.holders('hr');
  const told = await app.data.news.toldOf(news.id);
  if (people.every((id) => told.has(id)) || !(await answersByHead(app)).all.some(({ due }) => due < now.day)) return 0;
  const owed = await app.data.transaction(async (stores) => {
    await stores.news.add(news);
    const first = await stores.news.tell(news.id, people);
    await oweLetters(app, stores, { occasion: 'late', surveyId: '', asks: false, about: null, people: first });
    return first.length;
  });
  await writeOwedLetters(app);
  return owed;
}

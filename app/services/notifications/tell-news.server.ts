// Once on a working day everybody who has rested for a fortnight is told what happened meanwhile in their department and above it: what
// will be done and what not, whether it helped, and thanks where something ended. One letter, whatever became due.
import { localTime } from '#app/domain/kernel/local-time.ts';
import { newsSince, restedSince } from '#app/domain/notifications/news.ts';
import type { Person } from '#app/domain/organisation/person.ts';
import { standingOf, type Standing } from '#app/domain/plans/standing.ts';
import { areLetterHours } from '#app/domain/surveys/letters/survey-letters.ts';
import type { App } from '#app/platform/app.server.ts';
import { departmentsWithPresentHeads } from '#app/services/plans/present-heads.server.ts';
import { newsLines, type NewsLine } from './news-lines.server.ts';
import { oweLetters, writeOwedLetters } from './owe-letters.server.ts';

const work = 'news';

/** To how many people. To be called often: on one day it is done once. */
export async function tellNews(app: App): Promise<number> {
  const { day: today } = localTime(app.now(), app.timeZone());
  if (!areLetterHours(localTime(app.now(), app.timeZone())) || (await app.data.dailyWork.doneUntil(work)) === today) return 0;
  const lines = await newsLines(app, (await app.data.news.since(newsSince(today))).filter(({ kind }) => kind !== 'results' && kind !== 'late' && kind !== 'programme'));
  let owed = 0;
  for (const { news, people } of lines.length === 0 ? [] : await pending(app, lines)) owed += await owe(app, news, people);
  await app.data.dailyWork.done(work, today);
  await writeOwedLetters(app);
  return owed;
}

interface Pending {
  /** Ids. */
  readonly news: readonly string[];
  readonly people: readonly string[];
}

/** Who is to be told what: people of whom the same is due belong together. */
async function pending(app: App, lines: readonly NewsLine[]): Promise<Pending[]> {
  const told = new Map<string, Set<string>>();
  for (const { news } of lines) told.set(news.id, await app.data.news.toldOf(news.id));
  const resting = await app.data.news.toldAfter(restedSince(app.today()));
  const standing = await standings(app);
  const found = new Map<string, { news: string[]; people: string[] }>();
  for (const person of await app.data.people.current()) {
    if (person.email === null || resting.has(person.id)) continue;
    const who = standing(person);
    const due = lines.filter((line) => isDue(line, person, who) && !told.get(line.news.id)!.has(person.id)).map(({ news }) => news.id);
    if (due.length === 0) continue;
    const same = found.get(due.join(' ')) ?? { news: due, people: [] };
    same.people.push(person.id);
    found.set(due.join(' '), same);
  }
  return [...found.values()];
}

/** Whoever came later was not asked, and is not told what became of it. */
const isDue = (line: NewsLine, { joinedOn }: Person, who: Standing): boolean => (joinedOn === null || joinedOn <= line.news.day) && line.concerns(who);

async function standings(app: App): Promise<(person: Person) => Standing> {
  const departments = await departmentsWithPresentHeads(app);
  const known = new Map<string, Standing>();
  return ({ id: personId, departmentId }) => {
    const heads = departments.filter(({ headId }) => headId === personId).map(({ id }) => id);
    const key = heads.length === 0 ? (departmentId ?? '') : `head ${personId}`;
    const found = known.get(key) ?? standingOf(departments, { personId, departmentId, heads, hr: false });
    known.set(key, found);
    return found;
  };
}

/** Of two servers that do this at the same moment one takes somebody's turn. */
function owe(app: App, news: readonly string[], people: readonly string[]): Promise<number> {
  const today = app.today();
  return app.data.transaction(async (stores) => {
    const free = await stores.news.takeTurn(people, { today, since: restedSince(today) });
    for (const id of news) await stores.news.tell(id, free);
    await oweLetters(app, stores, { occasion: 'news', surveyId: '', asks: false, about: news, people: free });
    return free.length;
  });
}

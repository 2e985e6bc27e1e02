// «The results are there»: owed to everybody who was asked, to heads and to HR, in the step that publishes the release.
import { workingDayFrom } from '#app/domain/kernel/working-days.ts';
import { newsOf } from '#app/domain/notifications/news.ts';
import { departmentsWithPresentHeads } from '#app/services/plans/present-heads.server.ts';
import { askedBy } from '#app/services/publication/find-folder.server.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { oweLetters } from './owe-letters.server.ts';

/** Ids of people with an address. Asked for before the list of those who were asked is destroyed; everybody where it cannot be read. */
export async function toldOfResults(app: App, surveyId: string): Promise<readonly string[]> {
  // Nobody lives at the addresses of the demonstration.
  if (app.config.demo) return [];
  const asked = askedBy(app, surveyId);
  const heads = (await departmentsWithPresentHeads(app)).flatMap(({ headId }) => headId ?? []);
  const also = new Set([...heads, ...(await app.data.roles.holders('hr'))]);
  const people = (await app.data.people.all()).filter(({ id, leftOn, email }) => leftOn === null && email !== null && (asked === null || asked.has(id) || also.has(id)));
  return people.map(({ id }) => id);
}

/** To be called in the transaction of the release. What else there is to tell waits a fortnight from here. */
export async function oweResults(app: App, stores: Pick<Stores, 'news' | 'owedLetters'>, { surveyId, people }: { readonly surveyId: string; readonly people: readonly string[] }): Promise<void> {
  const today = app.today();
  const news = newsOf({ kind: 'results', subjectId: surveyId, day: today });
  await stores.news.add(news);
  const told = await stores.news.tell(news.id, people);
  // Published on a weekend it is written on Monday.
  const written = workingDayFrom(today);
  await stores.news.takeTurn(told, { today: written, since: written });
  await oweLetters(app, stores, { occasion: 'results', surveyId, asks: false, about: null, people: told });
}

// What is owed to somebody, and by whom: answers to what the own department, or one above it, said clearly. Nobody learns of another
// department's silence.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import type { OwedAnswer, OwedPage } from '#app/domain/plans/owed-page.ts';
import type { App } from '#app/platform/app.server.ts';
import { owedAnswersOf } from './lock-pulse.server.ts';
import { nameIn, placeOf } from './place-of-actor.server.ts';
import { dimensionName } from './plan-words.server.ts';
import { receiversOf } from './recipients.server.ts';

export async function owedPage(app: App, actor: Actor, language: Language): Promise<OwedPage> {
  const { who, departments } = await placeOf(app, actor);
  const near = (await owedAnswersOf(app)).filter(({ departmentId }) => who.belongs.has(departmentId) || who.leads.has(departmentId));
  const found = await Promise.all(
    near.map(async ({ departmentId, dimension, issueId, due }) => {
      const [receiver] = await receiversOf(app, { headOf: departmentId });
      const person = receiver === undefined ? null : await app.data.people.get(receiver);
      const answer: OwedAnswer = { departmentId, departmentName: nameIn(departments, departmentId), dimensionId: dimension, dimension: dimensionName(dimension, language), issueId, due, by: person?.name ?? null };
      return { answer, mine: receiver === actor.personId };
    }),
  );
  const toReader = found.filter(({ answer, mine }) => !mine && who.belongs.has(answer.departmentId));
  return { toReader: toReader.map(({ answer }) => answer), byReader: found.filter(({ mine }) => mine).map(({ answer }) => answer), today: app.today() };
}

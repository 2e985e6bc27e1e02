// What is owed to somebody, and by whom: answers to what the own department, or one above it, said clearly. Nobody learns of another
// department's silence.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import type { OwedAnswer, OwedPage } from '#app/domain/plans/owed-page.ts';
import { nearestHead } from '#app/domain/plans/standing.ts';
import type { App } from '#app/platform/app.server.ts';
import { owedAnswersIn } from './lock-pulse.server.ts';
import { namesOf } from './plan-page.server.ts';
import { nameIn, placeOf } from './place-of-actor.server.ts';
import { dimensionName } from './plan-words.server.ts';
import { departmentsWithPresentHeads } from './present-heads.server.ts';

export async function owedPage(app: App, actor: Actor, language: Language): Promise<OwedPage> {
  const { who } = await placeOf(app, actor);
  const departments = await departmentsWithPresentHeads(app);
  const found = (await owedAnswersIn(app, new Set([...who.belongs, ...who.leads]))).map((owed) => ({ owed, head: nearestHead(departments, owed.departmentId) }));
  const names = await namesOf(app, found.map(({ head }) => head));
  const from = await handedFrom(app, found.map(({ owed }) => owed.issueId));
  const answerOf = ({ owed: { departmentId, dimension, issueId, due }, head }: (typeof found)[number]): OwedAnswer => ({
    from: nameIfAny(departments, from.get(issueId ?? '')),
    departmentId, departmentName: nameIn(departments, departmentId), dimensionId: dimension, dimension: dimensionName(dimension, language), issueId, due, by: head === null ? null : (names[head] ?? null),
  });
  const isOwn = ({ head }: (typeof found)[number]) => head === actor.personId;
  return {
    toReader: found.filter((one) => !isOwn(one) && who.belongs.has(one.owed.departmentId)).map(answerOf),
    byReader: found.filter(isOwn).map(answerOf),
    today: app.today(),
  };
}

const nameIfAny = (departments: Parameters<typeof nameIn>[0], id: string | undefined): string | null => (id === undefined ? null : nameIn(departments, id));

/** By issue, the department it was handed over from. */
async function handedFrom(app: App, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const handed = new Map<string, string>();
  for (const id of ids) {
    const issue = id === null ? null : await app.data.issues.get(id);
    const below = issue?.forwardedFrom ? await app.data.issues.get(issue.forwardedFrom) : null;
    if (issue && below) handed.set(issue.id, below.departmentId);
  }
  return handed;
}

// Whoever is handed something from below is told, in the transaction of the hand-over: the head there or above it, HR where nobody leads.
import type { Actor } from '#app/domain/access/actor.ts';
import { newLetter, type Letter } from '#app/domain/notifications/letter.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import { answerDue, type Issue } from '#app/domain/plans/issue.ts';
import type { App } from '#app/platform/app.server.ts';
import { dimensionIn } from '#app/text/dimension-name.ts';
import { textOf } from '#app/text/text.ts';
import { nameIn } from './place-of-actor.server.ts';
import { receiversOf } from './recipients.server.ts';

/** Nothing to whoever handed it over: somebody who leads both levels knows. */
export async function lettersAbout(app: App, actor: Actor, { issue, from }: { readonly issue: Issue; readonly from: Issue }): Promise<Letter[]> {
  const heads = await receiversOf(app, { headOf: issue.departmentId });
  const receivers = heads.length > 0 ? heads : await receiversOf(app, { role: 'hr' });
  const departments = await app.data.departments.open();
  const organisation = await app.data.organisation.get();
  const people = await Promise.all(receivers.filter((id) => id !== actor.personId).map((id) => app.data.people.get(id)));
  return people.flatMap((person) => {
    if (!person?.email || person.leftOn !== null) return [];
    const text = textOf(languageOf(person, organisation));
    const dimension = dimensionIn(text, issue.dimension);
    const link = `${app.config.publicUrl}/plans/new?${new URLSearchParams({ department: issue.departmentId, dimension: issue.dimension, issue: issue.id })}`;
    const values = { name: person.name, department: nameIn(departments, from.departmentId), dimension, reason: from.answer?.reason ?? '', day: text.day(answerDue(issue)), link };
    return [newLetter({ id: app.newId(), to: person.email, subject: text('plan-letter.forwarded.subject', { dimension }), text: text('plan-letter.forwarded.text', values), dueOn: app.today() })];
  });
}

// What is late, for HR: every answer that is owed, by whom and since when.
import { daysBetween } from '#app/domain/kernel/day.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import type { App } from '#app/platform/app.server.ts';
import { answersByHead } from '#app/services/plans/answers-by-head.server.ts';
import { namesOf } from '#app/services/plans/plan-page.server.ts';
import { dimensionName } from '#app/services/plans/plan-words.server.ts';
import { textOf } from '#app/text/text.ts';
import type { Writer } from './letters-of.server.ts';

/** Null where everything was answered meanwhile. */
export async function lateLetters(app: App): Promise<Writer | null> {
  const { all, headOf, nameOf } = await answersByHead(app);
  const today = app.today();
  const late = all.filter(({ due }) => due < today).map((one) => ({ ...one, head: headOf(one.departmentId) }));
  const names = await namesOf(app, late.map(({ head }) => head));
  const organisation = await app.data.organisation.get();
  return (person) => {
    if (person.email === null || late.length === 0) return null;
    const text = textOf(languageOf(person, organisation));
    const lines = late.map(({ departmentId, dimension, due, head }) => {
      const values = { department: nameOf(departmentId), dimension: dimensionName(dimension, text.language), day: text.day(due), n: daysBetween(due, today) };
      return `– ${text('owed.late', { ...values, name: (head !== null && names[head]) || text('owed.nobody') })}`;
    });
    const body = text('late-letter.text', { name: person.name, lines: lines.join('\n'), link: `${app.config.publicUrl}/plans` });
    return { link: null, letter: newLetter({ id: app.newId(), to: person.email, subject: text('late-letter.subject', { n: late.length }), text: body, dueOn: today }) };
  };
}

// One letter per person and working day with everything that is due, late or silent, when the day begins where the company is.
import { addDays, daysBetween, type Day } from '#app/domain/kernel/day.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { localTime } from '#app/domain/kernel/local-time.ts';
import { newLetter, type Letter } from '#app/domain/notifications/letter.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import { dimension } from '#app/domain/surveys/questions/question-library.ts';
import { isWorkingDay } from '#app/domain/kernel/working-days.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import { wasAgreed } from '#app/domain/plans/promise-changes.ts';
import { remindersOwed, type Reminder } from '#app/domain/plans/reminders.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf, type Text } from '#app/text/text.ts';
import { answersOfLatest } from './lock-pulse.server.ts';
import { receiversOf } from './recipients.server.ts';

function lineOf(app: App, text: Text, reminder: Reminder): string {
  const link = reminder.planId === null ? `${app.config.publicUrl}/plans` : `${app.config.publicUrl}/plans/${reminder.planId}`;
  const label = dimension(reminder.about)?.label;
  const about = reminder.planId === null && label ? text.of(label) : reminder.about;
  return text('plan-letter.line', { line: text(`plan-letter.line.${reminder.kind}`, { about, day: text.day(reminder.due) }), link });
}

async function byReceiver(app: App, reminders: readonly Reminder[]): Promise<Map<string, Reminder[]>> {
  const found = new Map<string, Reminder[]>();
  for (const reminder of reminders) {
    for (const personId of await receiversOf(app, reminder.to)) found.set(personId, [...(found.get(personId) ?? []), reminder]);
  }
  return found;
}

/** Half past eight. */
const writtenFrom = 8 * 60 + 30;

const work = 'plan letters';
/** Days a server may have been away and still says what fell on them. */
const mostOwed = 30;

/** Today, and the days before it that no digest was written for. */
async function owedDays(app: App, today: Day): Promise<Day[]> {
  const last = (await app.data.dailyWork.doneUntil(work)) ?? addDays(today, -1);
  const missed = Math.min(mostOwed, Math.max(1, daysBetween(last, today)));
  return Array.from({ length: missed }, (_, index) => addDays(today, index + 1 - missed));
}

/**
 * Puts the day's digests into the outbox, not before the morning of a working day; called again on the same day it adds nothing. What
 * fell on a day on which no server ran is in the next digest. How many letters were new.
 */
export async function dailyPlanLetters(app: App): Promise<number> {
  const { day: today, minute } = localTime(app.now(), app.timeZone());
  if (minute < writtenFrom || !isWorkingDay(today)) return 0;
  const missing = (await answersOfLatest(app)).owed;
  const days = (await owedDays(app, today)).map((day) => ({ day, missing }));
  const plans = [...(await app.data.plans.withOpenDuties()), ...(await app.data.plans.inStates(['consulted'])).filter((plan) => !wasAgreed(plan))];
  const letters = await digests(app, (language) => remindersOwed(plans.map((plan) => planIn(plan, language)), days, today), today);
  await app.data.transaction(async (stores) => {
    await stores.letters.addAll(letters);
    await stores.dailyWork.done(work, today);
  });
  return letters.length;
}

/** `remindersIn`: with the plans' words as that language has them. */
async function digests(app: App, remindersIn: (language: Language) => readonly Reminder[], today: Day): Promise<Letter[]> {
  const letters: Letter[] = [];
  const inEach = new Map<Language, Map<string, Reminder[]>>();
  const ownIn = async (language: Language) => {
    const known = inEach.get(language) ?? (await byReceiver(app, remindersIn(language)));
    inEach.set(language, known);
    return known;
  };
  for (const personId of (await ownIn(languages[0])).keys()) {
    const id = `plans-${today}-${personId}`;
    const person = await app.data.people.get(personId);
    if (!person?.email || person.leftOn !== null || (await app.data.letters.get(id))) continue;
    const text = textOf(languageOf(person, await app.data.organisation.get()));
    const own = (await ownIn(text.language)).get(personId) ?? [];
    const lines = own.map((reminder) => lineOf(app, text, reminder)).join('\n\n');
    const words = text('plan-letter.digest.text', { name: person.name, lines });
    letters.push(newLetter({ id, to: person.email, subject: text('plan-letter.digest.subject', { n: own.length }), text: words, dueOn: today }));
  }
  return letters;
}

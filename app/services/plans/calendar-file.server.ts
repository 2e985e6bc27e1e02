// The days on which one person has something due, as a file for a calendar: answers, steps, promises, goals, and when a survey may
// judge a plan. Whole days without a time; nobody else's.
import ical from 'ical-generator';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf } from '#app/text/text.ts';
import { owedPage } from './owed-answers.server.ts';
import { dutiesOfPerson } from './own-duties.server.ts';

interface Dated {
  /** The same in every file, so that a calendar replaces what it took in before. */
  readonly id: string;
  readonly due: Day;
  readonly title: string;
  readonly path: string;
}

/** text/calendar after RFC 5545. */
export async function calendarFile(app: App, actor: Actor, language: Language): Promise<string> {
  const text = textOf(language);
  const host = new URL(app.config.publicUrl).host;
  const calendar = ical({ name: text('calendar.name'), prodId: { company: 'Murmur', product: 'Murmur', language: language.toUpperCase() } });
  for (const { id, due, title, path } of await datesOf(app, actor, language)) {
    calendar.createEvent({ id: `${id}@${host}`, start: instantOf(due), stamp: instantOf(app.today()), allDay: true, summary: title, url: `${app.config.publicUrl}${path}` });
  }
  return calendar.toString();
}

/** A calendar of whole days reads the day alone. */
const instantOf = (day: Day): string => `${day}T00:00:00.000Z`;

async function datesOf(app: App, actor: Actor, language: Language): Promise<Dated[]> {
  const text = textOf(language);
  const { byReader } = await owedPage(app, actor, language);
  const answers = byReader.map((one): Dated => ({ id: `answer-${one.departmentId}-${one.dimensionId}`, due: one.due, title: text('calendar.answer', { dimension: one.dimension, department: one.departmentName }), path: '/plans' }));
  const duties = (await dutiesOfPerson(app, actor, language)).map(({ kind, id, planId, title, due }): Dated => ({ id: `${kind}-${planId}-${id}`, due, title: text(`calendar.${kind}`, { title }), path: `/plans/${planId}` }));
  return [...answers, ...duties];
}

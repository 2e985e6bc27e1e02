// Where the company's days begin. It is set with the company and may be changed while nothing is sealed: people were promised a last day
// by one clock, and what ends by it destroys. Every change is on the public log.
import { inLanguage, type Language, type Localized } from '#app/domain/kernel/language.ts';
import { isTimeZone, localTime } from '#app/domain/kernel/local-time.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { ClockReading, ZoneOffer } from '#app/domain/organisation/zone-offer.ts';
import type { App } from '#app/platform/app.server.ts';
import { placeOf, zoneChoices } from '#app/text/places.server.ts';
import type { Stores } from '#db/index.server.ts';

export type TimeZoneRefusal = 'time-zone' | 'zone-under-seal';

export const timeZoneSetting = 'time-zone';

export interface TimeZoneWish {
  /** Null where the program itself did it. */
  readonly actorId: string | null;
  readonly timeZone: string;
}

export interface TimeZoneChange extends TimeZoneWish {
  /** In which a refusal names the survey. */
  readonly language: Language;
}

/** For a company that is being founded, or had none before: on the log, whatever is sealed. Inside the transaction that saves the company. */
export async function logTimeZone(app: App, stores: Stores, { actorId, timeZone }: TimeZoneWish): Promise<void> {
  await stores.organisation.logChange({ id: app.newId(), at: app.today(), actorId, setting: timeZoneSetting, from: '', to: timeZone });
}

/** Inside a transaction; the clock takes it in with `readTimeZone` after that. Nothing happens where it stays as it is. */
export async function changeTimeZone(app: App, stores: Stores, { actorId, timeZone, language }: TimeZoneChange): Promise<Outcome<null, TimeZoneRefusal>> {
  if (!isTimeZone(timeZone)) return refused('time-zone');
  const from = (await stores.organisation.holdTimeZone()) ?? app.timeZone();
  const organisation = await stores.organisation.get();
  if (!organisation || from === timeZone) return done(null);
  const [sealed] = await stores.surveys.inState('sealed');
  if (sealed) return refused('zone-under-seal', { title: inLanguage(sealed.title, language), place: inLanguage(placeOf(from), language) });
  await stores.organisation.save({ ...organisation, timeZone });
  await stores.organisation.logChange({ id: app.newId(), at: app.today(), actorId, setting: timeZoneSetting, from, to: timeZone });
  return done(null);
}

/** A company from before there was this setting gets the zone that the operator wished, or the computer's: once, at the first start. */
export async function adoptTimeZone(app: App): Promise<void> {
  const { timeZone } = app.config;
  await app.data.transaction(async (stores) => {
    const organisation = await stores.organisation.get();
    if (!organisation || organisation.timeZone !== null) return;
    await stores.organisation.save({ ...organisation, timeZone });
    await logTimeZone(app, stores, { actorId: null, timeZone });
  });
  await app.readTimeZone();
}

/** For the first form about a company: the zone that the operator wished, else the browser's, else the computer's. */
export function zoneOffer(app: App, language: Language): ZoneOffer {
  const { timeZone, timeZoneWished } = app.config;
  return { choices: zoneChoices(language, timeZone), chosen: timeZone, open: !timeZoneWished };
}

/** For changing it. */
export function zoneToChange(app: App, language: Language): ZoneOffer {
  return { choices: zoneChoices(language, app.timeZone()), chosen: app.timeZone(), open: false };
}

/** What people call the place by whose clock the company goes. */
export function placeOfCompany(app: App): Localized {
  return placeOf(app.timeZone());
}

/** What clock and calendar of the company showed at an instant (ISO); null where there is none. */
export function clockOf(app: App, at: string | null, language: Language): ClockReading | null {
  if (at === null) return null;
  const { day, minute } = localTime(new Date(at), app.timeZone());
  const two = (value: number) => String(value).padStart(2, '0');
  return { day, time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`, place: inLanguage(placeOfCompany(app), language) };
}

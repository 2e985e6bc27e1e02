// The city by which people know a time zone, in three languages: names of cities are the Unicode CLDR's exemplar cities. On the server
// only: a page gets the few it shows, and a sealed survey carries its own.
import { languages, type Language, type Localized } from '#app/domain/kernel/language.ts';
import type { ZoneChoice } from '#app/domain/organisation/zone-offer.ts';
import data from './places.json' with { type: 'json' };
import { textOf, type Text } from './text.ts';

const cities: Readonly<Record<string, readonly string[]>> = data;

const localized = (names: readonly string[]): Localized => Object.fromEntries(languages.map((language, index) => [language, names[index] ?? names[0]])) as Localized;

/** Etc/GMT-8 lies eight hours ahead: its sign is the other way round than people write it. */
function offsetIn(timeZone: string): string | null {
  if (/^(Etc\/)?(UTC|UCT|GMT|GMT[+-]?0|Zulu|Universal|Greenwich)$/i.test(timeZone)) return 'UTC';
  const [, sign, hours] = /^Etc\/GMT([+-])(\d{1,2})$/i.exec(timeZone) ?? [];
  return sign === undefined ? null : `UTC${sign === '+' ? '−' : '+'}${hours}`;
}

/** What people call the place of a time zone: a city, or UTC with its offset where the zone belongs to none. */
export function placeOf(timeZone: string): Localized {
  const offset = offsetIn(timeZone);
  if (offset !== null) return localized([offset]);
  const known = cities[timeZone] ?? cities[new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone];
  return localized(known ?? [timeZone.split('/').at(-1)!.replaceAll('_', ' ')]);
}

/** «midnight in Shanghai», at the end of a day. */
export function endOfDay(text: Text, day: string, place: Localized): string {
  const name = text.of(place);
  return text(name.startsWith('UTC') ? 'day.end-utc' : 'day.end', { day: text.day(day), place: name });
}

const offered = new Map<Language, readonly ZoneChoice[]>();

/** Every time zone by its city, by parts of the world; `chosen` is among them whatever it is. */
export function zoneChoices(language: Language, chosen: string): readonly ZoneChoice[] {
  const known = offered.get(language) ?? choicesIn(textOf(language), [...Intl.supportedValuesOf('timeZone'), 'UTC']);
  offered.set(language, known);
  return known.some(({ value }) => value === chosen) ? known : [...choicesIn(textOf(language), [chosen]), ...known];
}

function choicesIn(text: Text, zones: readonly string[]): readonly ZoneChoice[] {
  const order = new Intl.Collator(text.language);
  const choices = [...new Set(zones)].map((value) => ({ value, label: text.of(placeOf(value)), group: groupOf(text, value) }));
  return choices.sort((one, other) => order.compare(one.group, other.group) || order.compare(one.label, other.label));
}

function groupOf(text: Text, zone: string): string {
  const region = zone.split('/')[0]!;
  const said = text.code('place', region);
  return said === region ? text('place.other') : said;
}

// Privacy settings and their public log: read by everybody, changed by HR and administrators, never for what was sealed.
import { may, type Actor } from '#app/domain/access/actor.ts';
import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import { done, eachOf, refused, together, type Outcome, type Refusal } from '#app/domain/kernel/outcome.ts';
import { smallestK, type SettingChange } from '#app/domain/organisation/organisation.ts';
import { raisedK, retained, retentionIn, settingOf, type Kept, type LoggedChange, type PrivacyOverview, type Retention } from '#app/domain/privacy/privacy-settings.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import type { App } from '#app/platform/app.server.ts';
import { placeOf } from '#app/text/places.server.ts';
import type { Stores } from '#db/index.server.ts';
import { changeTimeZone, placeOfCompany, timeZoneSetting, type TimeZoneRefusal } from '#app/services/organisation/set-time-zone.server.ts';

/** Names of places in the reader's language. */
export async function privacyOverview(app: App, language: Language = 'en'): Promise<PrivacyOverview> {
  const changes = await app.data.organisation.changes();
  const names = new Map<string, string>();
  const nameOf = async (id: string) => {
    if (id !== '' && !names.has(id)) names.set(id, (await app.data.people.get(id))?.name ?? '');
    return names.get(id) ?? '';
  };
  const log: LoggedChange[] = [];
  for (const change of changes) {
    const { code, personId } = readChange(change);
    const who = change.actorId === null ? null : await nameOf(change.actorId);
    const day = change.at;
    log.push({ id: change.id, day, who, code, ...spoken(change, language), person: await nameOf(personId) });
  }
  const holders = async (role: 'hr' | 'administrator') => Promise.all((await app.data.roles.holders(role)).map(nameOf));
  return {
    k: (await app.data.organisation.get())?.k ?? smallestK,
    retention: retentionIn(changes),
    readers: { hr: await holders('hr'), administrators: await holders('administrator') },
    log,
    place: inLanguage(placeOfCompany(app), language),
  };
}

function spoken({ setting, from, to }: SettingChange, language: Language): Pick<LoggedChange, 'from' | 'to'> {
  const said = (value: string) => (setting === timeZoneSetting && value !== '' ? inLanguage(placeOf(value), language) : value);
  return { from: said(from), to: said(to) };
}

function readChange({ setting, from, to }: SettingChange): { code: string; personId: string } {
  if (setting === timeZoneSetting && from === '') return { code: `${setting}-set`, personId: '' };
  const role = /^role (\w+)$/.exec(setting)?.[1];
  if (!role) return { code: setting, personId: '' };
  return { code: `${to ? 'granted' : 'withdrawn'}-${role}`, personId: to || from };
}

export interface PrivacyWish extends Retention {
  readonly k: number;
  /** By its name in the time zone database; it stays where absent. */
  readonly timeZone?: string | undefined;
}

export type SettingRefusal = 'k-only-up' | 'k-too-large' | 'days-range' | 'forbidden' | TimeZoneRefusal;

/** A refusal with its field. */
const at = <Code extends string>(field: string, outcome: Outcome<unknown, Code>): Refusal<Code> | null => (outcome.ok ? null : { ...outcome, details: { ...outcome.details, field } });

function numbersWrong(before: number, { k, ...days }: Partial<PrivacyWish>): Refusal<SettingRefusal> | null {
  const kept = (['letters', 'sessions'] as const).map((one) => (days[one] === undefined ? null : at(one, retained(one, days[one]))));
  return together<SettingRefusal>([k === undefined ? null : at('k', raisedK(before, k)), ...kept]);
}

/** What would be refused of the numbers that are there. */
export async function wrongInSettings(app: App, wish: Partial<PrivacyWish>): Promise<readonly Refusal<SettingRefusal>[]> {
  const wrong = numbersWrong((await app.data.organisation.get())?.k ?? smallestK, wish);
  return wrong ? eachOf(wrong) : [];
}

/** All of it or nothing. `field` in the details of a refusal says which. */
export async function changePrivacySettings(app: App, actor: Actor, wish: PrivacyWish): Promise<Outcome<null, SettingRefusal>> {
  if (!may(actor, 'manage-people')) return refused('forbidden', { field: '' });
  const changed = await app.data.transaction(async (stores): Promise<Outcome<null, SettingRefusal>> => {
    const organisation = await stores.organisation.get();
    const wrong = numbersWrong(organisation?.k ?? smallestK, wish);
    if (wrong) return wrong;
    const zone = wish.timeZone === undefined ? done(null) : await changeTimeZone(app, stores, { actorId: actor.personId, timeZone: wish.timeZone, language: actor.language });
    if (!zone.ok) return { ...zone, details: { ...zone.details, field: 'timeZone' } };
    const before = retentionIn(await stores.organisation.changes());
    const log = (setting: string, from: number, to: number) => logged(app, stores, { actorId: actor.personId, setting, from: String(from), to: String(to) });
    if (organisation && wish.k > organisation.k) {
      await stores.organisation.save({ ...organisation, timeZone: wish.timeZone ?? organisation.timeZone, k: wish.k });
      await raiseDrafts(stores, wish.k);
      await log(settingOf.k, organisation.k, wish.k);
    }
    for (const kept of ['letters', 'sessions'] as const) if (wish[kept] !== before[kept]) await log(settingOf[kept], before[kept], wish[kept]);
    return done(null);
  });
  if (changed.ok) await app.readTimeZone();
  return changed;
}

async function logged(app: App, stores: Stores, change: Omit<SettingChange, 'id' | 'at'>): Promise<void> {
  await stores.organisation.logChange({ id: app.newId(), at: app.today(), ...change });
}

/** Drafts would otherwise be sealed with the k of the day on which they were begun. */
async function raiseDrafts(stores: Stores, k: number): Promise<void> {
  for (const draft of await stores.surveys.inState('draft')) {
    const questions = draft.definition.questions.map((question): Question => ({ ...question, k: Math.max(question.k, k) }));
    const definition = { ...draft.definition, k: Math.max(draft.definition.k, k), questions };
    await stores.surveys.replace({ ...draft, definition }, 'draft');
  }
}

/** Days for which something is kept today. */
export async function daysKept(app: App, kept: Kept): Promise<number> {
  return retentionIn(await app.data.organisation.changes())[kept];
}

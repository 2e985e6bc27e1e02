// Writes down what was found out beside the survey, and tells it to those who may read it.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { mayInquire, mayReadInquiry, mayRemove, recorded, staysWithLeaders, type Inquiry, type InquiryKind, type InquiryRefusal } from '#app/domain/plans/inquiry.ts';
import type { KnownNames } from '#app/domain/plans/named-people.ts';
import type { Names } from '#app/domain/plans/plan-page.ts';
import { quotes } from '#app/domain/plans/quotation.ts';
import { downwards } from '#app/domain/plans/standing.ts';
import { refOf } from '#app/domain/plans/support.ts';
import type { App } from '#app/platform/app.server.ts';
import { namesOf } from './plan-page.server.ts';
import { placeOf, type Place } from './place-of-actor.server.ts';
import { latestWave, publishedComments } from './waves.server.ts';

export interface NewInquiry {
  /** Id of the form: sent twice, it is kept once. */
  readonly request: string;
  readonly kind: InquiryKind;
  readonly departmentId: string;
  readonly day: Day;
  readonly topic: string;
  /** Null: somebody from outside. */
  readonly moderatorId: string | null;
  readonly participants: number;
  readonly points: string;
}

type Why = InquiryRefusal | 'no-such-department' | 'no-such-person' | 'quotes-a-comment' | 'no-results-to-talk';

export async function recordInquiry(app: App, actor: Actor, { request, ...wish }: NewInquiry): Promise<Outcome<Inquiry, Why>> {
  const place = await placeOf(app, actor);
  if (!place.departments.some(({ id }) => id === wish.departmentId)) return refused('no-such-department', { field: 'department' });
  if (!mayInquire(wish, place.who)) return refused('forbidden');
  const moderator = wish.moderatorId === null ? null : await app.data.people.get(wish.moderatorId);
  if (wish.moderatorId !== null && (!moderator || moderator.leftOn !== null)) return refused('no-such-person', { field: 'moderator' });
  const survey = wish.kind === 'talk' ? ((await latestWave(app))?.wave.release.survey ?? null) : null;
  if (wish.kind === 'talk' && !survey) return refused('no-results-to-talk');
  const inquiry: Inquiry = { ...wish, id: request, surveyId: survey?.id ?? null, recordedBy: actor.personId };
  const kept = recorded(inquiry, { who: place.who, today: app.today(), closed: survey?.closed ?? null, ...(await companyAround(app, place, wish.departmentId)) });
  if (!kept.ok) return kept;
  if (quotes(`${wish.topic}\n${wish.points}`, await publishedComments(app))) return refused('quotes-a-comment', { field: 'points' });
  await app.data.inquiries.add(kept.value);
  return kept;
}

async function companyAround(app: App, { departments }: Place, departmentId: string): Promise<{ readonly k: number; readonly people: number; readonly names: KnownNames }> {
  const inside = downwards(departments, [departmentId]);
  const everybody = await app.data.people.current();
  const own = everybody.filter((person) => person.departmentId !== null && inside.has(person.departmentId));
  const { k } = (await app.data.organisation.get())!;
  return { k, people: own.length, names: { everybody: everybody.map(({ name }) => name), own: own.map(({ name }) => name) } };
}

/** Gone from every plan that rests on it too. */
export async function removeInquiry(app: App, actor: Actor, id: string): Promise<Outcome<null, 'forbidden' | 'not-found'>> {
  const inquiry = await app.data.inquiries.get(id);
  if (!inquiry) return refused('not-found');
  if (!mayRemove(inquiry, (await placeOf(app, actor)).who)) return refused('forbidden');
  await app.data.transaction(async (stores) => {
    await stores.planSupports.removeRef(refOf({ kind: 'inquiry', inquiry }));
    await stores.inquiries.remove(id);
  });
  return done(null);
}

export interface ToldInquiry {
  readonly inquiry: Inquiry;
  readonly departmentName: string;
  readonly removable: boolean;
  /** Read by those who lead and HR alone. */
  readonly few: boolean;
}

export interface InquiryRegister {
  readonly told: readonly ToldInquiry[];
  /** Departments something can be written down for. */
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  /** Who may have led a conversation: heads, HR and whoever asks. */
  readonly moderators: readonly { readonly id: string; readonly name: string }[];
  /** By person id. */
  readonly names: Names;
  /** A new id: a form sent twice is kept once. */
  readonly request: string;
  readonly me: string;
  readonly today: Day;
}

/** Everything of the departments this person leads; for HR of all. */
export async function inquiryRegister(app: App, actor: Actor): Promise<InquiryRegister> {
  const place = await placeOf(app, actor);
  const { who, departments } = place;
  const choices = departments.filter(({ id }) => mayInquire({ departmentId: id }, who)).map(({ id, name }) => ({ id, name }));
  const told = await toldFrom(app, place, who.hr ? await app.data.inquiries.all() : await app.data.inquiries.ofDepartments(who.leads));
  const leaders = await namesOf(app, [actor.personId, ...departments.map(({ headId }) => headId)]);
  const moderators = Object.entries(leaders).map(([id, name]) => ({ id, name })).sort((one, other) => (one.id === actor.personId ? -1 : other.id === actor.personId ? 1 : one.name < other.name ? -1 : 1));
  return { told, choices, moderators, names: await namesOf(app, told.map(({ inquiry }) => inquiry.moderatorId)), request: app.newId(), me: actor.personId, today: app.today() };
}

async function toldFrom(app: App, { who }: Pick<Place, 'who'>, inquiries: readonly Inquiry[]): Promise<ToldInquiry[]> {
  const k = (await app.data.organisation.get())?.k ?? Infinity;
  // A department that is gone keeps its name.
  const names = new Map((await app.data.departments.all()).map(({ id, name }) => [id, name]));
  return inquiries.map((inquiry) => ({ inquiry, departmentName: names.get(inquiry.departmentId) ?? '–', removable: mayRemove(inquiry, who), few: staysWithLeaders(inquiry, k) }));
}

const mostTold = 5;

/** What somebody's own department and those above it talked about lately; whatever a few people said is not among it. */
export async function inquiriesTold(app: App, actor: Actor): Promise<readonly ToldInquiry[]> {
  const place = await placeOf(app, actor);
  const k = (await app.data.organisation.get())?.k ?? Infinity;
  const found = await app.data.inquiries.ofDepartments(place.who.belongs);
  return toldFrom(app, place, found.filter((inquiry) => mayReadInquiry(inquiry, place.who, k)).slice(0, mostTold));
}

// Whoever looks after surveys or runs the system decides what becomes of one that was set aside. A decision is written first, with who
// took it, and carried out by the server that holds the box.
import { addDays, daysBetween } from '#app/domain/kernel/day.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { lastDay, type SetAside, type Kept, type KeptForMe } from '#app/domain/surveys/set-aside.ts';
import type { App } from '#app/platform/app.server.ts';
import { askedBy, asideOf } from '#app/services/publication.server.ts';

/** Set aside now, the oldest first. */
export async function keptSurveys(app: App): Promise<readonly Kept[]> {
  const all = await app.data.setAsides.all();
  return all.filter(({ ended }) => ended === null).map((aside) => ({ ...aside, last: addDays(aside.since, lastDay) }));
}

export interface Decision {
  readonly surveyId: string;
  readonly wish: 'give-up' | 'retry';
  /** Of whoever decides; null from the command line. */
  readonly actorId: string | null;
  /** As it was typed; only giving up asks for it. */
  readonly title: string;
}

export type DecisionRefusal = 'not-set-aside' | 'other-title';

/** What has to be typed to give it up: the title in any language, or the id where no title is known. */
export function titlesOf({ title, surveyId }: Pick<SetAside, 'title' | 'surveyId'>): readonly string[] {
  return title ? Object.values(title).map((one) => one.trim()).filter((one) => one !== '') : [surveyId];
}

/** Done when it is written down and on the log that everybody reads. */
export async function decide(app: App, { surveyId, wish, actorId, title }: Decision): Promise<Outcome<SetAside, DecisionRefusal>> {
  const aside = await asideOf(app, surveyId);
  if (!aside || aside.wish === 'give-up') return refused('not-set-aside');
  if (wish === 'give-up' && !titlesOf(aside).includes(title.trim())) return refused('other-title');
  const entry = { id: app.newId(), at: app.today(), actorId, setting: wish === 'give-up' ? 'survey-given-up' : 'survey-retried' };
  return app.data.transaction(async (stores) => {
    if (!(await stores.setAsides.change(surveyId, { wish }))) return refused('not-set-aside');
    await stores.organisation.logChange({ ...entry, from: aside.title?.en ?? surveyId, to: aside.reason });
    return done(aside);
  });
}

const toldFor = 30;

/** What somebody who was asked finds on the own first page; of what is destroyed nobody knows any more who was asked. */
export async function keptFor(app: App, personId: string): Promise<readonly KeptForMe[]> {
  return (await app.data.setAsides.all()).flatMap((aside): KeptForMe[] => {
    const { surveyId, title, since, ended, endedOn } = aside;
    if (ended === null) return askedBy(app, surveyId)?.has(personId) === false ? [] : [{ surveyId, title, state: 'waits', day: addDays(since, lastDay) }];
    const recent = endedOn !== null && daysBetween(endedOn, app.today()) <= toldFor;
    return ended === 'taken-up' || !recent ? [] : [{ surveyId, title, state: 'destroyed', day: endedOn }];
  });
}

// Against somebody who fills another's mailbox with sign-in letters. It counts by person, not by address: a whole company asks for
// its links from one address on the morning of a survey. In memory alone, and forgotten as soon as the links would be too old.
import type { App } from '#app/platform/app.server.ts';

/** Letters to one person within the life of a link; each of them still signs in. */
export const mostLinks = 5;

const asked = new WeakMap<App['data'], Map<string, number[]>>();

/** Whether another link may be sent to this person now; counted when it may. `who`: the person, or the person and the survey whose paper
 * stays with an address of before. `minutes`: how long a link lives. */
export function mayAskAgain(app: App, who: string, minutes: number): boolean {
  let people = asked.get(app.data);
  if (!people) asked.set(app.data, (people = new Map()));
  const now = app.now().getTime();
  const lately = (times: readonly number[]) => times.filter((at) => at > now - minutes * 60_000);
  for (const [id, times] of people) if (lately(times).length === 0) people.delete(id);
  const before = lately(people.get(who) ?? []);
  if (before.length >= mostLinks) return false;
  people.set(who, [...before, now]);
  return true;
}

// For administrators: what is set up and what is missing.
import { setUpList, type SetUpItem } from '#app/domain/installation/set-up-list.ts';
import type { App } from '#app/platform/app.server.ts';

export async function setUpOf(app: App): Promise<readonly SetUpItem[]> {
  const departments = await app.data.departments.open();
  const here = async (role: 'hr' | 'administrator') => (await app.data.people.byIds(await app.data.roles.holders(role))).filter(({ leftOn }) => leftOn === null).map(({ id }) => id);
  const { config } = app;
  return setUpList({
    people: await app.data.people.count(),
    departments: departments.length,
    headless: departments.filter(({ headId }) => headId === null).length,
    hr: await here('hr'),
    administrators: await here('administrator'),
    zone: ((await app.data.organisation.get())?.timeZone ?? null) !== null,
    address: config.addressed,
    // Nobody lives at the addresses of the demonstration.
    mail: config.smtp !== null || config.demo,
    givenUp: (await app.data.letters.counts()).givenUp,
    contact: config.securityContact !== null,
  });
}

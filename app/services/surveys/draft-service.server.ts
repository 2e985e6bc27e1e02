// What a service survey is made from: the map as it stands, the departments of today, and how many people are in them.
import { forEachLanguage } from '#app/domain/kernel/language.ts';
import { kindsOf, serviceGround, standingLinks } from '#app/domain/organisation/service-map.ts';
import { joinedProviders } from '#app/domain/publication/groups/joined-providers.ts';
import type { DraftGround } from '#app/domain/surveys/draft-wishes.ts';
import { fewestBesideText } from '#app/domain/surveys/own/own-words.ts';
import type { OfferedProvider } from '#app/domain/surveys/serving/service-questions.ts';
import type { SealedProvider } from '#app/domain/surveys/serving/service-survey.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { textOf, type Text } from '#app/text/text.ts';

/** Also inside a transaction. */
interface Ground {
  readonly data: Pick<Stores, 'serviceMap' | 'departments' | 'people'>;
}

/** Empty where the map holds nobody, or all providers together are fewer than k people. */
async function providersToday(app: Ground, k: number): Promise<readonly OfferedProvider[]> {
  const { links } = await app.data.serviceMap.get();
  if (links.length === 0) return [];
  const departments = await app.data.departments.open();
  const { parents, names } = serviceGround(departments);
  const standing = standingLinks(links, { parents });
  const groups = joinedProviders([...new Set(standing.map(({ provider }) => provider))], { departments, headcounts: await app.data.people.countByDepartment(), k });
  if (!groups.ok) return [];
  return groups.value.map((members, at) => {
    const name = forEachLanguage((language) => textOf(language).list(members.map((id) => names.get(id)!)));
    const label = forEachLanguage((language) => textOf(language).list(members.map((id) => offered(names.get(id)!, kindsOf(standing, id), textOf(language)))));
    const customers = [...new Set(standing.flatMap(({ provider, customer }) => (members.includes(provider) ? [customer] : [])))];
    return { id: `p${at + 1}`, departments: members, customers, name, label };
  });
}

/** With what it does itself: of those that are rated as one, people see whom they know for what. */
const offered = (name: string, kinds: readonly string[], text: Text): string => (kinds.length === 0 ? name : text('services.offered', { name, kinds: text.list(kinds) }));

export async function serviceGroundOf(app: App): Promise<Pick<DraftGround, 'service'>> {
  const k = (await app.data.organisation.get())?.k ?? 5;
  const providers = await providersToday(app, k);
  if (providers.length === 0) return {};
  const readers = (closes: string) => forEachLanguage((language) => textOf(language)('services.readers', { day: textOf(language).day(closes), fewest: fewestBesideText(k) }));
  return { service: { providers, readers } };
}

/** Whether what a draft asks is what the map and the departments say today: a provider may have been dissolved, renamed or become too small since. */
export async function isOnTheMap(app: Ground, { definition }: Survey): Promise<boolean> {
  const asked = (providers: readonly SealedProvider[]) => JSON.stringify(providers.map(({ departments, customers, name }) => [departments, customers, name]));
  return asked(definition.service?.providers ?? []) === asked(await providersToday(app, definition.k));
}

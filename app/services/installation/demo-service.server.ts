// The service surveys of Lantern: the map, whom people depended on, and what they said, as in every company.
import type { Actor } from '#app/domain/access/actor.ts';
import { shuffled, type Chance } from '#app/domain/kernel/chance.ts';
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import { wayUp } from '#app/domain/organisation/service-map.ts';
import type { Person } from '#app/domain/organisation/person.ts';
import { seededChance } from '#app/domain/publication/release/seeded-chance.ts';
import { dependedId, mostRated, type SealedProvider } from '#app/domain/surveys/serving/service-survey.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { ownEstimateOf, ratingOf, serviceLines, serviceWords, type SeedService } from '#db/seed/services.ts';
import { bringServiceMap } from '#app/services/organisation/service-map.server.ts';
import { rehearse, type Voter } from '#app/services/privacy/rehearse.server.ts';
import { closeSurvey, sealSurvey } from '#app/services/publication.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { noteLetters } from './demo-letters.server.ts';
import { draftOffer } from '#app/services/surveys/offer-draft.server.ts';

interface Cast {
  readonly today: Day;
  readonly hr: Actor;
  onDay(day: Day): App;
}

function given<T>(what: string, outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(`Lantern: ${what}: ${outcome.because}`);
  return outcome.value;
}

const template = 'internal-service';

/** Of its own chance, so that nothing else of Lantern is another for it. */
export async function askAboutServices({ today, hr, onDay }: Cast, served: SeedService): Promise<void> {
  const chance = seededChance('5e'.repeat(32));
  const opened = onDay(addDays(today, -served.ago));
  const { revision } = await opened.data.serviceMap.get();
  if (revision === 0) given('the service map', await bringServiceMap(opened, 'en', { revision, lines: serviceLines.join('\n') }));
  const { initial } = await draftOffer(opened, { template });
  const opens = opened.today();
  const { id } = given('the service survey', await createDraft(opened, hr, { ...initial, template, pair: null, cuts: [], opens, closes: addDays(opens, served.open) }));
  given('sealing it', await sealSurvey(opened, id));
  await noteLetters(opened, id, addDays(opens, served.open));
  await rehearse(opened, id, await votersOf(opened, (await opened.data.surveys.get(id))!, { less: served.less, chance }));
  given('closing it', await closeSurvey(onDay(addDays(today, served.open + 1 - served.ago)), id));
}

async function votersOf(app: App, { definition }: Survey, { less, chance }: Pick<SeedService, 'less'> & { readonly chance: Chance }): Promise<Voter[]> {
  const departments = await app.data.departments.open();
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]));
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const items = definition.questions.flatMap(({ id, provider }) => (provider === undefined ? [] : [{ id, provider }]));
  const calledOf = ({ departments: [first = ''] }: SealedProvider) => names.get(first) ?? '';
  const words = [...serviceWords];
  const answersOf = ({ departmentId, language }: Person): Voter['answers'] => {
    const way = wayUp(parents, departmentId ?? '');
    const within = (places: readonly string[]) => way.some((id) => places.includes(id));
    const own = definition.service!.providers.find((one) => within(one.departments));
    const offered = definition.service!.providers.filter((one) => one !== own && within(one.customers));
    const chosen = shuffled(offered, chance).slice(0, 1 + chance(mostRated));
    const ratings = items.flatMap(({ id, provider }) => {
      const rated = chosen.find((one) => one.id === provider);
      return rated && chance(12) > 0 ? [[id, ratingOf({ language }, { provider: calledOf(rated), item: id.slice(0, id.indexOf('@')), less: less[calledOf(rated)] }, chance)] as const] : [];
    });
    const said = chance(9) === 0 ? words.shift() : undefined;
    return {
      ...(offered.length > 0 && { [dependedId]: chosen.map(({ id }) => id) }),
      ...Object.fromEntries(ratings),
      ...(own && { [`own@${own.id}`]: ownEstimateOf(calledOf(own), chance) }),
      ...(said !== undefined && { 'OPN-03': said }),
    };
  };
  return (await app.data.people.current()).filter(() => chance(10) < 7).map((person) => ({ personId: person.id, answers: answersOf(person) }));
}

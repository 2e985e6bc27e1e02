// From the map to the matrix of a closed survey, and on to a plan of the provider.
import { expect, test } from 'vitest';
import { whole } from '#app/domain/kernel/rounding.ts';
import type { ServicePage } from '#app/domain/reports/service-page.ts';
import { serviceItems } from '#app/domain/surveys/serving/service-questions.ts';
import { dependedId } from '#app/domain/surveys/serving/service-survey.ts';
import { loader as newPlan } from '#app/routes/plans.new.tsx';
import { loader as list } from '#app/routes/results._index.tsx';
import { loader } from '#app/routes/results.$id.services.tsx';
import { bringServiceMap } from '#app/services/organisation/service-map.server.ts';
import { rehearse, type Voter } from '#app/services/privacy/rehearse.server.ts';
import { closeSurvey, sealSurvey } from '#app/services/publication.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { draftOffer } from '#app/services/surveys/offer-draft.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp, everybody } from '#tests/support/open-survey.ts';
import { actorFor } from '#tests/support/people.ts';
import { visit } from '#tests/support/visit.ts';

let app: TestApp;
let id: string;

const ratings = (provider: string, score: number) => Object.fromEntries(serviceItems.map((item) => [`${item}@${provider}`, score]));

/** Sales is strict, finance is kind; the people of operations think well of their own work. */
function answersOf(personId: string, index: number): Voter['answers'] {
  if (personId.startsWith('operations')) return { [dependedId]: ['p1'], ...ratings('p1', 4), 'own@p2': 5 };
  const strict = personId.startsWith('north') || personId.startsWith('south');
  return { [dependedId]: ['p1', 'p2'], ...ratings('p1', strict ? 2 + (index % 2) : 5), ...ratings('p2', strict ? 3 : 4), 'OPN-03': `remark ${index}` };
}

async function aClosedSurvey(): Promise<void> {
  app = await ballotApp();
  await bringServiceMap(app, 'en', { revision: 0, lines: 'Finance; Amber; Bills\nOperations; Amber; Transport' });
  const { initial } = await draftOffer(app, { template: 'internal-service' });
  const draft = await createDraft(app, await actorFor(app, 'hr'), { ...initial, template: 'internal-service', pair: null, cuts: [], opens: app.today() });
  if (!draft.ok) throw new Error(draft.because);
  id = draft.value.id;
  const sealed = await sealSurvey(app, id);
  if (!sealed.ok) throw new Error(sealed.because);
  expect(sealed.value.manifest.service?.providers.map(({ name }) => name.en)).toEqual(['Operations', 'Finance']);
  await rehearse(app, id, (await everybody(app)).map((personId, index) => ({ personId, answers: personId.startsWith('operations') ? { [dependedId]: ['p2'], ...ratings('p2', 4), 'own@p1': 5 } : answersOf(personId, index) })));
  const closed = await closeSurvey(app, id);
  if (!closed.ok) throw new Error(closed.because);
  await app.data.departments.saveAll([{ ...(await app.data.departments.get('operations'))!, headId: 'operations-1' }]);
}

const pageAs = async (as: string) => visit(app, loader, `/results/${id}/services`, { as, params: { id } });
const shownTo = async (as: string) => ((await pageAs(as)) as { service: ServicePage }).service;

test('a closed service survey: HR reads every provider, a head the own one, nobody else anything, and it leads to a plan', async () => {
  await aClosedSurvey();

  // HR reads every provider by its customers, beside the own estimate, and nothing rests on fewer than eight.
  {
    const page = await shownTo('hr');
    expect(page.providers.map(({ name }) => name).sort()).toEqual(['Finance', 'Operations']);
    const operations = page.providers.find(({ name }) => name === 'Operations')!;
    expect(operations.items).toHaveLength(8);
    expect(operations.own).toMatchObject({ n: 14 });
    expect(operations.own!.gap).toBe(operations.own!.index - operations.index);
    for (const { cells, items, n } of page.providers) for (const one of [...cells, ...items, { n }]) expect(one.n).toBeGreaterThanOrEqual(8);
    expect(page.matrix!.length).toBeGreaterThan(1);
    expect(page.matrix!.every(({ cells }) => cells.length === 2)).toBe(true);
    expect(page.comments!.length).toBeGreaterThan(9);
  }

  // A head reads the own provider alone, without the table and without own words.
  {
    const page = await shownTo('operations-1');
    expect(page.providers.map(({ name, plans }) => [name, plans])).toEqual([['Operations', [{ id: 'operations', name: 'Operations' }]]]);
    expect([page.matrix, page.comments, page.few]).toEqual([null, null, []]);
  }

  // Nobody else reads anything, and nobody is shown that there is something.
  {
    for (const as of ['north-1', 'north-2', 'admin']) expect(((await pageAs(as)) as Response).status).toBe(403);
    const listed = async (as: string) => ((await visit(app, list, '/results', { as })) as { services: readonly unknown[] }).services.length;
    expect(await Promise.all(['hr', 'operations-1', 'north-1', 'north-2', 'admin'].map(listed))).toEqual([1, 1, 0, 0, 0]);
  }

  // Leads to a plan of the provider, and to none once it was dissolved.
  {
    const plan = await visit(app, newPlan, `/plans/new?department=operations&dimension=service&provided=${id}`, { as: 'operations-1' });
    const { index, n } = (await shownTo('operations-1')).providers[0]!;
    const { offer } = plan as { offer: { evidence: { index: number; n: number } } };
    expect(offer).toMatchObject({ departmentId: 'operations', dimension: 'service', provided: id, evidence: { n, byCustomers: true, group: { departmentId: 'operations', name: 'Operations', with: [] } } });
    expect(whole(offer.evidence.index)).toBe(index);
    for (const [department, of] of [['finance', 'none'], ['north', id]] as const) {
      const refused = await visit(app, newPlan, `/plans/new?department=${department}&dimension=service&provided=${of}`, { as: 'hr' });
      expect(refused).toBeInstanceOf(Response);
    }
    const before = (await app.data.departments.get('operations'))!;
    await app.data.departments.saveAll([{ ...before, closed: true }]);
    expect((await shownTo('hr')).providers.find(({ name }) => name === 'Operations')?.plans).toEqual([]);
    await app.data.departments.saveAll([before]);
  }

  // Of a survey that is none, or is not closed, are not there.
  {
    expect(((await visit(app, loader, '/results/none/services', { as: 'hr', params: { id: 'none' } })) as Response).status).toBe(404);
  }
});

import { expect, test } from 'vitest';
import { waveOf } from '#app/domain/analysis/wave.ts';
import { inAll } from '#app/domain/kernel/language.ts';
import { withOffers } from '#app/domain/surveys/serving/service-offers.ts';
import { serviceItems, serviceQuestions } from '#app/domain/surveys/serving/service-questions.ts';
import { servicePageOf, type ServicePage } from '#app/domain/reports/service-page.ts';
import { blocks, departments, of, providers, questions, ratings, released, times, type Ballot } from '#tests/support/service-ballots.ts';

const [it, legal, north, south, ops] = [0, 1, 2, 3, 4] as const;

function pageOf(ballots: readonly Ballot[], sealed = providers): ServicePage {
  const release = released(ballots);
  return servicePageOf([{ wave: waveOf(release, departments, questions), providers: sealed }], { language: 'en', read: new Set(['p1']), all: true, plansFor: () => [] });
}

const cellsOf = ({ matrix }: ServicePage) => Object.fromEntries(matrix!.map(({ customers, cells }) => [customers.map(({ name }) => name).join(' '), cells[0]]));

test('nobody rates the own department: no figure stands in the row of its people, and none is called by them', () => {
  const page = pageOf([...times(9, of(it, [], { 'own@p1': 5 })), ...times(9, of(legal, ['p1'], ratings('p1', 5))), ...times(9, of(north, ['p1'], ratings('p1', 3))), ...times(9, of(south, ['p1'], ratings('p1', 4))), ...times(9, of(ops, ['p1'], ratings('p1', 5)))]);
  expect(cellsOf(page)).toMatchObject({ it: 'own', north: { n: 9, index: 50, step: 4, shared: false }, south: { n: 9, index: 75, step: 7, shared: false } });
  expect(page.providers[0]!.cells.flatMap(({ customers }) => customers.map(({ name }) => name)).sort()).toEqual(['legal', 'north', 'ops', 'south']);
});

test('groups in which fewer than eight rated it share a figure and say so', () => {
  const page = pageOf([...times(9, of(it, [], {})), ...times(9, of(legal, ['p1'], ratings('p1', 4))), ...times(9, of(north, ['p1'], ratings('p1', 3))), ...times(5, of(south, ['p1'], ratings('p1', 4))), ...times(5, of(ops, ['p1'], ratings('p1', 5)))]);
  const shared = Object.entries(cellsOf(page)).flatMap(([name, cell]) => (cell !== null && cell !== 'own' && cell!.shared ? [name] : []));
  expect(shared.length).toBeGreaterThan(1);
  expect(shared).not.toContain('it');
});

test('the weakest question stands first: there a plan begins', () => {
  const strict = { ...ratings('p1', 4, serviceItems.slice(0, 7)), [`${serviceItems[7]}@p1`]: 3 };
  expect(pageOf(times(9, of(north, ['p1'], strict))).providers[0]!.items[0]).toMatchObject({ id: serviceItems[7], index: 50 });
});

test('whom a provider does not serve has no figure of it, in whatever group it is counted', () => {
  const serving = providers.map((one) => (one.id === 'p1' ? { ...one, customers: ['north', 'south'] } : one));
  const page = pageOf([...times(9, of(it, [], {})), ...times(9, of(legal, ['p2'], {})), ...times(9, of(north, ['p1'], ratings('p1', 3))), ...times(9, of(south, ['p1'], ratings('p1', 4))), ...times(9, of(ops, [], {}))], serving);
  expect(cellsOf(page)).toMatchObject({ it: 'own', legal: null, north: { index: 50, shared: false }, south: { index: 75, shared: false }, ops: null });
  expect(page.providers[0]!.cells.map(({ customers }) => customers.map(({ name }) => name)).sort()).toEqual([['north'], ['south']]);
});

/** Five departments of nine that rate each other, each the provider of all the others. */
const everyOther = [it, legal, north, south, ops].map((block) => ({ block, id: blocks[block]!.id }));

test('whether high marks are given back stands on the page of HR alone', () => {
  const serving = everyOther.map(({ id }, at) => ({ id: `p${at + 1}`, departments: [id], customers: ['amber'], name: inAll(id) }));
  const asked = withOffers(serviceQuestions(serving.map((one) => ({ ...one, label: one.name })), 5), { providers: serving, departments, blocks });
  // All of a department rate three of the others: whoever lies less far from it is given more.
  const ballots = everyOther.flatMap(({ block }) => [0, 1].flatMap((half) => {
    const others = everyOther.filter((one) => one.block !== block);
    const chosen = half === 0 ? others.slice(0, 2) : others.slice(2);
    return times(9, of(block, chosen.map((one) => `p${one.block + 1}`), Object.assign({}, ...chosen.map((one) => ratings(`p${one.block + 1}`, 5 - Math.min(3, Math.abs(one.block - block)))))));
  }));
  const wave = waveOf(released(ballots, asked), departments, asked);
  const seen = (all: boolean) => servicePageOf([{ wave, providers: serving }], { language: 'en', read: new Set(['p1']), all, plansFor: () => [] }).reciprocity;
  expect(seen(true)).toEqual({ pairs: 10, r: '1.00', much: true });
  expect(seen(false)).toBeNull();
});

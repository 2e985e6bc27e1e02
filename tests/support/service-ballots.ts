// A made-up company of five departments of which four provide, and the ballots of its people, tallied as every survey is.
import { expect } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import { inAll } from '#app/domain/kernel/language.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { ballotColumns } from '#app/domain/publication/tally/ballot-columns.ts';
import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { serviceItems, serviceQuestions, type OfferedProvider } from '#app/domain/surveys/serving/service-questions.ts';
import { withOffers } from '#app/domain/surveys/serving/service-offers.ts';
import { dependedId } from '#app/domain/surveys/serving/service-survey.ts';
import { seeded } from './tallies.ts';

export const departments = ['amber', 'it', 'legal', 'north', 'south', 'ops'].map((id) => ({ id, parentId: id === 'amber' ? null : 'amber', name: id }));
export const blocks = ['it', 'legal', 'north', 'south', 'ops'].map((id) => ({ id, departments: [id], place: id, invited: 20, names: '', key: '' }));
const provider = (id: string, own: string): OfferedProvider => ({ id, departments: [own], customers: ['amber'], name: inAll(id), label: inAll(id) });
export const providers = [provider('p1', 'it'), provider('p2', 'legal'), provider('p3', 'ops'), provider('p4', 'south')];
export const questions = withOffers(serviceQuestions(providers, 5), { providers, departments, blocks });

export type Ballot = readonly [block: number, answers: Answers];
export const ratings = (id: string, score: number, items: readonly string[] = serviceItems): Answers => Object.fromEntries(items.map((item) => [`${item}@${id}`, score]));
export const of = (block: number, chosen: readonly string[], answers: Answers): Ballot => [block, { [dependedId]: chosen, ...answers }];
export const times = (count: number, ballot: Ballot): Ballot[] => new Array<Ballot>(count).fill(ballot);

/** What would be published of them; throws where the verification of a release finds anything. */
export function released(ballots: readonly Ballot[], asked = questions): Release {
  const columns = ballotColumns({ questions: asked, cuts: [] }, ballots.length);
  for (const [block, answers] of ballots) columns.add(block, answers);
  const made = publish({
    survey: { id: 's', title: inAll('Service'), closed: day('2026-11-20') }, manifest: 'ab'.repeat(32), k: 5, departments, ...columns.table(),
    leaves: blocks.map(({ id, departments: own, place, invited }) => ({ id, departments: own, place, invited, reissued: 0 })),
    counts: { invited: 100, papers: ballots.length, reissued: 0 }, receipts: null, previous: null, chance: seeded(3),
  });
  if (!made.ok) throw new Error(made.because);
  expect(verifyRelease(made.value).problems).toEqual([]);
  return made.value;
}

// An attacker who reads everything that is published of providers, the rarely named ones among them: by adding and subtracting no fewer than
// eight raters of any are found, and a ballot that names a rare provider is of the same size as any other.
import { expect, test } from 'vitest';
import { padRecord, recordOf } from '#app/domain/responses/answer-record.ts';
import { attack } from '#tests/support/attacker.ts';
import { chanceFrom } from '#tests/support/chance.ts';
import { of, providers, ratings, released, type Ballot } from '#tests/support/service-ballots.ts';
import { serviceItems } from '#app/domain/surveys/serving/service-questions.ts';

const companies = 12;

/** Somebody names the first provider often and the last one hardly ever, and passes over a question here and there. */
function someBallot(block: number, chance: ReturnType<typeof chanceFrom>): Ballot {
  const chosen = providers.filter((_one, at) => chance(10) < 7 - 2 * at).slice(0, 3).map(({ id }) => id);
  const rated = chosen.map((id) => ratings(id, 1 + chance(5), serviceItems.filter(() => chance(10) > 1)));
  return of(block, chosen, Object.assign({}, ...rated, chance(2) === 0 ? { [`own@p${1 + chance(4)}`]: 1 + chance(5) } : {}));
}

test('no fewer than eight raters of a provider are found by adding and subtracting what is published', () => {
  const chance = chanceFrom(15);
  const found: number[] = [];
  for (let company = 0; company < companies; company += 1) {
    const ballots = [0, 1, 2, 3, 4].flatMap((block) => Array.from({ length: 5 + chance(12) }, () => someBallot(block, chance)));
    for (const { about, people, k } of attack(released(ballots))) {
      expect(people, about).toBeGreaterThanOrEqual(k);
      if (about.includes('@')) found.push(people);
    }
  }
  process.stdout.write(`questions about providers attacked: ${found.length}; fewest people found behind any: ${Math.min(...found)}\n`);
  expect(found.length).toBeGreaterThan(companies);
  expect(Math.min(...found)).toBeGreaterThanOrEqual(8);
});

test('a ballot is of one size, whomever it names and whether it rates anybody', () => {
  const sizes = [{}, { 'service-depended': ['p4'], ...ratings('p4', 1) }, { 'service-depended': ['p1', 'p2', 'p3'], ...ratings('p1', 1), ...ratings('p2', 2), ...ratings('p3', 3), 'OPN-03': 'x'.repeat(400) }];
  const padded = sizes.map((answers) => padRecord(recordOf(answers)));
  expect(new Set(padded.map((one) => (one.ok ? one.value.length : -1))).size).toBe(1);
});
